'use client';
import { useState } from 'react';
import { INTERVIEW } from '../../../rights/interview/interview';
import { readInterview } from '../../../rights/interview/stored-interview';
import type { ComponentOutcome } from '../../../rights/interview/types';
import { request } from '../../api/request';
import { useT } from '../../hooks/use-t';
import { ComponentList } from '../../material/component-list';
import { useWorkbench } from '../../material/workbench';
import { say } from '../../say';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { notifyProblem } from '../../ui/notify';
import { TextInput } from '../../ui/text-control';
import { InterviewForm } from './interview-form';
import type { InterviewState } from './use-interview';

/** Every third-party part that the answers name gets a record, with a short interview of its own. */
export function ComponentNeeds({ interview }: { interview: InterviewState }) {
  const t = useT();
  const { view } = useWorkbench();
  const kinds = view.components.map(({ record }) => readInterview(record.interview)?.kind);
  const named = interview.outcome.components;
  const open = named.filter(({ kind }) => !kinds.includes(kind));
  if (named.length + view.components.length === 0) return null;
  return (
    <>
      {open.length > 0 && (
        <section className="kho-callout kho-q__components">
          <strong>{t('interview.recordComponents')}</strong>
          <p className="kho-sm">{t('interview.recordComponentsText')}</p>
          {open.map((need) => (
            <NewComponent key={need.kind} need={need} />
          ))}
        </section>
      )}
      {view.components.length > 0 && (
        <ComponentList
          form={(component, prefix) => <InterviewForm prefix={prefix} rights={component} />}
        />
      )}
    </>
  );
}

function NewComponent({ need }: { need: ComponentOutcome }) {
  const t = useT();
  const { view, save, reload } = useWorkbench();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const kind = say(t, `interview:components.${need.kind}`);
  const add = async () => {
    setBusy(true);
    try {
      const component = name.trim() || kind;
      const { version } = INTERVIEW;
      const interview = { version, kind: need.kind, answers: need.answers };
      const body = { material: view.id, component, title: name.trim() || null, interview };
      if (await save()) {
        await request('/api/rights-records', { method: 'POST', body });
        await reload();
      }
    } catch (cause) {
      notifyProblem(t, cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="kho-addrow">
      <Field
        hint={t('interview.componentHint')}
        label={kind}
        path={`rights.components.new.${need.kind}`}
      >
        {(ids) => (
          <TextInput
            {...ids}
            onChange={setName}
            onKeyDown={(event) => event.key === 'Enter' && void add()}
            placeholder={t('rights.newComponentExample')}
            value={name}
          />
        )}
      </Field>
      <Button busy={busy} icon="plus" onClick={() => void add()}>
        {t('interview.recordIt')}
      </Button>
    </div>
  );
}
