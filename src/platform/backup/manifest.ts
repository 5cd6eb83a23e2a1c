import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { sha256Of } from '../sha256';
import { BackupError } from './backup-error';
import { writeWhole } from './files';

/** Raised when a reader of the older format could no longer read the newer one. */
export const FORMAT_VERSION = 2;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const file = z.object({ file: z.string(), bytes: z.number(), sha256: hash });
const names = z.array(z.string());

const manifestSchema = z.object({
  format: z.literal('kho-hoc-lieu-backup'),
  /** 1 named a storage also where it held no files. */
  version: z.union([z.literal(1), z.literal(FORMAT_VERSION)]),
  /** Version of the program that took it; format 1 does not say. */
  program: z.string().optional(),
  /** The moment that the records are of. */
  takenAt: z.string(),
  source: z.object({
    database: z.enum(['sqlite', 'mongodb']),
    /** Null: the records alone. */
    storage: z.enum(['disk', 's3']).nullable(),
  }),
  /** The migrations that the records have behind them, by database. */
  migrations: z.object({ sqlite: names, mongodb: names }),
  /**
   * One file a collection and one for its versions, a record a line. `shape`: hash of its fields,
   * absent in format 1 and where the records are of an earlier version than the program.
   */
  records: z.record(
    z.string(),
    file.extend({ records: z.number(), digest: hash, shape: hash.optional() }),
  ),
  /** One line an object; null: the records alone. */
  objects: file.extend({ objects: z.number(), bytesOfObjects: z.number() }).nullable(),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** One stored object, a line of `objects.ndjson`; its bytes are in `objects/<key>`. */
export interface ObjectLine {
  key: string;
  size: number;
  sha256: string;
  mediaType: string;
}

const NAME = 'manifest.json';
const SEAL = 'manifest.sha256';

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeWhole(path.join(folder, NAME), text);
  await writeWhole(path.join(folder, SEAL), `${sha256Of(text)}  ${NAME}\n`);
}

/** Throws {@link BackupError} on a folder that holds no backup, or not a whole one. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, NAME), 'utf8').catch((cause: unknown) => {
    throw new BackupError(`There is no backup in ${folder}: it has no ${NAME}.`, { cause });
  });
  const seal = await readFile(path.join(folder, SEAL), 'utf8').catch(() => '');
  if (!seal.startsWith(sha256Of(text))) {
    throw new BackupError(`The backup in ${folder} is damaged: ${NAME} is not what was written.`);
  }
  const parsed = manifestSchema.safeParse(JSON.parse(text));
  if (!parsed.success) {
    throw new BackupError(
      `The backup in ${folder} is of a format that this program does not know. Use the version of the program that made it.`,
    );
  }
  return parsed.data;
}
