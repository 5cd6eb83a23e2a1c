import { describe, expect, it } from 'vitest';
import { editorQuestions } from './editor-questions';
import { INTERVIEW } from './interview';
import type { Interview } from './types';
import { walk } from './walk';

const asked = (answers: Record<string, string | string[]>, interview: Interview = INTERVIEW) =>
  editorQuestions(walk(answers, { interview }).steps, interview);

describe('what is handed to the editor', () => {
  it('is the question, the field that it settles and where it was asked', () => {
    expect(asked({ maker: 'not_sure', paper_at_hand: 'none' })).toEqual([
      { code: 'maker_unknown', field: 'rights.basis', question: 'maker' },
      { code: 'no_paper', field: 'rights.evidence', question: 'paper_at_hand' },
    ]);
    expect(asked({ maker: 'staff', assignment_paper: 'decision' })).toEqual([]);
  });

  it('is asked once, by the first of two answers that hand it over', () => {
    const answers = [{ code: 'yes' }, { code: 'not_sure', ask: ['unclear'] }];
    const twice: Interview = {
      version: 'a',
      tracks: { whole: ['first', 'second'], component: ['first'] },
      questions: [
        { id: 'first', answers },
        { id: 'second', answers },
      ],
      editorQuestions: { unclear: 'rights.basis' },
      componentKinds: [],
    };
    const once = (question: string) => [{ code: 'unclear', field: 'rights.basis', question }];
    expect(asked({ first: 'not_sure', second: 'not_sure' }, twice)).toEqual(once('first'));
    expect(asked({ first: 'yes', second: 'not_sure' }, twice)).toEqual(once('second'));
  });
});
