import { beforeEach, describe, expect, it } from 'vitest';
import { forget, forgetOld, keep, keepReply, keptOf, replyOf, type Kept } from './kept-edits';

class Memory implements Storage {
  private readonly values = new Map<string, string>();
  get length() {
    return this.values.size;
  }
  clear = () => this.values.clear();
  key = (at: number) => [...this.values.keys()][at] ?? null;
  getItem = (key: string) => this.values.get(key) ?? null;
  setItem = (key: string, value: string) => void this.values.set(key, value);
  removeItem = (key: string) => void this.values.delete(key);
}

const lan = { person: 'lan', material: 'm1' };
const words = (page: string, at: string, value = 'Sốt xuất huyết'): Kept => ({
  page,
  at,
  edits: { material: { title: { value, base: null } } },
  unread: {},
});

describe('what was typed and not saved', () => {
  let storage: Storage;
  beforeEach(() => {
    storage = new Memory();
  });

  it('is given back to the same person in the same material', () => {
    keep(storage, lan, words('a', '2026-11-26T02:00:00Z'));
    expect(keptOf(storage, lan)).toEqual([words('a', '2026-11-26T02:00:00Z')]);
  });

  it('is nothing to another person, nor in another material', () => {
    keep(storage, lan, words('a', '2026-11-26T02:00:00Z'));
    expect(keptOf(storage, { ...lan, person: 'tuan' })).toEqual([]);
    expect(keptOf(storage, { ...lan, material: 'm2' })).toEqual([]);
  });

  it('is kept for each tab, the newest first', () => {
    keep(storage, lan, words('a', '2026-11-26T02:00:00Z', 'cũ'));
    keep(storage, lan, words('b', '2026-11-26T03:00:00Z', 'mới'));
    expect(keptOf(storage, lan).map(({ page }) => page)).toEqual(['b', 'a']);
  });

  it('is gone once it is saved, or let go', () => {
    keep(storage, lan, words('a', '2026-11-26T02:00:00Z'));
    keep(storage, lan, { ...words('a', '2026-11-26T02:01:00Z'), edits: {} });
    keep(storage, lan, words('b', '2026-11-26T03:00:00Z'));
    forget(storage, lan, 'b');
    expect(keptOf(storage, lan)).toEqual([]);
  });

  it('keeps words of a field that could not be read', () => {
    const unread = { issued: { label: 'Ngày', message: 'Ngày chưa đúng.', text: '31/02' } };
    keep(storage, lan, { page: 'a', at: '2026-11-26T02:00:00Z', edits: {}, unread });
    expect(keptOf(storage, lan)[0]?.unread).toEqual(unread);
  });

  it('is let go after a month, and so is what nobody can read', () => {
    keep(storage, lan, words('a', '2026-10-20T02:00:00Z'));
    storage.setItem('kho-edits:lan:m1:b', '{"at":');
    storage.setItem('theme', 'dark');
    forgetOld(storage, new Date('2026-11-26T02:00:00Z'));
    expect(storage.length).toBe(1);
  });

  it('keeps the words to the editor until they are sent, and a month at most', () => {
    keepReply(storage, lan, 'Em đã sửa', new Date('2026-11-20T02:00:00Z'));
    keepReply(storage, { ...lan, material: 'm2' }, 'Cũ', new Date('2026-10-20T02:00:00Z'));
    storage.setItem('kho-reply:tuan:m1', 'Lời không ghi ngày');
    forgetOld(storage, new Date('2026-11-26T02:00:00Z'));
    expect(storage.length).toBe(1);
    expect(replyOf(storage, lan)).toBe('Em đã sửa');
    keepReply(storage, lan, '', new Date('2026-11-26T02:00:00Z'));
    expect(storage.length).toBe(0);
  });
});
