'use client';
import { FieldError, FieldLabel, useField } from '@payloadcms/ui';
import type { RelationshipFieldClientComponent } from 'payload';
import type { ReferenceView } from '../../review/view-models';
import { useResource } from '../hooks/use-resource';
import { MultiSelect } from '../ui/multi-select';

/** The departments of an account, found with or without marks among a hundred and fifty. */
export const DepartmentsField: RelationshipFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError } = useField<string[] | null>({ path });
  const { data: reference } = useResource<ReferenceView>('/api/staff/reference');
  const id = `field-${path}`;
  return (
    <div className="field-type">
      <FieldLabel htmlFor={id} label={field.label} path={path} />
      <FieldError path={path} showError={showError} />
      <MultiSelect
        choices={(reference?.departments ?? []).map(({ id: department, name }) => ({
          value: department,
          label: name,
        }))}
        id={id}
        onChange={setValue}
        readOnly={Boolean(readOnly)}
        value={value ?? []}
      />
    </div>
  );
};
