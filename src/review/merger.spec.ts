import { describe, expect, it } from 'vitest';
import { goesNow, mergerFault, takesIn } from './merger';

const before = { id: 'tp', mergedInto: null, active: true };
const gone = { id: 'tp', mergedInto: 'nv', active: false };
const target = { id: 'nv', mergedInto: null, active: true };
const data = { mergedInto: 'nv' };

describe('a department that goes into another', () => {
  it('goes into one that works', () =>
    expect(mergerFault({ before, data, target })).toBeUndefined());

  it.each([
    ['none that there is', null],
    ['itself', { ...target, id: 'tp' }],
    ['one that is closed', { ...target, active: false }],
    ['one that went elsewhere', { ...target, mergedInto: 'yt' }],
  ])('does not go into %s', (_what, into) =>
    expect(mergerFault({ before, data, target: into })).toEqual({
      field: 'mergedInto',
      code: 'merger_target',
    }),
  );

  it('was there before: a new one has nothing to take along', () =>
    expect(mergerFault({ before: undefined, data, target })?.code).toBe('merger_target'));

  it.each([
    ['come back', { mergedInto: null }],
    ['go elsewhere', { mergedInto: 'yt' }],
  ])('does not %s', (_what, later) =>
    expect(mergerFault({ before: gone, data: later, target: null })?.code).toBe('merged_already'),
  );

  it('stays closed, and can still be renamed', () => {
    expect(mergerFault({ before: gone, data: { active: true }, target: null })).toEqual({
      field: 'active',
      code: 'merged_closed',
    });
    expect(mergerFault({ before: gone, data, target: null })).toBeUndefined();
    expect(mergerFault({ before: gone, data: {}, target: null })).toBeUndefined();
  });

  it('goes by one write, not by those after it', () => {
    expect(goesNow(gone, before)).toBe(true);
    expect(goesNow(gone, gone)).toBe(false);
    expect(goesNow(before, undefined)).toBe(false);
  });

  it('takes in nothing new, nor does one that was closed', () => {
    expect([takesIn(before), takesIn(gone), takesIn({ active: false })]).toEqual([
      ...[true, false, false],
    ]);
    // Before anybody closes it, nothing is said.
    expect(takesIn({ active: null })).toBe(true);
  });
});
