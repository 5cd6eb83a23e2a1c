'use client';
import { FieldLabel, useField } from '@payloadcms/ui';
import type { JSONFieldClientComponent } from 'payload';

/** What an event says besides who, what and when; read only, like all of the trail. */
export const DetailField: JSONFieldClientComponent = ({ field, path }) => {
  const { value } = useField<unknown>({ path });
  return (
    <div className="field-type">
      <FieldLabel label={field.label} path={path} />
      <pre className="kho-detail">{value ? JSON.stringify(value, null, 2) : '–'}</pre>
    </div>
  );
};
