'use client';
import type { Lang } from '../../i18n/translate';
import type { ConditionView } from '../../review/view-models';
import type { Unread } from '../ui/parsed-input';
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
  /** Submitting demands it. */
  demanded: (field: string) => boolean;
  /** What a field does with words that it cannot read; the rail then says so too. */
  unread: (field: string, label: string, message: string) => Unread;
  /** What is missing there, once the person was led to it. */
  condition: (field: string) => ConditionView | undefined;
}

/** Reads and writes one record of the workbench: stored values with the unsaved edits on top. */
export function useRecord(key: string, prefix = ''): RecordDraft {
  const { view, edits, set, flagged, unread, setUnread, forgetUnread } = useWorkbench();
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
    set: (field, next) => {
      // Rows move up when one is taken away: words left in them have no place any more.
      const rows = value<unknown[]>(field);
      if (Array.isArray(next) && next.length < (rows?.length ?? 0)) forgetUnread(path(field));
      set(key, field, next);
    },
    text: (field, lang) => languages(field)[lang] ?? '',
    setText: (field, lang, next) => {
      const both = { vi: languages(field).vi ?? null, en: languages(field).en ?? null };
      set(key, field, { ...both, [lang]: next === '' ? null : next });
    },
    path,
    // Nothing can be filled in here now: nothing is asked for.
    demanded: (field) =>
      view.writable &&
      view.demanded.includes(path(field).replace(/\.evidence\.\d+\./, '.evidence.*.')),
    unread: (field, label, message) => ({
      draft: unread[path(field)]?.text,
      onDraft: (text) => setUnread(path(field), text === null ? null : { label, message, text }),
    }),
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
