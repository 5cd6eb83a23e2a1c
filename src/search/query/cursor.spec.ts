import { describe, expect, it } from 'vitest';
import type { SearchQuery } from '../port';
import { decodeCursor, encodeCursor } from './cursor';

const query: SearchQuery = {
  q: 'năm',
  filters: { subject: ['toan', 'ngu-van'] },
  facets: [],
  sort: 'newest',
  limit: 20,
};

describe('cursor', () => {
  it('comes back as it went, whatever the page size and the order of codes', () => {
    const cursor = encodeCursor(query, [17.25, 'hl-a']);
    const next = {
      ...query,
      limit: 5,
      filters: { subject: ['ngu-van', 'toan'], level: [] },
      cursor,
    };
    expect(decodeCursor(next, ['number', 'string'])).toEqual([17.25, 'hl-a']);
    expect(decodeCursor(query, ['number', 'string'])).toBeNull();
  });

  it.each([
    ['another query', { ...query, q: 'nam' }],
    ['another filter', { ...query, filters: { subject: ['toan'] } }],
    ['another order', { ...query, sort: 'oldest' as const }],
  ])('is refused for %s', (_, other) => {
    const cursor = encodeCursor(other, [17.25, 'hl-a']);
    expect(() => decodeCursor({ ...query, cursor }, ['number', 'string'])).toThrow(
      'invalid_cursor',
    );
  });

  it.each(['', 'x', 'bnVsbA', Buffer.from('[1]').toString('base64url')])(
    'is refused: %j',
    (cursor) => {
      expect(() => decodeCursor({ ...query, cursor }, ['number'])).toThrow('invalid_cursor');
    },
  );
});
