import path from 'node:path';
import type { TypedUser } from 'payload';
import { translate } from '../i18n/translate';
import { importMaterials } from '../intake/bulk/import-materials';
import { terminalProgress } from '../platform/backup/progress';
import { getEnv } from '../platform/env';
import { AppError } from '../platform/errors';
import { openStorage } from '../platform/storage/own-storage';
import { intakeGuards } from '../processes/intake-guards';
import { needFolder } from './need-folder';
import { withPayload } from './open';

/** Exit code 1 when a row has a problem; then nothing was made, or every row but those named. */
export async function importDrafts(values: Record<string, unknown>): Promise<number> {
  const folder = needFolder('--from', values.from);
  const lang = values.lang === 'en' ? 'en' : 'vi';
  return await withPayload(async (payload) => {
    const { docs } = await payload.find({
      collection: 'users',
      where: { email: { equals: String(values.as ?? '').toLowerCase() } },
      limit: 1,
      depth: 0,
    });
    const person = docs[0];
    if (!person?.active) {
      const errors = [{ field: '--as', code: 'an active person must sign in with this address' }];
      throw new AppError('invalid_input', { errors });
    }
    const { rows, problems, made } = await importMaterials({
      payload,
      storage: await openStorage(payload),
      guards: intakeGuards,
      user: { ...person, collection: 'users' } as TypedUser,
      folder,
      uploads: path.join(getEnv().dataDir, 'uploads'),
      lang,
      checkOnly: values.check === true,
      again: values.again === true,
      progress: terminalProgress(),
    });
    for (const { line, field, code, params } of problems) {
      const words = translate(lang, `intake:bulk.${code}`, params);
      process.stderr.write(`materials.csv:${String(line)} ${field}: ${words}\n`);
    }
    process.stdout.write(
      `${translate(lang, 'intake:bulk.summary', { rows, made: made.length, problems: problems.length })}\n`,
    );
    return problems.length > 0 ? 1 : 0;
  });
}
