'use client';
import type { ReactNode } from 'react';
import { useT } from '../hooks/use-t';
import { fieldLabel } from '../material/field-label';
import { showValue } from '../material/show-value';
import { MATERIAL } from '../material/edits';
import { useRecord } from '../material/use-record';
import { useWorkbench } from '../material/workbench';
import { Button } from '../ui/button';
import { fileMeta } from '../ui/file-meta';
import { numberOf, type GuideStep } from './steps';

const DESCRIBED = ['title', 'abstract', 'type', 'subjects', 'audiences', 'creators'] as const;

/** What the editor will read, part by part, each with its way back. */
export function Summary() {
  const t = useT();
  const { view } = useWorkbench();
  return (
    <>
      <Part step="tep">
        <dl className="kho-dl">
          {view.items.map(({ id, role, file }) => (
            <Line key={id} label={file.name}>
              {t(role === 'main' ? 'guide.mainFile' : 'guide.otherFile')}
              {', '}
              {fileMeta(t, file)}
            </Line>
          ))}
        </dl>
      </Part>
      <Part step="mo-ta">
        <dl className="kho-dl">
          <Described />
        </dl>
      </Part>
      <Part step="quyen">
        {[view.rights, ...view.components].map(
          (one) =>
            one && (
              <div className="kho-guide__claims" key={one.id}>
                {one.component && <h4>{one.title}</h4>}
                <dl className="kho-dl">
                  {one.claim.map(({ field, label, value }) => (
                    <Line key={field} label={label}>
                      {value || null}
                    </Line>
                  ))}
                  <Line label={t('rights.evidence')}>
                    {one.evidence
                      .map(({ number, document }) => number ?? document?.name)
                      .filter(Boolean)
                      .join(', ') || null}
                  </Line>
                  {one.interview !== null && one.interview.questions.length > 0 && (
                    <Line label={t('guide.questions')}>
                      {one.interview.questions.map(({ text }) => text).join(' ')}
                    </Line>
                  )}
                </dl>
              </div>
            ),
        )}
      </Part>
    </>
  );
}

function Described() {
  const t = useT();
  const { view, reference } = useWorkbench();
  const record = useRecord(MATERIAL);
  const empty = t('common.empty');
  return DESCRIBED.map((name) => {
    const stored = record.value<unknown>(name);
    const vi = (stored as { vi?: unknown } | null)?.vi;
    const people = stored as { name?: string | null }[] | null;
    const value =
      name === 'creators'
        ? (people ?? []).map((one) => one.name ?? '').filter(Boolean)
        : vi !== undefined
          ? vi
          : stored;
    const shown = showValue(t, value, { view, reference });
    return (
      <Line key={name} label={fieldLabel(t, name)}>
        {shown === empty ? null : shown}
      </Line>
    );
  });
}

function Part({ step, children }: { step: GuideStep; children: ReactNode }) {
  const t = useT();
  const { openTab } = useWorkbench();
  const name = t(`guide.step.${step}`);
  return (
    <section className="kho-guide__part">
      <div>
        <h3>
          {numberOf(step)}. {name}
        </h3>
        <Button
          aria-label={t('guide.changePart', { name })}
          onClick={() => openTab(step)}
          variant="quiet"
        >
          {t('guide.change')}
        </Button>
      </div>
      {children}
    </section>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  const t = useT();
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children ?? <span className="kho-muted">{t('common.empty')}</span>}</dd>
    </div>
  );
}
