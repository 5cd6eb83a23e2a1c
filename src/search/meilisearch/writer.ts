import { createMutex } from '../embedded/mutex';
import type { SearchDocument, SearchWriter } from '../port';
import { whileAllowed, type GoOn } from '../while-allowed';
import { connect } from './connection';
import { deleteOutdated, ensureIndex, ensureIndexes } from './indexes';
import { indexNames } from './names';
import { rebuildInto } from './rebuild';
import { reconcile } from './reconcile';
import { requireVersion } from './require-version';
import { isComplete, setComplete } from './state';
import { forgetTasks } from './tasks';
import { faultOf } from './valid-document';
import { applyChanges, type Changes } from './write';

const TIME_LIMIT_MS = 15_000;

/** The only writer of the indexes of a prefix: for the worker alone. */
export function createMeilisearchWriter(input: {
  url: string;
  key: string;
  prefix: string;
  /** Documents of a rebuild that cannot be indexed; they are left out. */
  onProblem?: (error: Error) => void;
  goOn?: GoOn;
}): SearchWriter {
  const { url, key, prefix, onProblem = () => undefined, goOn = () => true } = input;
  const usable = (documents: AsyncIterable<SearchDocument>) =>
    validOnly(whileAllowed(documents, goOn), onProblem);
  const connection = connect({ url, key, timeLimitMs: TIME_LIMIT_MS });
  const names = indexNames(prefix);
  const inTurn = createMutex();
  const oneRebuild = createMutex();
  let meanwhile: Changes | null = null;
  let ready = false;

  /** The right server, with indexes as this version wants them. */
  async function prepare() {
    await requireVersion(connection);
    await ensureIndex(connection, names.state, 'id', null);
    await ensureIndexes(connection, names);
    ready = true;
  }

  async function write(changes: Changes) {
    if (changes.size === 0) return;
    if (!ready) await prepare();
    for (const [identifier, document] of changes) meanwhile?.set(identifier, document);
    ready = false; // whatever fails: a server that lost its indexes would make others, without settings
    await applyChanges(connection, names, changes);
    ready = true;
  }

  /** Runs `work` while every change that comes in is noted. */
  async function watching<T>(work: (changes: Changes) => Promise<T>): Promise<T> {
    const changes: Changes = new Map();
    meanwhile = changes;
    try {
      return await work(changes);
    } finally {
      meanwhile = null;
    }
  }

  return {
    async upsert(documents) {
      for (const document of documents) requireValid(document);
      const changes: Changes = new Map(
        documents.map((document) => [document.identifier, document]),
      );
      await inTurn(() => write(changes));
    },
    remove: (identifiers) =>
      inTurn(() => write(new Map(identifiers.map((identifier) => [identifier, null])))),
    needsRebuild: () =>
      inTurn(async () => {
        await prepare();
        return !(await isComplete(connection, names));
      }),
    rebuild: (documents) =>
      oneRebuild(() =>
        watching(async (changes) => {
          await inTurn(prepare);
          const built = await rebuildInto({
            connection,
            names,
            documents: usable(documents),
            inTurn,
            changes,
            goOn,
          });
          await setComplete(connection, names);
          return built;
        }),
      ),
    reconcile: (documents) =>
      oneRebuild(() =>
        watching(async (changes) => {
          await inTurn(prepare);
          const found = await reconcile({
            connection,
            names,
            documents: usable(documents),
            isChanged: (identifier) => changes.has(identifier),
            inTurn,
            goOn,
          });
          const since = await setComplete(connection, names);
          await deleteOutdated(connection, { prefix, since });
          await forgetTasks(connection, Object.values(names));
          return found;
        }),
      ),
    close: () => inTurn(() => Promise.resolve()),
  };
}

function requireValid(document: SearchDocument): void {
  const fault = faultOf(document);
  if (fault) throw new Error(`A document cannot be indexed: ${fault}`);
}

/** One that no index can take must not keep all others out of it. */
async function* validOnly(
  documents: AsyncIterable<SearchDocument>,
  onProblem: (error: Error) => void,
): AsyncGenerator<SearchDocument> {
  for await (const document of documents) {
    const fault = faultOf(document);
    if (fault) onProblem(new Error(`Left out of the index: ${document.identifier}, ${fault}`));
    else yield document;
  }
}
