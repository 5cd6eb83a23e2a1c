import { titleKey } from '../../platform/title-key';
import { tokenise, type Token } from '../fold/tokenise';
import { FACET_FIELDS, type SearchDocument } from '../port';
import type { HeadWords } from '../query/head-score';
import { zoneTerms } from './zone-terms';
import { KIND } from './schema';

export interface Head {
  title: { vi: string; en?: string };
  keywords: { vi: string[]; en?: string[] };
  abstract: { vi: string; en?: string } | null;
}

export interface Phrase {
  folded: string;
  display: string;
  kind: number;
}

/** Everything the tables are fed with, made from one document. */
export interface DocumentTexts {
  identifier: string;
  publishedAt: number;
  modifiedAt: number;
  titleKey: string;
  /** JSON: codes in the order of FACET_FIELDS. */
  facets: string;
  head: string;
  /** Exact words of the head by zone, see `headWords`. */
  words: string;
  /** Everything without marks, by zone. */
  folded: Record<'title' | 'keywords' | 'labels' | 'abstract' | 'body', string>;
  /** Everything in its exact form. */
  exactFull: string;
  /** See `zoneTerms`. */
  terms: string;
  passages: string[];
}

/** Characters of one piece of a body: what is read to show a place of it. */
const PASSAGE = 4_000;
/** So many of them stand in the next piece too, so that no place worth showing is cut in two. */
const OVERLAP = 200;
/**
 * Between texts of one column, so that no phrase reaches from one into the next: a word to FTS5 and
 * never one to our tokeniser.
 */
const GAP = ` ${'¦ '.repeat(8)}`;

/** SQLite and the thread's messages want whole characters; NUL ends a string in C. */
export function cleanText(text: string): string {
  return text.replace(/\0/g, ' ').replace(/\p{Surrogate}/gu, '\uFFFD');
}

const join = (texts: Token[][], form: 'exact' | 'folded'): string =>
  texts.map((tokens) => tokens.map((token) => token[form]).join(' ')).join(GAP);

export function headOf(document: SearchDocument): Head {
  const { title, keywords, abstract } = document;
  return JSON.parse(JSON.stringify({ title, keywords, abstract }), (_, value: unknown) =>
    typeof value === 'string' ? cleanText(value) : value,
  ) as Head;
}

/** Titles, keywords and abstracts in both languages and the labels, tokenised. */
function zones(head: Head, labels: string[]) {
  const both = (value: { vi: string; en?: string } | null) =>
    [value?.vi, value?.en].filter((text) => text !== undefined).map(tokenise);
  return {
    title: both(head.title),
    keywords: [...head.keywords.vi, ...(head.keywords.en ?? [])].map(tokenise),
    labels: [...new Set(labels)].map(cleanText).map(tokenise),
    abstract: both(head.abstract),
  };
}

export function documentTexts(document: SearchDocument): DocumentTexts {
  const head = headOf(document);
  const found = zones(head, document.labels);
  const { title, keywords, labels, abstract } = found;
  const body = cleanText(document.body);
  const bodyTokens = tokenise(body);
  const all = [...title, ...keywords, ...labels, ...abstract, bodyTokens];
  return {
    identifier: document.identifier,
    publishedAt: Date.parse(document.publishedAt) || 0,
    modifiedAt: Date.parse(document.modifiedAt) || 0,
    titleKey: titleKey(head.title.vi),
    facets: JSON.stringify(FACET_FIELDS.map((field) => document.facets[field])),
    head: JSON.stringify(head),
    words: headWords([title, keywords, labels, abstract]),
    folded: {
      title: join(title, 'folded'),
      keywords: join(keywords, 'folded'),
      labels: join(labels, 'folded'),
      abstract: join(abstract, 'folded'),
      body: join([bodyTokens], 'folded'),
    },
    exactFull: join(all, 'exact'),
    terms: zoneTerms({
      title,
      names: [...keywords, ...labels],
      head: [...title, ...keywords, ...labels, ...abstract],
      text: all,
    }),
    passages: passagesOf(body),
  };
}

/** Zones by line, texts of a zone by tab, words by space: read back by {@link readHeadWords}. */
function headWords(all: Token[][][]): string {
  return all
    .map((texts) => texts.map((tokens) => tokens.map(({ exact }) => exact).join(' ')).join('\t'))
    .join('\n');
}

export function readHeadWords(words: string): HeadWords {
  const read = (zone: string) =>
    zone.split('\t').map((text) => (text === '' ? [] : text.split(' ')));
  const [title, keywords, labels, abstract] = words.split('\n').map(read);
  const none: string[][] = [];
  return {
    title: title ?? none,
    keywords: keywords ?? none,
    labels: labels ?? none,
    abstract: abstract ?? none,
  };
}

/** Cuts at spaces, so that no word is split and highlighting need not read megabytes. */
function passagesOf(body: string): string[] {
  const passages: string[] = [];
  for (let from = 0; from < body.length;) {
    let to = Math.min(from + PASSAGE, body.length);
    const space = to < body.length ? body.lastIndexOf(' ', to) : -1;
    if (space > from + OVERLAP) to = space;
    passages.push(body.slice(from, to));
    if (to === body.length) break;
    const back = body.indexOf(' ', to - OVERLAP);
    from = back > from && back < to ? back : to;
  }
  return passages;
}

/** What the document adds to the suggestions, each once. */
export function phrasesOf(head: Head): Phrase[] {
  const found = new Map<string, Phrase>();
  const add = (phrase: Phrase) => {
    found.set(`${String(phrase.kind)} ${phrase.folded} ${phrase.display}`, phrase);
  };
  const shown = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const keywords = [...head.keywords.vi, ...(head.keywords.en ?? [])];
  const titles = [head.title.vi, head.title.en ?? ''];
  for (const text of keywords) {
    const folded = tokenise(text).map((token) => token.folded).join(' '); // prettier-ignore
    if (folded) add({ folded, display: shown(text), kind: KIND.keyword });
  }
  for (const text of [...titles, ...keywords]) {
    const tokens = tokenise(text);
    for (const [at, second] of tokens.entries()) {
      const first = tokens[at - 1];
      // Only words that stand side by side are a pair: no comma or full stop between them.
      if (!first || /\S/.test(text.slice(first.end, second.start))) continue;
      const display = shown(text.slice(first.start, second.end)).toLowerCase();
      add({ folded: `${first.folded} ${second.folded}`, display, kind: KIND.pair });
    }
  }
  return [...found.values()];
}
