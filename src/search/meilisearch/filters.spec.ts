import { describe, expect, it } from 'vitest';
import type { SearchQuery } from '../port';
import { after, equals, filtersOf } from './filters';

const query = (more: Partial<SearchQuery>): SearchQuery => ({
  q: '',
  filters: {},
  facets: [],
  sort: 'relevance',
  limit: 10,
  ...more,
});

describe('filters', () => {
  it('take any code of a field, and of several fields all', () => {
    const filters = { subject: ['toan', 'ly'], level: ['thcs'], type: [] };
    expect(filtersOf(query({ filters }))).toEqual([
      'subject IN ["toan", "ly"]',
      'level IN ["thcs"]',
    ]);
    expect(filtersOf(query({ filters }), 'subject')).toEqual(['level IN ["thcs"]']);
  });

  it('compare moments as numbers', () => {
    expect(filtersOf(query({ updatedSince: '1970-01-01T00:00:02Z' }))).toEqual([
      'modifiedAt >= 2000',
    ]);
  });

  it('never let a value end its quotes', () => {
    expect(equals('subject', 'a" OR level = "b\\')).toBe('subject = "a\\" OR level = \\"b\\\\"');
  });

  it('know what stands after a place', () => {
    expect(after({ column: 'publishedAt', descending: true }, [5, 'hl-a'])).toBe(
      'publishedAt < 5 OR (publishedAt = 5 AND identifier > "hl-a")',
    );
    expect(after({ column: 'titleKey', descending: false }, ['ka', 'hl-a'])).toContain(
      'titleKey > "ka" OR',
    );
  });
});
