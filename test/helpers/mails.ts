import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TypedUser } from 'payload';
import { getStorage } from '../../src/platform/storage/storage';
import { runOutbox } from '../../src/platform/worker/run-outbox';
import { createHandlers } from '../../src/processes/handlers';
import type { TestApp } from './app';

const done = () => Promise.resolve();

/** The worker's effects without files and search, which are not these tests' affair. */
export async function work(app: TestApp): Promise<void> {
  const handlers = {
    ...createHandlers({
      payload: app.payload,
      storage: getStorage(),
      writer: {} as never,
      processingThread: new URL('file:///none'),
    }),
    'file.derive': done,
    'search.sync': done,
  };
  while ((await runOutbox({ payload: app.payload, handlers })) > 0);
}

export const mailFolder = (app: TestApp): string => path.join(app.folder, 'data', 'mail');

/** The mails that were kept for this person, in no order. */
export function mailsTo(app: TestApp, person: TypedUser): string[] {
  if (!existsSync(mailFolder(app))) return [];
  return readdirSync(mailFolder(app))
    .map((file) => readFileSync(path.join(mailFolder(app), file), 'utf8'))
    .filter((text) => text.startsWith(`To: ${person.email ?? ''}\n`));
}
