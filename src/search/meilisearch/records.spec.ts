import { describe, expect, it } from 'vitest';
import { FACET_FIELDS, type SearchDocument } from '../port';
import { materialRecord, passageRecords, sortKey } from './records';
import { faultOf } from './valid-document';

const document = (more: Partial<SearchDocument> = {}): SearchDocument => ({
  identifier: 'hl-one',
  title: { vi: 'An toàn', en: 'Safety' },
  keywords: { vi: ['biển báo', 'đường bộ'] },
  abstract: null,
  body: '',
  labels: ['Sở Y tế'],
  facets: Object.fromEntries(FACET_FIELDS.map((field) => [field, []])) as unknown as SearchDocument['facets'], // prettier-ignore
  publishedAt: '2026-01-01T00:00:00Z',
  modifiedAt: '2026-01-01T00:00:00Z',
  ...more,
});

describe('what Meilisearch stores of a document', () => {
  it('has the words of each zone without and with marks, element by element', () => {
    expect(materialRecord(document())).toMatchObject({
      title: ['an toan', 'safety'],
      title_exact: ['anzq toazfnzq', 'safetyzq'],
      keywords: ['bien bao', 'duong bo'],
      labels: ['so y te'],
      publishedAt: Date.UTC(2026, 0, 1),
    });
  });

  it('spreads a long text over fields that each are searched to their end', () => {
    const record = materialRecord(document({ body: 'từ '.repeat(130_000) }));
    const words = (field: string) => String(record[field]).split(' ').length;
    expect([words('body_0'), words('body_1'), words('body_2')]).toEqual([60_000, 60_000, 10_000]);
    expect(words('body_2_exact')).toBe(10_000);
  });

  it('has a hash of its content', () => {
    const { hash } = materialRecord(document());
    expect(materialRecord(document()).hash).toBe(hash);
    for (const more of [{ labels: [] }, { body: 'a' }, { publishedAt: '2026-01-02T00:00:00Z' }]) {
      expect(materialRecord(document(more)).hash).not.toBe(hash);
    }
  });

  it('sorts titles by plain bytes as a dictionary does, a title before its continuations', () => {
    const titles = ['An', 'An bình', 'Ăn', 'Dạ', 'Đá', 'Ma', 'Mà', 'Má', 'Na'];
    const keys = titles.map(sortKey);
    expect([...keys].sort()).toEqual(keys);
    for (const key of keys) expect(key).toBe(key.trim().replace(/\p{Cc}/gu, ''));
  });
});

describe('passages', () => {
  it('cover the whole text, overlap, and split no word', () => {
    const body = Array.from({ length: 2_000 }, (_, at) => `từ${String(at)}`).join(' ');
    const passages = passageRecords(document({ body }));
    const whole = new Set(body.split(' '));
    const found = passages.flatMap(({ text }) => text.split(' ')).filter((word) => word !== '');
    expect(new Set(found)).toEqual(whole);
    expect(found.length).toBeGreaterThan(whole.size);
    expect(passages.map(({ last }) => last).filter(Boolean)).toHaveLength(1);
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
    for (const { text } of passages) expect(text.length).toBeLessThanOrEqual(2_000);
  });

  it('of a text without a space, and of none', () => {
    expect(passageRecords(document({ body: 'x'.repeat(4_500) })).length).toBeGreaterThan(1);
    expect(passageRecords(document())).toEqual([]);
  });
});

describe('faultOf', () => {
  it('names what Meilisearch would refuse with a whole batch', () => {
    expect(faultOf(document())).toBeNull();
    expect(faultOf(document({ identifier: 'hl/1' }))).toContain('identifier');
    expect(faultOf(document({ identifier: '' }))).toContain('identifier');
    expect(faultOf(document({ identifier: 'a'.repeat(501) }))).toContain('identifier');
    expect(faultOf(document({ modifiedAt: 'x' }))).toContain('modifiedAt');
  });
});
