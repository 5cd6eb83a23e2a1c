const NAME = 'kho-page';

/** A name for this tab of the browser, which a reload keeps. */
export function thisPage(): string {
  try {
    const known = sessionStorage.getItem(NAME);
    if (known) return known;
    const fresh = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
    sessionStorage.setItem(NAME, fresh);
    return fresh;
  } catch {
    return 'page';
  }
}

/** Says that this tab lives, for as long as it does; the browser lets go when it ends. */
export function holdPage(page: string): void {
  const locks = locksOf();
  if (!locks) return;
  void locks.request(`${NAME}:${page}`, { ifAvailable: true }, () => new Promise(() => undefined));
}

/** The tabs that are open now: what is typed in them is theirs. Empty where a browser cannot say. */
export async function openPages(): Promise<string[]> {
  const held = (await locksOf()?.query())?.held ?? [];
  return held.flatMap(({ name }) =>
    name?.startsWith(`${NAME}:`) ? [name.slice(NAME.length + 1)] : [],
  );
}

/** Browsers have it on secure addresses only. */
function locksOf(): LockManager | undefined {
  return (navigator as Partial<Navigator>).locks;
}
