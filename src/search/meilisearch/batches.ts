/** Meilisearch takes 100 MB a request unless told otherwise. */
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_RECORDS = 2_000;

/** Groups in order, each small enough for one request; one record that is larger goes alone. */
export async function* batchesOf<T>(
  items: AsyncIterable<T>,
  sizeOf: (item: T) => number,
): AsyncGenerator<T[]> {
  let batch: T[] = [];
  let bytes = 0;
  for await (const item of items) {
    const size = sizeOf(item);
    if (batch.length > 0 && (bytes + size > MOST_BYTES || batch.length >= MOST_RECORDS)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(item);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
