import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatDate,
  formatLimit,
  formatMoment,
  formatSeconds,
  hanoiToUtc,
  parseDate,
} from './format';

describe('dates for people', () => {
  it('are dd/MM/yyyy in Hanoi, whatever the machine', () => {
    expect(formatDate('2026-11-25T18:30:00Z')).toBe('26/11/2026');
    expect(formatMoment('2026-11-25T18:30:00Z')).toBe('01:30, 26/11/2026');
  });
  it('leave a civil day where it is', () => expect(formatDate('2026-12-24')).toBe('24/12/2026'));
  it('are read as people type them', () => {
    expect(parseDate('1/2/2026')).toBe('2026-02-01');
    expect(parseDate(' 24.12.2026 ')).toBe('2026-12-24');
  });
  it('refuse a day that does not exist', () => {
    expect(parseDate('31/02/2026')).toBeNull();
    expect(parseDate('2026-02-01')).toBeNull();
  });
  it('take a schedule from Hanoi’s clock to UTC', () =>
    expect(hanoiToUtc('2026-12-01T08:00')).toBe('2026-12-01T01:00:00.000Z'));
});

describe('sizes and lengths', () => {
  it('use Vietnamese digits', () => {
    expect(formatBytes(3_210_000)).toBe('3,2 MB');
    expect(formatBytes(46_000)).toBe('46 KB');
  });
  it('name a limit as the guide does', () => {
    expect(formatLimit(2 * 1024 ** 3)).toBe('2 GB');
    expect(formatLimit(500 * 1024 ** 2)).toBe('500 MB');
  });
  it('write a length as a clock', () => {
    expect(formatSeconds(270)).toBe('4:30');
    expect(formatSeconds(3909)).toBe('1:05:09');
  });
});
