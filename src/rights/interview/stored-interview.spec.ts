import { describe, expect, it } from 'vitest';
import { readInterview } from './stored-interview';

const stored = { version: '2026.1', answers: { maker: 'staff', others_work: ['pictures'] } };

describe('a stored interview', () => {
  it('is its version and its answers, of one or of several choices', () =>
    expect(readInterview(stored)).toEqual({ ...stored, kind: null }));

  it('of a component says which kind of part it is about', () =>
    expect(readInterview({ ...stored, kind: 'picture' })?.kind).toBe('picture'));

  it.each([
    null,
    'staff',
    [],
    {},
    { version: '2026.1' },
    { version: 2026, answers: {} },
    { ...stored, more: 'than that' },
    { ...stored, answers: { maker: { deep: 'value' } } },
    { ...stored, answers: { 'not a code': 'staff' } },
    { ...stored, answers: { maker: 'x'.repeat(61) } },
    { ...stored, answers: { maker: [1, 2] } },
    { ...stored, kind: '<b>' },
  ])('is nothing else: %j', (value) => expect(readInterview(value)).toBeNull());
});
