/** RFC 9110 § 13.1.2: the weak comparison, so what a proxy made weak still matches. */
export function etagMatches(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** Whether the client already has this: If-None-Match decides alone, else If-Modified-Since. */
export function isNotModified(input: {
  ifNoneMatch: string | undefined;
  ifModifiedSince: string | undefined;
  etag: string | undefined;
  lastModified: string | undefined;
}): boolean {
  const { ifNoneMatch, ifModifiedSince, etag, lastModified } = input;
  if (ifNoneMatch !== undefined) return etag !== undefined && etagMatches(ifNoneMatch, etag);
  if (ifModifiedSince === undefined || lastModified === undefined) return false;
  const since = Date.parse(ifModifiedSince);
  return !Number.isNaN(since) && Date.parse(lastModified) <= since;
}
