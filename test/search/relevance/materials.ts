import { readdirSync, readFileSync } from 'node:fs';
import departments from '../../../seed/reference/departments.json';
import terms from '../../../seed/reference/terms.json';
import type { SearchDocument } from '../../../src/search/port';
import { searchDocument } from '../documents';
import type { Grades } from './ndcg';

interface Material {
  identifier: string;
  title: string;
  keywords: string[];
  abstract: string;
  body: string;
  type: string;
  subject: string[];
  level: string[];
  audience: string[];
  department: string;
}

export interface Judgement {
  kind: string;
  q: string;
  /** Queries of the final set are never looked at when the ranking is changed. */
  set: 'tune' | 'final';
  relevant: Grades;
}

interface Named {
  vi?: string | string[];
  en?: string | string[];
}

const folder = (name: string) => new URL(`./${name}/`, import.meta.url);
const files = (name: string) => readdirSync(folder(name)).sort();
const read = (name: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(file, folder(name)), 'utf8'));

const words = ({ vi = [], en = [] }: Named): string[] => [vi, en].flat();

function labelsOf({ subject, type, level, audience, department }: Material): string[] {
  const schemes = { subjects: subject, types: [type], levels: level, audiences: audience };
  const labels = Object.entries(schemes).flatMap(([scheme, codes]) =>
    terms.items
      .filter((term) => term.scheme === scheme && codes.includes(term.code))
      .flatMap((term) => [...words(term.label), ...words(term.altLabels as Named)]),
  );
  const from = departments.items.filter(({ code }) => code === department);
  return [...labels, ...from.flatMap(({ name }) => words(name))];
}

/** All materials, as a publication would be given to the index. */
export function materials(): SearchDocument[] {
  const all = files('corpus').flatMap((file) => read('corpus', file) as Material[]);
  return all.map((material, at) => {
    const { identifier, title, keywords, abstract, body } = material;
    const { subject, level, audience, type, department } = material;
    // Days of publication that agree with no order of the files.
    const day = new Date(Date.UTC(2025, 0, 1 + ((at * 67) % 365))).toISOString();
    return searchDocument({
      identifier,
      title,
      keywords,
      abstract: { vi: abstract },
      body,
      labels: labelsOf(material),
      facets: { subject, level, audience, type: [type], department: [department] },
      publishedAt: day,
      modifiedAt: day,
    });
  });
}

/** All queries with what a librarian would answer; some are sent in decomposed Unicode. */
export function judgements(): Judgement[] {
  return files('judgements').flatMap((file) => {
    const kind = file.replace('.json', '');
    const all = read('judgements', file) as Omit<Judgement, 'kind'>[];
    return all.map((one) => ({
      ...one,
      kind,
      q: kind === 'decomposed' ? one.q.normalize('NFD') : one.q,
    }));
  });
}
