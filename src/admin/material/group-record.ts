import type { RecordDraft } from './use-record';

/**
 * A group of a record (`owner`, `ai`, `accessibility`) as a record of its own: the whole group is
 * the unit that is saved, so that no half of it is ever sent.
 */
export function groupRecord(record: RecordDraft, group: string): RecordDraft {
  const values = () => record.value<Record<string, unknown>>(group) ?? {};
  const set = (field: string, value: unknown) => record.set(group, { ...values(), [field]: value });
  const languages = (field: string) =>
    (values()[field] ?? {}) as { vi?: string | null; en?: string | null };
  return {
    readOnly: record.readOnly,
    value: <T>(field: string) => (values()[field] ?? null) as T | null,
    set,
    text: (field, lang) => languages(field)[lang] ?? '',
    setText: (field, lang, value) =>
      set(field, {
        vi: languages(field).vi ?? null,
        en: languages(field).en ?? null,
        [lang]: value === '' ? null : value,
      }),
    path: (field) => record.path(`${group}.${field}`),
    demanded: (field) => record.demanded(`${group}.${field}`),
    unread: (field, label, message) => record.unread(`${group}.${field}`, label, message),
    condition: (field) => record.condition(`${group}.${field}`),
  };
}

/** One row of an array field, likewise. */
export function rowRecord(record: RecordDraft, array: string, index: number): RecordDraft {
  const rows = () => record.value<Record<string, unknown>[]>(array) ?? [];
  const set = (field: string, value: unknown) =>
    record.set(
      array,
      rows().map((row, at) => (at === index ? { ...row, [field]: value } : row)),
    );
  const languages = (field: string) =>
    (rows()[index]?.[field] ?? {}) as { vi?: string | null; en?: string | null };
  return {
    readOnly: record.readOnly,
    value: <T>(field: string) => (rows()[index]?.[field] ?? null) as T | null,
    set,
    text: (field, lang) => languages(field)[lang] ?? '',
    setText: (field, lang, value) =>
      set(field, {
        vi: languages(field).vi ?? null,
        en: languages(field).en ?? null,
        [lang]: value === '' ? null : value,
      }),
    path: (field) => record.path(`${array}.${index}.${field}`),
    demanded: (field) => record.demanded(`${array}.${index}.${field}`),
    unread: (field, label, message) => record.unread(`${array}.${index}.${field}`, label, message),
    condition: (field) => record.condition(`${array}.${index}.${field}`),
  };
}
