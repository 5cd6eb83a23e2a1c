import type { Payload, PayloadRequest } from 'payload';

/**
 * Where a department went in the end: itself while it stands, else the one it went into, which may
 * have gone on. An id that names none is given back.
 */
export async function successorOf(
  payload: Payload,
  id: string,
  req?: PayloadRequest,
): Promise<string> {
  const seen = new Set<string>();
  for (let current = id; ;) {
    seen.add(current);
    const row = await payload.findByID({
      collection: 'departments',
      id: current,
      depth: 0,
      disableErrors: true,
      overrideAccess: true,
      ...(req ? { req } : {}),
    });
    const next = row?.mergedInto as string | null | undefined;
    if (!next || seen.has(next)) return current;
    current = next;
  }
}
