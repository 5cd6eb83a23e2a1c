/** For the portal's own cache alone, and asked about each time: its key may be closed by then. */
export const PRIVATE_CACHE = 'private, no-cache';

/** Where a key may change the answer, caches keep the two apart. */
export function varyByKey(
  pathname: string,
  headers: Record<string, string>,
): Record<string, string> {
  if (!pathname.startsWith('/v1')) return headers;
  return { ...headers, vary: ['Authorization', headers.vary].filter(Boolean).join(', ') };
}

/** The headers of an answer to a request that showed a key. */
export function forPortal(status: number, headers: Record<string, string>): Record<string, string> {
  const lasting = status === 200 || status === 410;
  return { ...headers, 'cache-control': lasting ? PRIVATE_CACHE : 'no-store' };
}
