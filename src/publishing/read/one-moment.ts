/** Changes one after the other without a pause are no reason to keep a reader waiting. */
const MOST_TRIES = 4;

/**
 * Several reads that are told as one: with a change between them they would say what was never true,
 * a page of after it with the number of before. `change` is the number of the last one, which each
 * changes in the same commit; what is remembered from read to read counts for that number alone.
 */
export async function ofOneMoment<T>(
  lastChange: () => Promise<number>,
  read: (change: number) => Promise<T>,
): Promise<T> {
  let change = await lastChange();
  for (let tries = 1; ; tries += 1) {
    const found = await read(change);
    const after = await lastChange();
    if (after === change || tries === MOST_TRIES) return found;
    change = after;
  }
}
