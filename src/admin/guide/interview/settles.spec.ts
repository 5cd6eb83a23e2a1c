import { describe, expect, it } from 'vitest';
import { INTERVIEW } from '../../../rights/interview/interview';
import { fieldOf, SETTLES } from './settles';

const question = (id: string) => INTERVIEW.questions.find((one) => one.id === id);

describe('where a line of “Còn thiếu” leads', () => {
  it('is a question that the interview asks', () =>
    expect(Object.keys(SETTLES).filter((id) => !question(id))).toEqual([]));

  it('is known of the first question of every section', () => {
    const sections = [...INTERVIEW.tracks.whole, ...INTERVIEW.tracks.component].map(question);
    expect(sections.filter((one) => !one || !fieldOf(one))).toEqual([]);
  });
});
