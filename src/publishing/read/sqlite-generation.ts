import type { SqliteReader } from './sqlite-reader';

export interface Generation {
  current(): number;
  lastModified(): Date | undefined;
  onChange(listener: () => void): void;
  look(): Promise<void>;
  invalidate(): void;
  settling(): Promise<void> | undefined;
  stop(): void;
}

/** Everything delivery shows leaves a trace in one of these; all are answered by an index. */
const TRACES = `SELECT
  (SELECT max(seq) FROM changes) AS change,
  (SELECT max(updated_at) FROM publications) AS publication,
  (SELECT max(updated_at) FROM terms) AS term,
  (SELECT max(updated_at) FROM licences) AS licence,
  (SELECT max(updated_at) FROM departments) AS department,
  (SELECT max(modified_at) FROM publications WHERE status = 'live' AND access = 'open') AS live,
  (SELECT max(modified_at) FROM publications WHERE status = 'withdrawn' AND access = 'open') AS gone`;

/**
 * Notices commits: `PRAGMA data_version` (microseconds) says that somebody wrote, the traces say
 * whether it concerns delivery, so that sign-ins and drafts of the staff side drop no cache.
 */
export function watchGeneration(input: { reader: SqliteReader; pollMs: number }): Generation {
  const { reader, pollMs } = input;
  const listeners: (() => void)[] = [];
  let generation = 1;
  let version: unknown;
  let traces: string | undefined;
  let modified: Date | undefined;
  let underway: Promise<void> | undefined;

  async function look(): Promise<void> {
    const [head] = await reader.all('PRAGMA data_version');
    if (head?.data_version === version && traces !== undefined) return;
    const [row] = await reader.all(TRACES);
    const found = JSON.stringify(row ?? null);
    // Read before the traces: a commit in between shows as another version at the next look.
    version = head?.data_version;
    if (found === traces) return;
    const first = traces === undefined;
    traces = found;
    const moments = [row?.live, row?.gone].filter((moment) => typeof moment === 'string').sort();
    modified = moments.length > 0 ? new Date(String(moments.at(-1))) : undefined;
    if (first) return;
    generation += 1;
    for (const listener of listeners) listener();
  }

  function invalidate(): void {
    // Behind a look under way, which may have begun before the commit.
    const mine = (underway ?? Promise.resolve()).then(look).catch(() => undefined);
    underway = mine;
    void mine.then(() => {
      if (underway === mine) underway = undefined;
    });
  }

  const timer = setInterval(() => {
    if (!underway) invalidate();
  }, pollMs);
  timer.unref();

  return {
    current: () => generation,
    lastModified: () => modified,
    onChange(listener) {
      listeners.push(listener);
    },
    look,
    invalidate,
    settling: () => underway,
    stop() {
      clearInterval(timer);
    },
  };
}
