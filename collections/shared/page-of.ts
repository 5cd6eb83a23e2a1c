import type { PayloadRequest } from 'payload';

/** No list has as many: beyond it databases are asked to skip what no number holds. */
const LAST = 1_000_000;

/** The page that a list is asked for, from 1; what is no number of a page is the first. */
export function pageOf({ searchParams }: Pick<PayloadRequest, 'searchParams'>): number {
  const asked = Math.trunc(Number(searchParams.get('page') ?? 1));
  return asked >= 1 ? Math.min(asked, LAST) : 1;
}
