export interface Generation {
  current(): number;
  lastModified(): Date | undefined;
  onChange(listener: () => void): void;
  look(): Promise<void>;
  invalidate(): void;
  settling(): Promise<void> | undefined;
  stop(): void;
}

/** What commits leave behind: text that differs whenever anything that delivery shows has changed. */
export interface Traces {
  text: string;
  /** The last moment a publication changed. */
  modified: Date | undefined;
}

/**
 * Notices commits of any process, so that sign-ins and drafts of the staff side drop no cache.
 * `read` answers undefined when nothing can have changed since its last answer.
 */
export function watchGeneration(input: {
  read: () => Promise<Traces | undefined>;
  pollMs: number;
}): Generation {
  const { read, pollMs } = input;
  const listeners: (() => void)[] = [];
  let generation = 1;
  let traces: string | undefined;
  let modified: Date | undefined;
  let underway: Promise<void> | undefined;

  async function look(): Promise<void> {
    const found = await read();
    if (found === undefined || found.text === traces) return;
    const first = traces === undefined;
    traces = found.text;
    modified = found.modified;
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

/** What every store says of changes, by its generation. */
export function sayingChanges(generation: Generation) {
  const { current, lastModified, onChange, invalidate, settling } = generation;
  return { generation: current, lastModified, onChange, invalidate, settling };
}

export type Once = <T>(key: string, read: () => Promise<T>) => Promise<T>;

/** Remembers what was read until the next change: reference rows, totals. */
export function rememberUntilChange(generation: Generation): Once {
  const cached = new Map<string, Promise<unknown>>();
  generation.onChange(() => {
    cached.clear();
  });
  function once<T>(key: string, read: () => Promise<T>): Promise<T> {
    const known = cached.get(key) as Promise<T> | undefined;
    if (known) return known;
    const fresh = read();
    if (cached.size < 2_000) cached.set(key, fresh);
    fresh.catch(() => cached.delete(key));
    return fresh;
  }
  return once;
}
