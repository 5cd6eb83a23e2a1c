import { describe, expect, it } from 'vitest';
import { dueNotice } from './due-notice';

describe('the notice about a day to come', () => {
  it.each([
    ['2026-12-31', '2026-10-01', undefined],
    ['2026-12-31', '2026-10-02', { step: 90, days: 90, near: false }],
    ['2026-12-31', '2026-11-30', { step: 90, days: 31, near: false }],
    ['2026-12-31', '2026-12-01', { step: 30, days: 30, near: true }],
    ['2026-12-31', '2026-12-24', { step: 7, days: 7, near: true }],
    ['2026-12-31', '2026-12-29', { step: 7, days: 2, near: true }],
    ['2026-12-31', '2026-12-31', { step: 7, days: 0, near: true }],
    ['2026-12-31', '2027-01-01', undefined],
    ['2024-03-07', '2024-02-29', { step: 7, days: 7, near: true }],
  ])('%s, on %s', (day, today, due) => {
    expect(dueNotice(day, today)).toEqual(due);
  });
});
