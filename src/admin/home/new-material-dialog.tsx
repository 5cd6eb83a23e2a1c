'use client';
import { useEffect, useState } from 'react';
import type { HomeView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { RadioCards } from '../ui/radio-cards';
import { SelectInput } from '../ui/select-input';

/** Asked only where there is something to ask: several files, or several departments. */
export function NewMaterialDialog({
  departments,
  files,
  onClose,
  onCreate,
}: {
  departments: HomeView['departments'];
  files: File[];
  onClose: () => void;
  onCreate: (choice: { department: string; each: boolean }) => void;
}) {
  const t = useT();
  const [each, setEach] = useState(false);
  const [department, setDepartment] = useState<string | null>(null);
  useEffect(() => {
    setEach(false);
    setDepartment(departments.length === 1 ? (departments[0]?.id ?? null) : null);
  }, [files, departments]);

  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            blocked={department === null}
            onClick={() => department && onCreate({ department, each: each || files.length === 1 })}
            variant="primary"
          >
            {t('home.makeDraft')}
          </Button>
        </>
      }
      onClose={onClose}
      open={files.length > 0 && departments.length > 0}
      title={t('home.newTitle', { count: files.length })}
    >
      {files.length > 1 && (
        <RadioCards
          choices={[
            {
              value: 'one',
              label: t('home.oneMaterial', { count: files.length }),
              hint: t('home.oneMaterialHint'),
            },
            {
              value: 'each',
              label: t('home.oneEach', { count: files.length }),
              hint: t('home.oneEachHint'),
            },
          ]}
          name="kho-each"
          onChange={(value) => setEach(value === 'each')}
          value={each ? 'each' : 'one'}
        />
      )}
      {departments.length > 1 && (
        <Field label={t('home.department')} path="new.department">
          {(ids) => (
            <SelectInput
              {...ids}
              choices={departments.map((one) => ({ value: one.id, label: one.name }))}
              onChange={setDepartment}
              placeholder={t('form.choose')}
              value={department}
            />
          )}
        </Field>
      )}
      <ul className="kho-sm kho-muted">
        {files.slice(0, 8).map((file) => (
          <li key={file.name}>{file.name}</li>
        ))}
        {files.length > 8 && <li>{t('home.andMore', { count: files.length - 8 })}</li>}
      </ul>
    </Dialog>
  );
}
