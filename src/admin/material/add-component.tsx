'use client';
import { useState } from 'react';
import { request } from '../api/request';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { notifyProblem } from '../ui/notify';
import { TextInput } from '../ui/text-control';
import { useWorkbench } from './workbench';

export function AddComponent({ onAdded }: { onAdded: () => Promise<unknown> }) {
  const t = useT();
  const { view, save } = useWorkbench();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const add = async () => {
    const component = name.trim();
    if (component === '') return;
    setBusy(true);
    try {
      if (await save()) {
        await request('/api/rights-records', {
          method: 'POST',
          body: { material: view.id, component, title: component },
        });
        setName('');
        await onAdded();
      }
    } catch (cause) {
      notifyProblem(t, cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="kho-addrow">
      <Field label={t('rights.newComponent')} path="rights.components.new">
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
      <Button blocked={name.trim() === ''} busy={busy} icon="plus" onClick={() => void add()}>
        {t('form.add')}
      </Button>
    </div>
  );
}
