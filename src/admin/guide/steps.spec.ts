import { describe, expect, it } from 'vitest';
import { openIn, resumeAt, stepOf } from './steps';

const files = { field: 'items', tab: 'files' } as const;
const title = { field: 'title', tab: 'describe' } as const;
const basis = { field: 'rights.basis', tab: 'rights' } as const;
const declared = { field: 'declarations.consents', tab: 'rights' } as const;

describe('the steps of a guided submission', () => {
  it('show each missing thing where it is asked for', () =>
    expect([files, title, basis].map(stepOf)).toEqual(['tep', 'mo-ta', 'quyen']));

  it('ask for the declarations last, beside the whole', () => expect(stepOf(declared)).toBe('nop'));

  it('count what each of them lacks', () =>
    expect(openIn('quyen', [title, basis, { ...basis, field: 'rights.licence' }])).toBe(2));

  it('go on at the first that lacks something', () =>
    expect(resumeAt([declared, basis, title])).toBe('mo-ta'));

  it('end at the last when nothing is missing', () => expect(resumeAt([])).toBe('nop'));
});
