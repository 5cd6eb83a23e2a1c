import { describe, expect, it } from 'vitest';
import type { QueueView } from '../../review/view-models';
import { isStopped, tickedAtFirst } from './bulk-choice';

const row = (...codes: string[]) =>
  ({ notes: codes.map((code) => ({ code, label: code })) }) as QueueView['rows'][number];
const read = { at: '2026-11-26T00:00:00.000Z', unread: 0, open: 0 };

describe('approving several at once', () => {
  it('leaves out what was never opened', () => {
    expect(tickedAtFirst('approve', row(), null)).toBe(false);
    expect(tickedAtFirst('approve', row(), read)).toBe(true);
  });
  it.each(['ai', 'ai_generated', 'components', 'portraits', 'returned', 'duplicate', 'question'])(
    'leaves out what carries the flag %s',
    (code) => expect(tickedAtFirst('approve', row(code), read)).toBe(false),
  );
  it('is stopped by a line in doubt, as the approval of one is', () => {
    expect(isStopped('approve', { ...read, open: 1 })).toBe(true);
    expect(tickedAtFirst('approve', row(), { ...read, open: 1 })).toBe(false);
  });
  it('asks none of this of a return or a publication', () =>
    expect(
      ['return', 'publish'].map((action) => tickedAtFirst(action as 'return', row('ai'), null)),
    ).toEqual([true, true]));
});
