'use client';
import type { Lang } from '../../i18n/translate';
import type { ConditionView } from '../../review/view-models';
import { storedValues } from './edits';
import { useWorkbench } from './workbench';

export interface RecordDraft {
  readOnly: boolean;
  value: <T>(field: string) => T | null;
  set: (field: string, value: unknown) => void;
  /** A localised field in one language. */
  text: (field: string, lang: Lang) => string;
  setText: (field: string, lang: Lang, value: string) => void;
  /** The dotted path of a field on the page, as conditions name it. */
  path: (field: string) => string;
  /** What is missing there, once the person was led to it. */
  condition: (field: string) => ConditionView | undefined;
}

/** Reads and writes one record of the workbench: stored values with the unsaved edits on top. */
export function useRecord(key: string, prefix = ''): RecordDraft {
  const { view, edits, set, flagged } = useWorkbench();
  const stored = storedValues(view, key);
  const path = (field: string) => `${prefix}${field}`;

  const value = <T>(field: string): T | null => {
    const edit = edits[key]?.[field];
    return ((edit ? edit.value : stored[field]) ?? null) as T | null;
  };
  const languages = (field: string) => value<Partial<Record<Lang, string | null>>>(field) ?? {};

  return {
    readOnly: !view.writable,
    value,
    set: (field, next) => set(key, field, next),
    text: (field, lang) => languages(field)[lang] ?? '',
    setText: (field, lang, next) => {
      const both = { vi: languages(field).vi ?? null, en: languages(field).en ?? null };
      set(key, field, { ...both, [lang]: next === '' ? null : next });
    },
    path,
    // What is being answered is not asked for any more; the save will say if it was enough.
    condition: (field) =>
      edits[key]?.[field.split('.')[0] ?? field]
        ? undefined
        : view.missing.find(
            (one) =>
              flagged.has(one.field) &&
              (one.field === path(field) || one.field.startsWith(`${path(field)}.`)),
          ),
  };
}
