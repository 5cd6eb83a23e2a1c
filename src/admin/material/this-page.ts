const NAME = 'kho-page';
/** What a reload leaves behind it lets go of its name within this. */
const WAIT_MS = 1000;

let held: Promise<string> | undefined;

/**
 * A name for this tab of the browser, held for as long as it lives. A reload keeps it; a duplicate of
 * the tab, which the browser hands the same name, takes another: their words must not mix.
 */
export function thisPage(): Promise<string> {
  held ??= holdName();
  return held;
}

/** The tabs that are open now: what is typed in them is theirs. Empty where a browser cannot say. */
export async function openPages(): Promise<string[]> {
  const locks = (await locksOf()?.query())?.held ?? [];
  return locks.flatMap(({ name }) =>
    name?.startsWith(`${NAME}:`) ? [name.slice(NAME.length + 1)] : [],
  );
}

async function holdName(): Promise<string> {
  const known = storedName();
  if (known && (await take(known))) return known;
  const fresh = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  storeName(fresh);
  await take(fresh);
  return fresh;
}

/** Whether the name is this tab's now: nobody who lives has it. */
function take(name: string): Promise<boolean> {
  const locks = locksOf();
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const hold = () => {
      resolve(true);
      // The browser lets go when the tab ends.
      return new Promise(() => undefined);
    };
    const signal = AbortSignal.timeout(WAIT_MS);
    locks.request(`${NAME}:${name}`, { signal }, hold).catch(() => resolve(false));
  });
}

function storedName(): string | null {
  try {
    return sessionStorage.getItem(NAME);
  } catch {
    // Storage is refused: a reload is another tab then.
    return null;
  }
}

function storeName(name: string): void {
  try {
    sessionStorage.setItem(NAME, name);
  } catch {
    // As above.
  }
}

/** Browsers have it on secure addresses only. */
function locksOf(): LockManager | undefined {
  return (navigator as Partial<Navigator>).locks;
}
