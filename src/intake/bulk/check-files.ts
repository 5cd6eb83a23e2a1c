import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Lang } from '../../i18n/translate';
import { AppError } from '../../platform/errors';
import { inspectFile } from '../inspect-file';
import { asIntakeError } from '../problem';
import type { RowProblem } from './check-row';
import { wordsOf } from './row-words';

/** The file that a row names, inside the folder even after links; undefined when there is none. */
export async function locate(folder: string, name: string): Promise<string | undefined> {
  const root = await realpath(folder);
  const place = await realpath(path.resolve(root, name)).catch(() => undefined);
  if (place === undefined || !(await stat(place)).isFile()) return undefined;
  if (!place.startsWith(root + path.sep)) throw new AppError('forbidden');
  return place;
}

export async function fileProblem(
  input: { folder: string; lang: Lang },
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
