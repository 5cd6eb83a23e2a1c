import type { Where } from 'payload';

/** What anybody may find: the index holds these publications and no other. */
export const SEARCHABLE: Where = {
  and: [{ status: { equals: 'live' } }, { access: { equals: 'open' } }],
};

export const isSearchable = (row: { status: string; access: string }): boolean =>
  row.status === 'live' && row.access === 'open';
