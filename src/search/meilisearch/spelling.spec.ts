import { describe, expect, it } from 'vitest';
import { bestSpelling } from './spelling';

const heads = [new Set(['trung', 'tam', 'giao', 'duc']), new Set(['thuong', 'xuyen', 'giao'])];
const any = () => true;

describe('bestSpelling', () => {
  it('takes the nearest words that one head has together', () => {
    expect(bestSpelling(['giao', 'xuyem'], heads, any)).toEqual(['giao', 'xuyen']);
    expect(bestSpelling(['trungtam', 'giao'], heads, any)).toEqual(['trung', 'tam', 'giao']);
  });

  it('changes no number, no short word, and nothing beyond a letter or two', () => {
    expect(bestSpelling(['gi'], heads, any)).toBeNull();
    expect(bestSpelling(['2024'], [new Set(['2025'])], any)).toBeNull();
    expect(bestSpelling(['zzzzqqq'], heads, any)).toBeNull();
  });

  it('leaves alone what exists while other words do not', () => {
    const mayChange = (word: string) => word === 'xuyem';
    expect(bestSpelling(['giau', 'xuyem'], heads, mayChange)).toEqual(['giau', 'xuyen']);
  });
});
