/** The part of the address after the view's own name: `['hoc-lieu', id]` → id. */
export function secondSegment(
  params: Record<string, string | string[] | undefined> | undefined,
): string {
  const segments = params?.segments;
  return Array.isArray(segments) ? (segments[1] ?? '') : '';
}
