import { createFinder, type FoundWord } from './fold/find-words';
import type { ParsedQuery } from './query/parse-query';

/** About how many characters of text stand around the best place. */
const SNIPPET = 200;

interface Match {
  start: number;
  end: number;
  /** Which unit of the query this is. */
  unit: number;
  exact: boolean;
}

export interface TextMatches {
  text: string;
  matches: Match[];
  /** Number of different units found. */
  units: number;
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

/** Breaks and control characters are layout of the file, not of the snippet. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ');

/** Finds a query in texts. */
export type Matcher = (text: string) => TextMatches;

export const findMatches = (text: string, query: ParsedQuery): TextMatches =>
  createMatcher(query)(text);

/**
 * Where the units of the query stand in an original text: a unit in its exact form only with its
 * very marks; where any were typed, a word without them with others only if the text lacks it as is.
 */
export function createMatcher(query: ParsedQuery): Matcher {
  const sequences = [
    ...query.units.map(({ words, form }, unit) => ({ words, form, unit })),
    ...query.alternatives.map(({ words, form, from }) => ({ words, form, unit: from })),
  ];
  const wanted = sequences.flatMap(({ words }) => words.map(({ folded }) => folded));
  const find = createFinder(new Set(wanted));
  return (text) => {
    const tokens = find(text);
    const byWord = placesOf(tokens);
    const matches: Match[] = [];
    for (const { words, form, unit } of sequences) {
      const found: Match[] = [];
      for (const place of byWord.get(words[0]?.folded ?? '') ?? []) {
        const run =
          words.length === 1 ? [tokens[place]] : tokens.slice(place, place + words.length);
        const [first, last] = [run[0], run.at(-1)];
        if (!first || !last || run.length < words.length) continue;
        if (last.at - first.at !== words.length - 1) continue;
        if (!run.every((token, k) => token?.folded === words[k]?.folded)) continue;
        const exact = run.every((token, k) => token?.exact === words[k]?.exact);
        if (!exact && form === 'exact') continue;
        found.push({ start: first.start, end: last.end, unit, exact });
      }
      const preferExact = query.accented && found.some(({ exact }) => exact);
      matches.push(...(preferExact ? found.filter(({ exact }) => exact) : found));
    }
    matches.sort((a, b) => a.start - b.start || b.end - a.end);
    return { text, matches, units: new Set(matches.map(({ unit }) => unit)).size };
  };
}

/** Where in the list each folded word stands. */
function placesOf(tokens: FoundWord[]): Map<string, number[]> {
  const byWord = new Map<string, number[]>();
  for (const [place, { folded }] of tokens.entries()) {
    const places = byWord.get(folded);
    if (places) places.push(place);
    else byWord.set(folded, [place]);
  }
  return byWord;
}

function mark(text: string, matches: Match[], from: number, to: number): string {
  let html = '';
  let at = from;
  for (const { start, end } of matches) {
    if (start < at || end > to) continue;
    html += `${escapeHtml(oneLine(text.slice(at, start)))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escapeHtml(oneLine(text.slice(at, to)));
}

/** The whole text, HTML-escaped, matches in `<mark>`; null where nothing matched. */
export function highlightAll({ text, matches }: TextMatches): string | null {
  return matches.length === 0 ? null : mark(text, matches, 0, text.length).trim();
}

/** About 200 characters around the best cluster of matches, `…` where the text goes on. */
export function highlightSnippet({ text, matches }: TextMatches): string | null {
  const cluster = bestCluster(matches);
  if (!cluster) return null;
  const room = Math.max(0, SNIPPET - (cluster.end - cluster.start));
  let from = Math.max(0, cluster.start - Math.floor(room / 3));
  let to = Math.min(text.length, from + Math.max(SNIPPET, cluster.end - from));
  from = Math.max(0, Math.min(from, to - SNIPPET));
  from = wordStart(text, from, cluster.start);
  to = wordEnd(text, to, cluster.end);
  const html = mark(text, matches, from, to).trim();
  return `${from > 0 ? '…' : ''}${html}${to < text.length ? '…' : ''}`;
}

/** The window with the most different units, then exact ones, then close to each other. */
function bestCluster(matches: Match[]): { start: number; end: number } | null {
  let best: { start: number; end: number; score: number } | null = null;
  const units = new Map<number, number>();
  let exact = 0;
  let tail = 0;
  for (const [at, head] of matches.entries()) {
    units.set(head.unit, (units.get(head.unit) ?? 0) + 1);
    if (head.exact) exact += 1;
    for (let first = matches[tail]; first && head.end - first.start > SNIPPET && first !== head;) {
      const left = (units.get(first.unit) ?? 1) - 1;
      if (left === 0) units.delete(first.unit);
      else units.set(first.unit, left);
      if (first.exact) exact -= 1;
      tail += 1;
      first = matches[tail];
    }
    const start = matches[tail]?.start ?? head.start;
    const count = Math.min(9, at - tail + 1);
    const score = units.size * 100 + Math.min(exact, 9) + count - (head.end - start) / SNIPPET;
    if (!best || score > best.score) best = { start, end: head.end, score };
  }
  return best;
}

function wordStart(text: string, from: number, limit: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, limit).search(/\s/);
  return space < 0 ? safeCut(text, from) : from + space + 1;
}

function wordEnd(text: string, to: number, limit: number): number {
  if (to >= text.length) return text.length;
  const space = text.slice(limit, to).search(/\s\S*$/);
  return space < 0 ? safeCut(text, Math.max(to, limit)) : limit + space;
}

/** Never between the halves of a surrogate pair, nor between a letter and its mark. */
function safeCut(text: string, at: number): number {
  let cut = at;
  while (cut > 0 && cut < text.length && /^[\uDC00-\uDFFF\p{M}]/u.test(text.slice(cut, cut + 1))) {
    cut -= 1;
  }
  return cut;
}
