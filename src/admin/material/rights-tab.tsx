'use client';
import { useState } from 'react';
import { request } from '../api/request';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { ErrorState } from '../ui/error-state';
import { fieldId } from '../ui/field-id';
import { notifyProblem } from '../ui/notify';
import { ComponentList } from './component-list';
import { Declarations } from './declarations';
import { RightsForm } from './rights-form';
import { UseFields } from './use-fields';
import { Problem } from '../api/problem';
import { useWorkbench } from './workbench';

/** Who may let it be used, on which paper, for what: questions an officer can answer. */
export function RightsTab({ declares = true }: { declares?: boolean }) {
  const t = useT();
  const { view, reload } = useWorkbench();
  const [busy, setBusy] = useState(false);
  const create = async () => {
    setBusy(true);
    try {
      await request('/api/rights-records', { method: 'POST', body: { material: view.id } });
      await reload();
    } catch (cause) {
      notifyProblem(t, cause);
    } finally {
      setBusy(false);
    }
  };

  if (!view.rights) {
    return view.writable ? (
      <div className="kho-form" id={fieldId('rights')}>
        <p>{t('rights.none')}</p>
        <Button busy={busy} onClick={() => void create()} variant="primary">
          {t('rights.begin')}
        </Button>
      </div>
    ) : (
      <ErrorState problem={new Problem({ status: 404, code: 'none', title: t('rights.none') })} />
    );
  }
  return (
    <div className="kho-form" id={fieldId('rights')}>
      {view.writable && <p className="kho-small kho-muted">{t('form.needed')}</p>}
      <RightsForm prefix="rights." rights={view.rights} />
      <UseFields />
      <ComponentList />
      {declares && <Declarations />}
    </div>
  );
}
