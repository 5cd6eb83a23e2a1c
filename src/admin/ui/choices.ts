import type { ReferenceView } from '../../review/view-models';
import type { Choice } from './select-input';

/** A code list of the reference answer as choices (the first name that is known); empty while unknown. */
export function codeChoices(reference: ReferenceView | undefined, ...names: string[]): Choice[] {
  const list = names.map((name) => reference?.codes[name]).find(Boolean) ?? [];
  return list.map(({ code, label, hint }) => ({ value: code, label, hint }));
}

export function termChoices(
  reference: ReferenceView | undefined,
  scheme: keyof ReferenceView['terms'],
): Choice[] {
  return (reference?.terms[scheme] ?? []).map(({ id, label }) => ({ value: id, label }));
}
