import { describe, expect, it } from 'vitest';
import { lostMoment } from './lost-moment';

const answered = (code: number) => Object.assign(new Error('server'), { code });

describe('a backup whose moment MongoDB no longer has', () => {
  it.each([
    [239, 'SnapshotTooOld'],
    [246, 'SnapshotUnavailable'],
    [251, 'NoSuchTransaction'],
    [290, 'TransactionExceededLifetimeLimitSeconds'],
  ])('is told in a sentence, whichever way the server says it: %i %s', (code, name) => {
    const error = answered(code);
    const told = lostMoment(error, { kind: 'snapshot', seconds: 301 });
    expect(told?.message).toContain(
      `after 301 seconds MongoDB no longer had that moment (${name})`,
    );
    expect(told?.isStartError).toBe(true);
    expect(told?.cause).toBe(error);
  });

  it('names the setting of the way it was read', () => {
    const [snapshot, transaction] = (['snapshot', 'transaction'] as const).map(
      (kind) => lostMoment(answered(251), { kind, seconds: 61 })?.message,
    );
    expect(snapshot).toContain('minSnapshotHistoryWindowInSeconds');
    expect(transaction).toContain('transactionLifetimeLimitSeconds');
  });

  it('is not what any other error is taken for', () => {
    const asked = { kind: 'snapshot', seconds: 1 } as const;
    expect(lostMoment(answered(11_600), asked)).toBeUndefined();
    expect(lostMoment(new Error('the line broke'), asked)).toBeUndefined();
    expect(lostMoment(null, asked)).toBeUndefined();
  });
});
