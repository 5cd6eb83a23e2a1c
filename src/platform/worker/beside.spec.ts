import { describe, expect, it } from 'vitest';
import { createBeside } from './beside';

function open() {
  const failures: unknown[] = [];
  const beside = createBeside({ error: (fault: unknown) => failures.push(fault) });
  return { beside, failures };
}

describe('what goes on beside the rounds', () => {
  it('is waited for by nobody but who asks, and not for ever', async () => {
    const { beside } = open();
    let end: () => void = () => undefined;
    beside.start('slow', () => new Promise((resolve) => (end = resolve)));
    expect(await beside.idle(20)).toBe(false);
    end();
    expect(await beside.idle(1_000)).toBe(true);
  });

  it('is one piece at a time', async () => {
    const { beside } = open();
    const begun: string[] = [];
    const work = (name: string) => () => {
      begun.push(name);
      return new Promise<void>((resolve) => setTimeout(resolve, 5));
    };
    beside.start('first', work('first'));
    beside.start('second', work('second'));
    await beside.idle(1_000);
    beside.start('third', work('third'));
    expect(begun).toEqual(['first', 'third']);
  });

  it('that fails is said, and the next one begins', async () => {
    const { beside, failures } = open();
    beside.start('bad', () => Promise.reject(new Error('out')));
    expect(await beside.idle(1_000)).toBe(true);
    expect(failures).toMatchObject([{ what: 'bad', err: new Error('out') }]);
    let done = false;
    beside.start('good', () => {
      done = true;
      return Promise.resolve();
    });
    expect(done).toBe(true);
  });
});
