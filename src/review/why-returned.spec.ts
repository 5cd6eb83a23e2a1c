import { describe, expect, it } from 'vitest';
import { whyReturned, type Holder } from './why-returned';

const editor: Holder = { role: 'editor' };
/** A Monday in the morning; ten working days later it is Monday the 16th. */
const touched = { updatedAt: '2026-11-02T02:00:00.000Z' };
const on = (day: string, more: object = {}, holder: Holder | null = editor) =>
  whyReturned({ ...touched, ...more }, holder, day);

describe('a claim', () => {
  it('stays with its holder for ten working days without a touch, and no longer', () => {
    expect(on('2026-11-16')).toBeUndefined();
    expect(on('2026-11-17')).toBe('untouched');
  });

  it('counts from the last touch of the material, its step or its rights, on the day in Hanoi', () => {
    const late = '2026-11-02T18:00:00.000Z';
    for (const more of [{ stepSince: late }, { rightsEdited: late }]) {
      expect(on('2026-11-17', more)).toBeUndefined();
      expect(on('2026-11-18', more)).toBe('untouched');
    }
    const before = { stepSince: '2026-10-01T02:00:00.000Z', rightsEdited: undefined };
    expect(on('2026-11-16', before)).toBeUndefined();
  });

  it.each<[string, Holder | null]>([
    ['was removed', null],
    ['was suspended', { role: 'editor', active: false }],
    ['reviews no more', { role: 'auditor' }],
  ])('does not stay with who %s', (_what, holder) => {
    expect(on('2026-11-03', {}, holder)).toBe('left');
  });

  it('does not stay with who is away, and stays with an administrator who is there', () => {
    const away = { ...editor, awayFrom: '2026-11-03', awayTo: '2026-11-05' };
    expect(on('2026-11-02', {}, away)).toBeUndefined();
    expect(on('2026-11-03', {}, away)).toBe('away');
    expect(on('2026-11-03', {}, { role: 'administrator' })).toBeUndefined();
  });
});
