/**
 * Entry of a search thread: every query runs here, because the database library blocks the thread it
 * is called on. Bundled to `dist/search-thread.js`.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { isAppError } from '../../platform/errors';
import { answer, emptyAnswer } from './answer';
import { headVocabulary } from './head-vocabulary';
import { createIndexSession } from './index-session';
import type { Calls, Reply, Request } from './messages';
import { createMutex } from './mutex';
import { suggest } from './suggest';

/** So often an idle thread looks for a new index and loads it before the next query needs it. */
const LOOK_MS = 500;

const session = createIndexSession((workerData as { folder: string }).folder);
const inTurn = createMutex();

async function run(request: Request): Promise<Calls[keyof Calls]['output']> {
  const { call, input } = request;
  if (call === 'search') {
    return (await session.read((index) => answer(index, input))) ?? emptyAnswer(input);
  }
  if (call === 'suggest') return (await session.read((index) => suggest(index, input))) ?? [];
  return session.health();
}

/** Once more on a fresh connection: the file may have been replaced under the old one. */
async function runTwice(request: Request): Promise<Calls[keyof Calls]['output']> {
  try {
    return await run(request);
  } catch (error) {
    if (isAppError(error)) throw error;
    session.close();
    return run(request);
  }
}

const say = (reply: Reply) => parentPort?.postMessage(reply);

parentPort?.on('message', (request: Request) => {
  void inTurn(() => runTwice(request)).then(
    (output) => {
      say({ id: request.id, output });
    },
    (error: unknown) => {
      const code = isAppError(error) ? error.code : 'search_unavailable';
      say({ id: request.id, error: { code, message: String(error) } });
    },
  );
});

async function look() {
  await inTurn(() => session.read(({ connection }) => headVocabulary(connection))).catch(() => {
    session.close();
  });
}

void look().then(() => {
  say({ ready: true });
  setInterval(() => void look(), LOOK_MS);
});
