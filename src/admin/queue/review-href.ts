/** The review of a material, with the list it was opened from. */
export function reviewHref(id: string, tab: string, page: number): string {
  const query = new URLSearchParams({ tab, ...(page > 1 ? { page: String(page) } : {}) });
  return `/admin/tham-dinh/${id}?${query}`;
}
