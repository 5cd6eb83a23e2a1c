'use client';
import { useState, type ReactNode } from 'react';
import type { RightsView } from '../../review/view-models';
import { request } from '../api/request';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FieldSet } from '../ui/field';
import { fieldId } from '../ui/field-id';
import { notifyDone, notifyProblem } from '../ui/notify';
import { AddComponent } from './add-component';
import { RightsForm } from './rights-form';
import { useWorkbench } from './workbench';

/** Pictures, music, passages of other people inside the material: each with its own proof. */
export function ComponentList({
  form = (component, prefix) => <RightsForm prefix={prefix} rights={component} />,
}: {
  /** What is asked about a component. */
  form?: (component: RightsView, prefix: string) => ReactNode;
}) {
  const t = useT();
  const { view, reload, forgetUnread } = useWorkbench();
  const [removing, setRemoving] = useState<RightsView | null>(null);
  const nameOf = (one: RightsView) =>
    String(one.record.component ?? '') || one.title || t('rights.unnamedComponent');

  const remove = async () => {
    if (!removing) return;
    try {
      await request(`/api/rights-records/${removing.id}`, { method: 'DELETE' });
      // Those after it move up.
      forgetUnread('rights.components');
      notifyDone(t('rights.componentRemoved'));
      await reload();
    } catch (cause) {
      notifyProblem(t, cause);
    }
    setRemoving(null);
  };

  return (
    <section className="kho-part" id={fieldId('rights.components')}>
      <h2>{t('rights.components')}</h2>
      <FieldSet
        hint={t('hints.components')}
        legend={t('rights.componentsLegend')}
        path="rights.components.list"
      >
        {view.components.map((component, index) => (
          <details
            className="kho-more kho-component"
            id={fieldId(`rights.components.${index}`)}
            key={component.id}
          >
            <summary>{nameOf(component)}</summary>
            <div className="kho-form">
              {form(component, `rights.components.${index}.`)}
              {view.writable && (
                <Button icon="bin" onClick={() => setRemoving(component)} variant="danger">
                  {t('rights.removeComponent')}
                </Button>
              )}
            </div>
          </details>
        ))}
        {view.writable && <AddComponent onAdded={reload} />}
      </FieldSet>
      <Dialog
        footer={
          <>
            <Button onClick={() => setRemoving(null)}>{t('common.cancel')}</Button>
            <Button onClick={() => void remove()} variant="danger">
              {t('rights.removeComponent')}
            </Button>
          </>
        }
        onClose={() => setRemoving(null)}
        open={removing !== null}
        title={t('rights.removeTitle', { name: removing ? nameOf(removing) : '' })}
      >
        <p>{t('rights.removeText')}</p>
      </Dialog>
    </section>
  );
}
