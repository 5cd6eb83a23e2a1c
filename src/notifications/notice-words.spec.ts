import { describe, expect, it } from 'vitest';
import { LANGS } from '../i18n/translate';
import { CAPACITIES, GROUNDS } from '../platform/takedown';
import { NOTICE_KINDS, type NoticeKind } from '../review/notice-kinds';
import { takedownClocks } from '../review/takedown-clocks';
import { noticeWords, type NoticeWords } from './notice-words';
import { wordsOfMerger } from './merger-words';
import { wordsOfInfringement } from './takedown-words';

const AT = '2026-11-27T03:00:00.000Z';

const OF_INFRINGEMENT: NoticeKind[] = ['takedown', 'takedown_near', 'takedown_late'];

function wordsOf(kind: NoticeKind, lang: 'vi' | 'en'): NoticeWords {
  if (OF_INFRINGEMENT.includes(kind)) {
    const clocks = takedownClocks({ receivedAt: AT, capacity: 'author' });
    const said = { reference: 'td-1', capacity: 'author', grounds: 'portrait' } as const;
    const notice = { id: 't', ...said, identifiers: ['hl-1'], clocks };
    const row = { kind, data: kind === 'takedown' ? null : { clock: 'decision' as const, at: AT } };
    return wordsOfInfringement(notice, new Map([['hl-1', 'Sơ cứu']]), { lang, row });
  }
  if (kind === 'department_merged') {
    const names = new Map([
      ['a', 'Sở Sơ cứu'],
      ['b', 'Sở Y tế'],
    ]);
    return wordsOfMerger({ from: 'a', into: 'b', people: 2, materials: 3 }, names, lang);
  }
  const data = { date: '2026-12-24', days: 27, at: AT, cause: 'away' } as const;
  const row = { id: 'n', user: 'u', kind, material: 'm', data, at: AT };
  const reader = { lang, role: 'editor' } as const;
  return noticeWords({ row, title: 'Sơ cứu', decision: undefined, reader });
}

describe.each(LANGS)('what people are told of, in %s', (lang) => {
  it.each(NOTICE_KINDS)('%s: every word is there, and none of the frame is said twice', (kind) => {
    const { subject, paragraphs, action, path } = wordsOf(kind, lang);
    const all = [subject, ...paragraphs, action].join('\n');
    expect(all).not.toMatch(/\{\{|undefined|\w+\.(subject|text|action)\b/);
    expect(all).not.toMatch(/Kính gửi|Dear |Sở Giáo dục và Đào tạo Hà Nội|https?:/);
    expect(subject).toContain(OF_INFRINGEMENT.includes(kind) ? 'td-1' : 'Sơ cứu');
    expect(path).toMatch(/^\/admin\//);
  });

  it('a notice of infringement: each capacity and each ground has its word', () => {
    for (const capacity of CAPACITIES) {
      for (const grounds of GROUNDS) {
        const clocks = takedownClocks({ receivedAt: AT, capacity });
        const notice = { id: 't', reference: 'td-1', capacity, grounds, identifiers: [], clocks };
        const row = { kind: 'takedown' } as const;
        const said = wordsOfInfringement(notice, new Map(), { lang, row }).paragraphs.join('\n');
        expect(said).not.toMatch(new RegExp(`: (${capacity}|${grounds})\\.`));
      }
    }
  });
});
