import { describe, expect, it } from 'vitest';
import { takenInterview } from './taken-interview';

const theirs = {
  version: 'a',
  answers: {
    maker: 'staff',
    assignment_paper: 'decision',
    others_work: ['none'],
    people: 'adults',
    adults_consent: 'written',
    ai: 'none',
    published: 'no',
  },
};

describe('answers taken over from another material', () => {
  it('leave out what is true of the one work only, and say where they came from', () => {
    const { after } = takenInterview({ own: null, theirs, from: 'm1', overwrite: false });
    expect(after).toEqual({
      version: 'a',
      kind: null,
      takenFrom: 'm1',
      answers: { maker: 'staff', assignment_paper: 'decision', published: 'no' },
    });
  });

  it('say where the claim came from where the other has none', () => {
    const { after } = takenInterview({ own: null, theirs: null, from: 'm1', overwrite: false });
    expect(after).toMatchObject({ takenFrom: 'm1', answers: {} });
  });

  it('stand back behind own answers, unless all is replaced', () => {
    const own = { version: 'a', kind: null, answers: { maker: 'outsider', ai: 'assisted' } };
    const of = (overwrite: boolean) =>
      (takenInterview({ own, theirs, from: 'm1', overwrite }).after as typeof own).answers;
    expect(of(false)).toMatchObject({ maker: 'outsider', ai: 'assisted' });
    expect(of(true)).toMatchObject({ maker: 'staff', ai: 'assisted' });
  });
});
