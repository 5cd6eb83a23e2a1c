import { describe, expect, it } from 'vitest';
import { inTurn } from './in-turn';

describe('works of one name', () => {
  it('are done one after the other, also after one that failed; those of another name beside them', async () => {
    const done: string[] = [];
    let open: () => void = () => undefined;
    const first = inTurn('a', async () => {
      await new Promise<void>((resolve) => (open = resolve));
      done.push('a1');
      throw new Error('a1 failed');
    });
    const second = inTurn('a', async () => {
      done.push('a2');
      return await Promise.resolve(2);
    });
    await inTurn('b', async () => {
      done.push('b1');
      await Promise.resolve();
    });
    expect(done).toEqual(['b1']);
    open();
    await expect(first).rejects.toThrow('a1 failed');
    expect(await second).toBe(2);
    expect(done).toEqual(['b1', 'a1', 'a2']);
  });
});
