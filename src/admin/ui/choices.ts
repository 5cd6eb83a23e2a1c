import type { ReferenceView } from '../../review/view-models';
import type { Choice } from './select-input';

/** A code list of the reference answer as choices (the first name that is known); empty while unknown. */
export function codeChoices(reference: ReferenceView | undefined, ...names: string[]): Choice[] {
  const list = names.map((name) => reference?.codes[name]).find(Boolean) ?? [];
  return list.map(({ code, label, hint }) => ({ value: code, label, hint }));
}

/** The terms of a scheme; those that others stand under are headings, not choices. */
export function termChoices(
  reference: ReferenceView | undefined,
  scheme: keyof ReferenceView['terms'],
): Choice[] {
  const terms = reference?.terms[scheme] ?? [];
  const under = (id: string | null) => terms.filter(({ broader }) => broader === id);
  const branch = ({ id, label }: { id: string; label: string }): Choice[] => {
    const narrower = under(id);
    return [{ value: id, label, heading: narrower.length > 0 }, ...narrower.flatMap(branch)];
  };
  // Terms without a group first, or they would seem to belong to the last one.
  const tops = under(null);
  const grouped = tops.filter(({ id }) => under(id).length > 0);
  return [...tops.filter((term) => !grouped.includes(term)), ...grouped].flatMap(branch);
}
