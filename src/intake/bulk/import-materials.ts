import { createReadStream } from 'node:fs';
import { copyFile, mkdir, realpath, stat } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Payload } from 'payload';
import { hashOf } from '../../platform/backup/files';
import type { Progress } from '../../platform/backup/progress';
import { AppError } from '../../platform/errors';
import { cleanFileName } from '../file-name';
import { inspectFile } from '../inspect-file';
import { asIntakeError, intakeProblem } from '../problem';
import { storeFile, type StoreScope } from '../store-upload';
import { checkRow, COLUMNS, type Reference, type RowDraft, type RowProblem } from './check-row';
import { readTable } from './read-table';

export interface ImportInput extends StoreScope {
  /** Holds `materials.csv` and the files that it names. */
  folder: string;
  /** Where files wait on their way in. */
  uploads: string;
  lang: 'vi' | 'en';
  /** Only look. */
  checkOnly?: boolean;
  progress?: Progress;
}

export interface ImportReport {
  rows: number;
  problems: RowProblem[];
  made: { line: number; id: string }[];
}

const TABLE = 'materials.csv';

async function readReference({ payload, user }: StoreScope): Promise<Reference> {
  const ids = new Map<string, string>();
  for (const collection of ['departments', 'terms'] as const) {
    const { docs } = await payload.find({ collection, depth: 0, pagination: false });
    for (const { id, code, scheme } of docs as { id: string; code: string; scheme?: string }[]) {
      ids.set(`${scheme ?? collection}/${code}`, id);
    }
  }
  const own = (user.departments ?? []) as (string | { id: string })[];
  return { ids, own: new Set(own.map((entry) => (typeof entry === 'string' ? entry : entry.id))) };
}

/** The file that a row names, inside the folder even after links; undefined when there is none. */
async function locate(folder: string, name: string): Promise<string | undefined> {
  const root = await realpath(folder);
  const place = await realpath(path.resolve(root, name)).catch(() => undefined);
  if (place === undefined || !(await stat(place)).isFile()) return undefined;
  if (!place.startsWith(root + path.sep)) throw new AppError('forbidden');
  return place;
}

async function fileProblem(
  input: ImportInput,
  line: number,
  name: string,
): Promise<RowProblem | undefined> {
  const problem = (code: RowProblem['code'], words = name): RowProblem => ({
    line,
    field: 'files',
    code,
    params: { value: name, words },
  });
  try {
    const place = await locate(input.folder, name);
    if (!place) return problem('file_missing');
    const { size } = await stat(place);
    await inspectFile({ path: place, size, name: path.basename(place), purpose: 'content' });
    return undefined;
  } catch (error) {
    const known = asIntakeError(error);
    if (known.code === 'internal') throw error;
    if (known.code === 'forbidden') return problem('file_outside');
    return problem('refused', wordsOf(error, input.lang));
  }
}

function wordsOf(error: unknown, lang: 'vi' | 'en'): string {
  const { title, errors } = intakeProblem(asIntakeError(error), lang);
  return errors?.[0]?.message ?? title;
}

/**
 * Makes a draft of each row, in the name of a person of its department. Every row and file is
 * checked before the first is made: with one problem nothing is.
 */
export async function importMaterials(input: ImportInput): Promise<ImportReport> {
  const reference = await readReference(input);
  const drafts: RowDraft[] = [];
  const problems: RowProblem[] = [];
  for await (const row of readTable(path.join(input.folder, TABLE))) {
    if (drafts.length === 0) problems.push(...unknownColumns(Object.keys(row.values)));
    const { draft, problems: own } = checkRow(row, reference);
    drafts.push(draft);
    problems.push(...own);
    for (const name of draft.files) {
      const problem = await fileProblem(input, draft.line, name);
      if (problem) problems.push(problem);
    }
  }
  const report: ImportReport = { rows: drafts.length, problems, made: [] };
  if (problems.length > 0 || input.checkOnly) return report;
  for (const draft of drafts) {
    await makeOne(input, draft, report);
    input.progress?.('drafts', report.made.length, drafts.length);
  }
  return report;
}

function unknownColumns(names: string[]): RowProblem[] {
  const unknown = names.filter((name) => !COLUMNS.includes(name));
  return unknown.map((field) => ({ line: 1, field, code: 'unknown_column' }));
}

/** What fails here (the database, a rule of the workflow) is named too, and the others go on. */
async function makeOne(input: ImportInput, draft: RowDraft, report: ImportReport): Promise<void> {
  try {
    const id = await createDraft(input.payload, input, draft);
    report.made.push({ line: draft.line, id });
    for (const [index, name] of draft.files.entries()) await addFile(input, id, name, index);
  } catch (error) {
    const words = wordsOf(error, input.lang);
    report.problems.push({
      line: draft.line,
      field: '-',
      code: 'refused',
      params: { words, value: '' },
    });
  }
}

async function createDraft(
  payload: Payload,
  { user }: StoreScope,
  draft: RowDraft,
): Promise<string> {
  const own = { collection: 'materials', user, overrideAccess: false, depth: 0 } as const;
  const { id } = await payload.create({ ...own, locale: 'vi', data: draft.data as never });
  if (Object.keys(draft.english).length > 0) {
    await payload.update({ ...own, id, locale: 'en', data: draft.english });
  }
  return id;
}

async function addFile(
  input: ImportInput,
  materialId: string,
  name: string,
  index: number,
): Promise<void> {
  const source = await locate(input.folder, name);
  if (!source) throw new AppError('not_found');
  await mkdir(input.uploads, { recursive: true });
  // It is moved into the storage: the original stays where it is.
  const copy = path.join(input.uploads, randomUUID());
  await copyFile(source, copy);
  const { size, sha256 } = await hashOf(createReadStream(copy));
  const named = cleanFileName(path.basename(source)) ?? 'file';
  const received = { path: copy, name: named, size, sha256, declaredType: undefined };
  await storeFile(input, received, { materialId, role: index === 0 ? 'main' : 'attachment' });
}
