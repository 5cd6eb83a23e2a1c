import type { RightsView, WorkbenchView } from '../../review/view-models';
import { same, type Edit } from './locale-patch';

/** Unsaved changes by record (`material`, or the id of a rights record), then by field. */
export type Edits = Record<string, Record<string, Edit>>;
export type Values = Record<string, unknown>;

export const MATERIAL = 'material';

const both = (text: { vi?: string | null; en?: string | null }) => ({
  vi: text.vi ?? null,
  en: text.en ?? null,
});

/** The stored values of a record, in the shape the forms edit and the REST API takes. */
export function storedValues(view: WorkbenchView, key: string): Values {
  if (key === MATERIAL) {
    return {
      ...view.content,
      items: view.items.map(({ id, file, role, caption, altText }) => ({
        id,
        file: file.id,
        role,
        caption: both(caption),
        altText: both(altText),
      })),
    };
  }
  const rights = rightsOf(view, key);
  if (!rights) return {};
  return {
    ...rights.record,
    evidence: rights.evidence.map(({ id, document, kind, number, date, issuer }) => ({
      id,
      document: document?.id ?? null,
      kind,
      number,
      date,
      issuer,
    })),
  };
}

export function rightsOf(view: WorkbenchView, id: string): RightsView | undefined {
  return [view.rights, ...view.components].find((one) => one?.id === id) ?? undefined;
}

export function updatedAtOf(view: WorkbenchView, key: string): string {
  return key === MATERIAL ? view.updatedAt : (rightsOf(view, key)?.updatedAt ?? '');
}

/** Keeps the base of the first change; a field put back to what is stored is no change any more. */
export function withEdit(
  edits: Edits,
  key: string,
  field: string,
  value: unknown,
  stored: unknown,
): Edits {
  const before = edits[key]?.[field];
  const base = before ? before.base : (stored ?? null);
  const record = without(edits[key] ?? {}, field);
  return withRecord(
    edits,
    key,
    same(value, base) ? record : { ...record, [field]: { value, base } },
  );
}

export function without<V>(record: Record<string, V>, name: string): Record<string, V> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}

/** A record without edits is not kept. */
export function withRecord(edits: Edits, key: string, record: Edits[string]): Edits {
  return Object.keys(record).length > 0 ? { ...edits, [key]: record } : without(edits, key);
}

/** Both, field by field; a field of both is as `over` has it. */
export function overlaid(under: Edits, over: Edits): Edits {
  const keys = Object.keys({ ...under, ...over });
  return Object.fromEntries(keys.map((key) => [key, { ...under[key], ...over[key] }]));
}

/** Without what belongs to a component that is there no more. */
export function withoutGone(edits: Edits, view: WorkbenchView): Edits {
  return Object.fromEntries(
    Object.entries(edits).filter(([key]) => key === MATERIAL || rightsOf(view, key)),
  );
}

export function isEmpty(edits: Edits): boolean {
  return Object.keys(edits).length === 0;
}

/** After a save: what was sent is gone; what was typed meanwhile stands on the new stored value. */
export function afterSave(edits: Edits, sent: Edits, view: WorkbenchView): Edits {
  const next: Edits = {};
  for (const [key, record] of Object.entries(edits)) {
    const stored = storedValues(view, key);
    const kept = Object.entries(record).flatMap(([field, edit]) => {
      const was = sent[key]?.[field];
      if (!was) return [[field, edit] as const];
      if (same(was.value, edit.value)) return [];
      return [[field, { value: edit.value, base: stored[field] ?? null }] as const];
    });
    if (kept.length > 0) next[key] = Object.fromEntries(kept);
  }
  return next;
}
