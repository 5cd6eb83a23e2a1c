import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor';

describe('a cursor', () => {
  const scope = { keys: [['subject:toan']], sort: 'title' };
  const cursor = encodeCursor(scope, ['Ấm', 'hl-7q4m2k9xt0']);

  it('gives back the position it was made of', () => {
    expect(decodeCursor(scope, cursor, ['string', 'string'])).toEqual(['Ấm', 'hl-7q4m2k9xt0']);
  });

  it.each([
    ['changed', cursor.replace(/^./, (first) => (first === 'W' ? 'X' : 'W'))],
    ['cut', cursor.slice(0, -3)],
    ['without its seal', cursor.split('.')[0] ?? ''],
    ['invented', 'abc'],
    ['empty', ''],
  ])('that was %s is refused', (_, tampered) => {
    expect(() => decodeCursor(scope, tampered, ['string', 'string'])).toThrow('invalid_cursor');
  });

  it('of other filters or of another list is refused', () => {
    expect(() => decodeCursor({ ...scope, sort: 'x' }, cursor, ['string', 'string'])).toThrow();
    expect(() => decodeCursor(scope, cursor, ['number'])).toThrow('invalid_cursor');
  });
});
