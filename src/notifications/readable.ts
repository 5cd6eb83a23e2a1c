import type { Payload } from 'payload';
import { upheldById } from '../review/upheld-notice';
import { isDone, type About } from './is-done';
import { mergerWords } from './merger-words';
import { noticeWords, type Decision, type NoticeRow, type NoticeWords } from './notice-words';
import type { Reader } from './reader';
import { seenBy } from './seen-by';
import { takedownWords } from './takedown-words';

type Seen = NonNullable<About['material']> & { title: string | null | undefined };

/** The materials that the reader may see now, by the access rule of the collection. */
async function materialsFor(
  payload: Payload,
  reader: Reader,
  ids: string[],
): Promise<Map<string, Seen>> {
  if (ids.length === 0) return new Map();
  const materials = await seenBy<Seen & { id: string }>(payload, reader, {
    collection: 'materials',
    where: { id: { in: [...new Set(ids)] } },
    select: { title: true, state: true, stepSince: true },
  });
  return new Map(materials.map((row) => [row.id, row]));
}

async function decisionsOf(payload: Payload, rows: NoticeRow[]): Promise<Map<string, Decision>> {
  const ids = rows.flatMap(({ data }) => (data?.reviewId ? [data.reviewId] : []));
  if (ids.length === 0) return new Map();
  const { docs } = await payload.find({
    collection: 'reviews',
    where: { id: { in: ids } },
    select: { actor: true, action: true, reasons: true, comment: true },
    depth: 1,
    pagination: false,
  });
  return new Map((docs as unknown as Decision[]).map((row) => [row.id, row]));
}

/** `done`: what it asks for has been done, by whomever. */
type Worded<T> = { row: T; words: NoticeWords; done: boolean }[];

async function ofMaterials<T extends NoticeRow>(
  payload: Payload,
  reader: Reader,
  rows: T[],
): Promise<Worded<T>> {
  const materials = await materialsFor(
    payload,
    reader,
    rows.flatMap(({ material }) => material ?? []),
  );
  const decisions = await decisionsOf(payload, rows);
  const upheld = await upheldById(
    { payload },
    rows.flatMap(({ data }) => data?.infringementId ?? []),
  );
  const { lang, person } = reader;
  return rows
    .map((row) => ({ row, material: materials.get(row.material ?? '') }))
    .filter((one) => one.material !== undefined)
    .map(({ row, material }) => ({
      row,
      done: isDone(row, { material }),
      words: noticeWords({
        row,
        title: material?.title,
        decision: decisions.get(row.data?.reviewId ?? ''),
        upheld: upheld.get(row.data?.infringementId ?? ''),
        reader: { lang, role: person.role },
      }),
    }));
}

/** The rows that have words for this reader. */
function worded<T extends NoticeRow>(
  rows: T[],
  said: Map<string, { words: NoticeWords; done?: boolean }>,
): Worded<T> {
  return rows.flatMap((row) => {
    const one = said.get(row.id);
    return one ? [{ row, words: one.words, done: one.done ?? false }] : [];
  });
}

/**
 * Those of the notices whose material, or notice of infringement, the reader may see at this moment,
 * in their words and in the same order. What they lost sight of since (another department, another
 * role) is left out as if it had never been.
 */
export async function readable<T extends NoticeRow>(
  payload: Payload,
  reader: Reader,
  rows: T[],
): Promise<Worded<T>> {
  if (rows.length === 0) return [];
  const said = [
    ...(await ofMaterials(payload, reader, rows)),
    ...worded(rows, await takedownWords(payload, reader, rows)),
    ...worded(rows, await mergerWords(payload, reader, rows)),
  ];
  const words = new Map(said.map((one) => [one.row.id, one]));
  return rows.flatMap(({ id }) => words.get(id) ?? []);
}
