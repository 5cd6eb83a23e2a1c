import { describe, expect, it } from 'vitest';
import type { WorkingState } from '../review/states';
import { isDone } from './is-done';

const STEP = '2026-11-02T02:00:00.000Z';
const TOLD = '2026-11-02T02:00:00.010Z';
const material = (state: WorkingState, stepSince = STEP) => ({ material: { state, stepSince } });

describe('a notice that asks for something', () => {
  it('is open while the material waits for it', () => {
    expect(isDone({ kind: 'submit', at: TOLD }, material('submitted'))).toBe(false);
    expect(isDone({ kind: 'return', at: TOLD }, material('returned'))).toBe(false);
  });

  it('is done once a colleague has taken the material on', () =>
    expect(isDone({ kind: 'submit', at: TOLD }, material('in_review'))).toBe(true));

  it('of an earlier round does not come back with the next', () => {
    const second = material('returned', '2026-11-09T02:00:00.000Z');
    expect(isDone({ kind: 'return', at: TOLD }, second)).toBe(true);
  });

  it('of an infringement is done when that is decided, and not before', () => {
    const at = { kind: 'takedown_late', at: TOLD } as const;
    expect(isDone(at, { takedown: { status: 'withdrawn_precautionary' } })).toBe(false);
    expect(isDone(at, { takedown: { status: 'decided' } })).toBe(true);
  });
});

describe('news', () => {
  it('waits to be read, whatever became of the material', () => {
    for (const kind of ['approve', 'publish', 'withdraw', 'comment', 'department_merged'] as const)
      expect(isDone({ kind, at: TOLD }, material('published'))).toBe(false);
  });
});
