import type { ClaimLine, WorkbenchView } from '../../review/view-models';

export type Verdict = 'ok' | 'question' | 'no';

/** What the editor thinks of a line, written while reading. */
export interface Note {
  verdict: Verdict | null;
  /** Code of a reason, for a line that does not pass. */
  reason: string | null;
  text: string;
}
export type Notes = Record<string, Note>;

export interface Line extends ClaimLine {
  key: string;
  /** Name of the component, empty for the whole. */
  part: string;
}

/** Every line of the claim: of the whole, then of each component. */
export function linesOf(view: WorkbenchView): Line[] {
  return [view.rights, ...view.components].flatMap((rights) =>
    rights
      ? rights.claim.map((line) => ({
          ...line,
          key: `${rights.id}:${line.field}`,
          part: rights.component ? (rights.title ?? String(rights.record.component ?? '')) : '',
        }))
      : [],
  );
}

export interface Tally {
  ok: number;
  question: number;
  no: number;
  unread: number;
}

export function tally(lines: Line[], notes: Notes): Tally {
  const count = (verdict: Verdict) => lines.filter(({ key }) => notes[key]?.verdict === verdict).length;
  const [ok, question, no] = [count('ok'), count('question'), count('no')];
  return { ok, question, no, unread: lines.length - ok - question - no };
}

/** The return as it was written while reading: reasons once each, a line of words for each doubt. */
export function returnDraft(lines: Line[], notes: Notes): { reasons: string[]; comment: string } {
  const open = lines.flatMap((line) => {
    const note = notes[line.key];
    return note && (note.verdict === 'question' || note.verdict === 'no') ? [{ line, note }] : [];
  });
  const reasons = open.map(({ note }) => note.reason ?? (note.verdict === 'question' ? 'rights_unclear' : null));
  const comment = open
    .map(({ line, note }) => {
      const name = line.part ? `${line.part}, ${line.label}` : line.label;
      const words = note.text.trim() || line.problems.map(({ message }) => message).join(' ');
      return words ? `${name}: ${words}` : name;
    })
    .join('\n');
  return { reasons: [...new Set(reasons.filter((code) => code !== null))], comment };
}
