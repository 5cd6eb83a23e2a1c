import { mkdirSync } from 'node:fs';
import type { SearchDocument, SearchWriter } from '../port';
import { requireGoOn, whileAllowed, type GoOn } from '../while-allowed';
import { keepCommon, recentOf } from './common';
import { connect, type Connection } from './connection';
import { currentIndex, newIndexFile, pointTo, removeOldIndexes } from './files';
import { createMutex } from './mutex';
import { rebuildInto } from './rebuild';
import { countDocuments, createSchema, isComplete, setComplete } from './schema';
import { countPhrasesIn, eraseDocument, nextSeq, writeDocument } from './write-document';

interface Live {
  file: string;
  connection: Connection;
}

/** What came in while a rebuild ran: the document, or null where it was removed. */
type Meanwhile = Map<string, SearchDocument | null>;

/**
 * The only writer of the folder's index. It blocks its thread: for the worker alone. Old index files
 * stay `graceMs` for readers that were about to open them.
 */
export function createEmbeddedWriter(input: {
  folder: string;
  graceMs?: number;
  goOn?: GoOn;
}): SearchWriter {
  const { folder, graceMs = 60_000, goOn = () => true } = input;
  const inTurn = createMutex();
  const oneRebuild = createMutex();
  let live: Live | null = null;
  let meanwhile: Meanwhile | null = null;
  let building: string | null = null;
  let cleaning: NodeJS.Timeout | undefined;

  function clean() {
    const keep = [live?.file, building].filter((file) => file != null);
    removeOldIndexes({ folder, keep, graceMs });
  }

  /** The index in use, or null when there is none that can be read. */
  async function open(): Promise<Live | null> {
    if (live) return live;
    mkdirSync(folder, { recursive: true });
    const current = currentIndex(folder);
    if ('missing' in current) return null;
    try {
      live = { file: current.file, connection: await openToWrite(current.file) };
      clean();
    } catch {
      return null; // a damaged derived file is made anew
    }
    return live;
  }

  async function create(): Promise<Live> {
    mkdirSync(folder, { recursive: true });
    const file = newIndexFile(folder);
    const connection = await connect(file);
    await createSchema(connection);
    return { file, connection };
  }

  function switchTo(next: Live) {
    pointTo(folder, next.file);
    live?.connection.close();
    live = next;
    clearTimeout(cleaning);
    cleaning = setTimeout(clean, graceMs + 1000).unref();
  }

  async function write(changes: Meanwhile) {
    if (changes.size === 0) return;
    for (const [identifier, document] of changes) meanwhile?.set(identifier, document);
    if (!(await open())) {
      if (meanwhile) return; // the rebuild under way makes the first index
      switchTo(await create());
    }
    if (live) await apply(live.connection, changes);
  }

  return {
    upsert: (documents) =>
      inTurn(() => write(new Map(documents.map((document) => [document.identifier, document])))),
    remove: (identifiers) =>
      inTurn(() => write(new Map(identifiers.map((identifier) => [identifier, null])))),
    needsRebuild: () =>
      inTurn(async () => {
        const current = await open();
        return !current || !(await isComplete(current.connection));
      }),
    rebuild: (documents) =>
      oneRebuild(async () => {
        const changes: Meanwhile = new Map();
        meanwhile = changes;
        const next = await create();
        building = next.file;
        try {
          await rebuildInto(next.connection, whileAllowed(documents, goOn));
          return await inTurn(async () => {
            await apply(next.connection, changes);
            await setComplete(next.connection, true);
            await next.connection.run('PRAGMA wal_checkpoint(TRUNCATE)');
            await next.connection.run('PRAGMA synchronous = NORMAL');
            requireGoOn(goOn);
            switchTo(next);
            meanwhile = null;
            return { documents: await countDocuments(next.connection) };
          });
        } catch (error) {
          next.connection.close();
          throw error;
        } finally {
          meanwhile = null;
          building = null;
        }
      }),
    close: () =>
      inTurn(() => {
        clearTimeout(cleaning);
        live?.connection.close();
        live = null;
        return Promise.resolve();
      }),
  };
}

async function openToWrite(file: string): Promise<Connection> {
  const connection = await connect(file);
  try {
    await isComplete(connection);
    await connection.run('PRAGMA synchronous = NORMAL');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

async function apply(connection: Connection, changes: Meanwhile): Promise<void> {
  if (changes.size === 0) return;
  const countPhrases = countPhrasesIn(connection);
  await connection.transaction('write', async () => {
    const seq = await nextSeq(connection);
    const recent = (await recentOf(connection)) !== null;
    for (const [identifier, document] of changes) {
      if (document) await writeDocument({ connection, document, seq, countPhrases, recent });
      else await eraseDocument({ connection, identifier, seq, recent });
    }
    await keepCommon(connection, seq);
  });
}
