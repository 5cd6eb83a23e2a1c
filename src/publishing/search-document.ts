import type { TermScheme } from '../platform/code-lists';
import type { Storage } from '../platform/storage/port';
import type { SearchDocument } from '../search/port';
import type { Coded, Localized, Snapshot } from './read/snapshot';

const MOST_BODY = 5 * 1024 * 1024;

/** The text of all files of a publication, as far as it was extracted. */
async function bodyOf(snapshot: Snapshot, storage: Storage): Promise<string> {
  const parts: string[] = [];
  let size = 0;
  for (const key of new Set(snapshot.files.map((file) => file.textKey))) {
    if (!key || size > MOST_BODY) continue;
    const text = Buffer.from(await storage.readBytes(key)).toString('utf8');
    parts.push(text);
    size += text.length;
  }
  return parts.join('\n\n').slice(0, MOST_BODY);
}

/** Alternative labels of a term: they find it and are not shown, so a snapshot lacks them. */
export type OtherLabels = (scheme: TermScheme, code: string) => string[];

function labelsOf(snapshot: Snapshot, otherLabels: OtherLabels): string[] {
  const { type, subjects, levels, audiences, department } = snapshot;
  const terms = (scheme: TermScheme, list: Coded[]) =>
    list.flatMap(({ code, label }) => [...both(label), ...otherLabels(scheme, code)]);
  return [
    ...terms('subjects', subjects),
    ...terms('types', type ? [type] : []),
    ...terms('levels', levels),
    ...terms('audiences', audiences),
    ...both(department.label),
  ];
}

const both = ({ vi, en }: Localized): string[] => (en === undefined ? [vi] : [vi, en]);

/** What the search index knows of a publication. */
export async function searchDocument(
  snapshot: Snapshot,
  storage: Storage,
  otherLabels: OtherLabels = () => [],
): Promise<SearchDocument> {
  const codes = (list: { code: string }[]) => list.map(({ code }) => code);
  return {
    identifier: snapshot.identifier,
    title: snapshot.title,
    keywords: snapshot.keywords,
    abstract: snapshot.abstract,
    body: await bodyOf(snapshot, storage),
    labels: labelsOf(snapshot, otherLabels),
    facets: {
      subject: codes(snapshot.subjects),
      level: codes(snapshot.levels),
      audience: codes(snapshot.audiences),
      type: snapshot.type ? [snapshot.type.code] : [],
      department: [snapshot.department.code],
      licence: [snapshot.licence.code],
      language: snapshot.language,
      feature: codes(snapshot.features),
    },
    publishedAt: snapshot.publishedAt,
    modifiedAt: snapshot.modifiedAt,
  };
}
