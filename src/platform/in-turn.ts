const last = new Map<string, Promise<unknown>>();

/**
 * Works of one name are done one after the other in this process, in the order they were asked for;
 * each answers or throws as its own. What would collide in the database every time waits here.
 */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(name) ?? Promise.resolve();
  const mine = before.then(work);
  const settled = mine.then(
    () => undefined,
    () => undefined,
  );
  last.set(name, settled);
  try {
    return await mine;
  } finally {
    if (last.get(name) === settled) last.delete(name);
  }
}
