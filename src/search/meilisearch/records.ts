import { createHash } from 'node:crypto';
import { titleKey } from '../../platform/title-key';
import { cleanText, documentTexts } from '../embedded/document-texts';
import { tokenise } from '../fold/tokenise';
import { FACET_FIELDS, type SearchDocument } from '../port';
import { exactWord, foldedWord } from './encode-word';
import { bodyFields, exactField } from './settings';

export interface MaterialRecord {
  identifier: string;
  /** Of everything that is stored: tells what a reconciliation must write again. */
  hash: string;
  /** JSON of what is shown and suggested. */
  head: string;
  /** Exact words of the head by zone, see `headWords`. */
  words: string;
  publishedAt: number;
  modifiedAt: number;
  titleKey: string;
  [field: string]: string | string[] | number;
}

export interface PassageRecord {
  id: string;
  material: string;
  part: number;
  last: boolean;
  text: string;
  words: string;
  words_exact: string;
}

const PASSAGE = 2_000;
/** So much of a passage stands in the one before too: what is found at its end has its context. */
const OVERLAP = 200;
/** Values that are compared are cut at 468 bytes. */
const LONGEST_KEY = 400;

/**
 * Titles in dictionary order by plain order of bytes, as Meilisearch's sort compares them: it drops
 * control characters, and trims.
 */
export function sortKey(title: string): string {
  const key = titleKey(title).replaceAll(' ', '-').replaceAll('\u0001', ' ');
  return Buffer.from(`k${key}`).subarray(0, LONGEST_KEY).toString('utf8');
}

/** The document as it is stored and searched. */
export function materialRecord(document: SearchDocument): MaterialRecord {
  const texts = documentTexts(document);
  const { title, keywords, abstract } = JSON.parse(texts.head) as Pick<
    SearchDocument,
    'title' | 'keywords' | 'abstract'
  >;
  const both = (value: { vi: string; en?: string } | null) =>
    [value?.vi, value?.en].filter((text) => text !== undefined);
  const zones = {
    title: both(title),
    keywords: [...keywords.vi, ...(keywords.en ?? [])],
    labels: [...new Set(document.labels)].map(cleanText),
    abstract: both(abstract),
  };
  const record = {
    identifier: document.identifier,
    head: texts.head,
    words: texts.words,
    publishedAt: texts.publishedAt,
    modifiedAt: texts.modifiedAt,
    titleKey: sortKey(title.vi),
    ...Object.fromEntries(FACET_FIELDS.map((field) => [field, document.facets[field]])),
    ...Object.fromEntries(Object.entries(zones).flatMap(([name, all]) => zoneFields(name, all))),
    ...bodyWords(cleanText(document.body)),
  };
  return { ...record, hash: hashOf([record, document.body]) };
}

/** Elements of a list are no neighbours: no phrase reaches from one into the next. */
function zoneFields(name: string, texts: string[]): [string, string[]][] {
  const tokens = texts.map(tokenise);
  return [
    [name, tokens.map((words) => words.map(foldedWord).join(' '))],
    [exactField(name), tokens.map((words) => words.map(exactWord).join(' '))],
  ];
}

function bodyWords(body: string): Record<string, string> {
  const tokens = tokenise(body);
  return {
    ...bodyFields(tokens.map(foldedWord)),
    ...bodyFields(tokens.map(exactWord), exactField),
  };
}

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);

/** The text in pieces that each can be read and shown alone. */
export function passageRecords({ identifier, body }: SearchDocument): PassageRecord[] {
  const texts = piecesOf(cleanText(body).normalize('NFC'));
  return texts.map((text, part) => {
    const tokens = tokenise(text);
    return {
      id: `${identifier}_${String(part)}`,
      material: identifier,
      part,
      last: part === texts.length - 1,
      text,
      words: tokens.map(foldedWord).join(' '),
      words_exact: tokens.map(exactWord).join(' '),
    };
  });
}

/** Cuts at spaces, so that no word is split. */
function piecesOf(body: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < body.length;) {
    let to = Math.min(from + PASSAGE, body.length);
    const space = to < body.length ? body.lastIndexOf(' ', to) : -1;
    if (space > from + OVERLAP) to = space;
    pieces.push(body.slice(from, to));
    if (to >= body.length) break;
    const again = body.indexOf(' ', to - OVERLAP);
    from = again > 0 && again < to ? again + 1 : to;
  }
  return pieces;
}
