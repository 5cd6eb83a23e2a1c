import { describe, expect, it } from 'vitest';
import { askedBefore, returnDraft, tally, type Line, type Notes } from './verdicts';

const line = (key: string, label: string, part = ''): Line => ({
  key,
  label,
  part,
  field: key,
  value: '',
  note: null,
  was: null,
  problems: [],
  reasoning: [],
});
const lines = [line('a', 'Căn cứ'), line('b', 'Phạm vi'), line('c', 'Giấy phép', 'Ảnh trang 4')];
const passed = { verdict: 'ok', reason: null, text: '' } as const;
const notes: Notes = {
  a: passed,
  b: { verdict: 'question', reason: null, text: 'Có gồm đăng trên mạng không?' },
  c: { verdict: 'no', reason: 'component_unlicensed', text: 'Chưa có văn bản.' },
};

describe('reading a claim', () => {
  it('counts what was judged and what was not', () =>
    expect(tally(lines, { a: passed })).toEqual({ ok: 1, question: 0, no: 0, unread: 2 }));
  it('writes the return while reading', () =>
    expect(returnDraft(lines, notes)).toEqual({
      reasons: ['rights_unclear', 'component_unlicensed'],
      comment: 'Phạm vi: Có gồm đăng trên mạng không?\nẢnh trang 4, Giấy phép: Chưa có văn bản.',
    }));
  it('finds in the words of a return what was asked about each line', () => {
    const { comment } = returnDraft(lines, notes);
    expect([...askedBefore(lines, `${comment}\nXin gửi lại.`)]).toEqual([
      ['b', 'Có gồm đăng trên mạng không?'],
      ['c', 'Chưa có văn bản.\nXin gửi lại.'],
    ]);
    expect(askedBefore(lines, 'Xin gửi lại.').size).toBe(0);
  });
});
