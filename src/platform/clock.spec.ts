import { expect, it } from 'vitest';
import { hanoiHour } from './clock';

it('tells the hour in Hanoi, over midnight too', () => {
  expect(hanoiHour(new Date('2026-11-26T00:30:00Z'))).toBe(7);
  expect(hanoiHour(new Date('2026-11-26T17:00:00Z'))).toBe(0);
});
