import { createReadStream } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Progress } from '../../platform/backup/progress';
import { AppError } from '../../platform/errors';
import { hashOf } from '../../platform/sha256';
import { cleanFileName } from '../file-name';
import { asIntakeError } from '../problem';
import { storeFile, type StoreScope } from '../store-upload';
import { fileProblem, locate } from './check-files';
import { checkRow, COLUMNS, type Reference, type RowDraft, type RowProblem } from './check-row';
import { createDraft, draftProblems, removeDraft } from './draft';
import { readTable } from './read-table';
import { problemOf } from './row-words';

export interface ImportInput extends StoreScope {
  /** Holds `materials.csv` and the files that it names. */
  folder: string;
  /** Where files wait on their way in. */
  uploads: string;
  lang: 'vi' | 'en';
  /** Only look. */
  checkOnly?: boolean;
  /** Also what the department has a material of the same title of. */
  again?: boolean;
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
    for (const name of draft.files) {
      const problem = await fileProblem(input, draft.line, name);
      if (problem) own.push(problem);
    }
    // What the table itself shows comes first; the rest is asked of the collection.
    problems.push(...(own.length > 0 ? own : await draftProblems(input, draft)));
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

/** What fails here (the database, the storage) leaves no draft, is named, and the others go on. */
async function makeOne(input: ImportInput, draft: RowDraft, report: ImportReport): Promise<void> {
  const { line } = draft;
  let id: string | undefined;
  try {
    id = await createDraft(input, draft);
    for (const [index, name] of draft.files.entries()) await addFile(input, id, name, index);
    report.made.push({ line, id });
  } catch (error) {
    if (asIntakeError(error).code === 'internal')
      input.payload.logger.error({ err: error, line }, 'a row could not be imported');
    report.problems.push(problemOf(error, { line, field: '-', lang: input.lang }));
    if (id !== undefined && !(await removeDraft(input, id)))
      report.problems.push({ line, field: '-', code: 'left_behind', params: { value: id } });
  }
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
