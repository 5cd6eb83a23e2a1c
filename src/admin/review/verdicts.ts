import type { ClaimLine, ConditionView, RightsView, WorkbenchView } from '../../review/view-models';

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
  /** How the value was worked out, line by line. */
  reasoning: string[];
  /** Of the line on the term: the record that a person may have to decide upon. */
  rights?: RightsView;
}

/** Every line of the claim: of the whole, then of each component; the term of protection ends each, unless it waits for a decision. */
export function linesOf(
  view: WorkbenchView,
  words: { term: string; lastDay: (day: string) => string },
): Line[] {
  return [view.rights, ...view.components].flatMap((rights) => {
    if (!rights) return [];
    const part = rights.component ? (rights.title ?? '') : '';
    const { term } = rights;
    const value = [term.outcomeLabel, term.lastDay && words.lastDay(term.lastDay)]
      .filter(Boolean)
      .join(', ');
    const lines = rights.claim.map((line): Line => ({
      ...line,
      key: `${rights.id}:${line.field}`,
      part,
      reasoning: [],
    }));
    const ofTerm: Line = {
      key: `${rights.id}:term`,
      part,
      field: 'term',
      label: words.term,
      value,
      note: null,
      was: null,
      problems: [],
      reasoning: term.reasoning,
      rights,
    };
    // Where a person decides on the term, the basis stands or falls with it.
    const at = rights.decision
      ? lines.findIndex(({ field }) => field === 'basis') + 1
      : lines.length;
    return [...lines.slice(0, at), ofTerm, ...lines.slice(at)];
  });
}

/** A line's name as the words of a return begin with it. */
function nameOf({ part, label }: Line): string {
  return part ? `${part}, ${label}` : label;
}

/**
 * What the last return asked about each line, by its key: the words after the line's name, as
 * {@link returnDraft} wrote them, up to the next line that is named.
 */
export function askedBefore(lines: Line[], comment: string | null): Map<string, string> {
  const asked = new Map<string, string[]>();
  let words: string[] | undefined;
  for (const text of (comment ?? '').split('\n')) {
    const named = lines.find(
      (line) => text === nameOf(line) || text.startsWith(`${nameOf(line)}: `),
    );
    if (named) {
      words = [text.slice(nameOf(named).length + 2)];
      asked.set(named.key, words);
    } else words?.push(text);
  }
  return new Map([...asked].map(([key, parts]) => [key, parts.join('\n').trim()]));
}

/** Unmet conditions that belong to no line of the claim: the description, the files, the papers. */
export function looseConditions(view: WorkbenchView, lines: Line[]): ConditionView[] {
  const shown = new Set(
    lines.flatMap(({ problems }) => problems.map(({ field, code }) => `${field} ${code}`)),
  );
  return view.missing.filter(({ field, code }) => !shown.has(`${field} ${code}`));
}

export interface Tally {
  ok: number;
  question: number;
  no: number;
  unread: number;
}

export function tally(lines: Line[], notes: Notes): Tally {
  const count = (verdict: Verdict) =>
    lines.filter(({ key }) => notes[key]?.verdict === verdict).length;
  const [ok, question, no] = [count('ok'), count('question'), count('no')];
  return { ok, question, no, unread: lines.length - ok - question - no };
}

/** The return as it was written while reading: reasons once each, a line of words for each doubt. */
export function returnDraft(lines: Line[], notes: Notes): { reasons: string[]; comment: string } {
  const open = lines.flatMap((line) => {
    const note = notes[line.key];
    return note && (note.verdict === 'question' || note.verdict === 'no') ? [{ line, note }] : [];
  });
  const reasons = open.map(
    ({ note }) => note.reason ?? (note.verdict === 'question' ? 'rights_unclear' : null),
  );
  const comment = open
    .map(({ line, note }) => {
      const name = nameOf(line);
      const words = note.text.trim() || line.problems.map(({ message }) => message).join(' ');
      return words ? `${name}: ${words}` : name;
    })
    .join('\n');
  return { reasons: [...new Set(reasons.filter((code) => code !== null))], comment };
}
