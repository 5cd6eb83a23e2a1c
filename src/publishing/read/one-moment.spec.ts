import { describe, expect, it } from 'vitest';
import { ofOneMoment } from './one-moment';

/** Numbers of the last change, as they are found one look after the other. */
const looks = (...found: number[]) => {
  const left = [...found];
  return () => Promise.resolve(left.shift() ?? Infinity);
};
const said = (change: number) => Promise.resolve(`as of ${String(change)}`);

describe('reads of one moment', () => {
  it('are told when no change came between them', async () => {
    expect(await ofOneMoment(looks(7, 7), said)).toBe('as of 7');
  });

  it('are repeated when one did', async () => {
    expect(await ofOneMoment(looks(7, 8, 8), said)).toBe('as of 8');
  });

  it('keep nobody waiting where changes do not end', async () => {
    expect(await ofOneMoment(looks(1, 2, 3, 4, 5, 6, 7), said)).toBe('as of 4');
  });
});
