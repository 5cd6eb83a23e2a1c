'use client';
import { FormSubmit, SaveButton, useDocumentInfo, useForm, useFormFields } from '@payloadcms/ui';
import { useState } from 'react';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { idOf, useBelonging, useDepartmentName, useMergedInto } from './use-merger';

/** Saves a department. Where that is a merger, which nobody can undo, it is asked first. */
export function SaveDepartment() {
  const t = useT();
  const { submit } = useForm();
  const chosen = idOf(useFormFields(([fields]) => fields.mergedInto?.value));
  const merged = useMergedInto();
  const [asking, setAsking] = useState(false);
  const into = useDepartmentName(chosen);
  const { id } = useDocumentInfo();
  const own = id ? String(id) : null;
  const from = useDepartmentName(chosen && own);
  if (!chosen || merged) return <SaveButton />;
  return (
    <>
      <FormSubmit
        buttonId="action-save"
        onClick={() => setAsking(true)}
        size="medium"
        type="button"
      >
        {t('departments.merge')}
      </FormSubmit>
      <Dialog
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
            <Button
              onClick={() => {
                setAsking(false);
                void submit();
              }}
              variant="danger"
            >
              {t('departments.mergeNow')}
            </Button>
          </>
        }
        onClose={() => setAsking(false)}
        open={asking}
        title={t('departments.mergeTitle', { from, into })}
      >
        <WhatMoves from={from} into={into} own={own} />
      </Dialog>
    </>
  );
}

function WhatMoves({ own, from, into }: { own: string | null; from: string; into: string }) {
  const t = useT();
  const { people, materials } = useBelonging(own);
  return (
    <>
      <ul className="kho-bullets">
        <li>
          {people === undefined || materials === undefined
            ? t('departments.counting')
            : t('departments.moves', { people, materials, from, into })}
        </li>
        <li>{t('departments.stays')}</li>
        <li>{t('departments.told')}</li>
        <li>{t('departments.signIn')}</li>
      </ul>
      <p>
        <strong>{t('departments.forGood')}</strong>
      </p>
    </>
  );
}
