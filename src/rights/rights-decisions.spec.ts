import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BASIS_REQUIREMENTS } from './basis-requirements';
import { clearance, type ClearanceInput } from './clearance';
import {
  asked,
  licensed,
  officialDocument,
  openSource,
  publicDomain,
  record,
  teaching,
} from './clearance.fixture';
import { licence } from './licences.fixture';
import { ASKED_INSTEAD, FOLLOW_FROM_BASIS } from './open-questions';
import { protectionTerm } from './protection-term';
import { RULES, type RuleCode } from './reason-codes';
import { neededScope } from './scope';

const page = readFileSync(
  new URL('../../docs/reference/rights-decisions.md', import.meta.url),
  'utf8',
);
const bare = (cell: string) => cell.replaceAll('`', '').trim();

/** The first table under a heading, its lines by their first cell: what a reader would look up. */
const look = (heading: string, line: string, column: string, nth = 0): string => {
  const part = page.slice(page.indexOf(`\n## ${heading}`)).split(/\n## /)[1] ?? '';
  const tables = part.split(/\n\n/).filter((block) => block.startsWith('|'));
  const [head, , ...rows] = (tables[nth] ?? '')
    .split('\n')
    .map((text) => text.split('|').slice(1, -1).map(bare));
  const found = rows.find(([first]) => first === line) ?? rows.find((cells) => cells[1] === line);
  const value = found?.[head?.indexOf(column) ?? -1];
  if (value === undefined) throw new Error(`${heading}: no ${line} / ${column}`);
  return value;
};
const codes = (changes: Partial<ClearanceInput>) =>
  clearance(asked(changes)).reasons.map(({ code }) => code);
const refusedFrom = (code: RuleCode) => look('8', code, 'refused from');

describe('ten cases, answered by the document and by the rules', () => {
  it('1: staff wrote a leaflet; the decision has a number but no date', () => {
    const evidence = [{ document: 'e', kind: 'assignment_decision' as const, number: '1' }];
    expect(look('1', 'employment', 'must be entered')).toBe('date');
    expect(refusedFrom('evidence_date_missing')).toBe('submission');
    expect(codes({ record: record({ evidence }), purpose: 'submit' })).toEqual([
      'evidence_date_missing',
    ]);
  });

  it('2: a photographer’s letter allows it online, unchanged; CC BY is wanted', () => {
    const grant = licensed({ scope: ['reproduce', 'communicate_to_public'] });
    const lost = look('4', 'derive not granted', 'licences no longer possible');
    expect(lost).toContain('CC-BY-4.0');
    expect(lost).not.toContain('CC-BY-ND-4.0');
    expect(codes({ record: grant })).toEqual(['licence_too_broad']);
    expect(codes({ record: grant, licence: licence('CC-BY-ND-4.0') })).toEqual([]);
  });

  it('3: a contract until 2030; CC BY-NC-ND is wanted, then the Hanoi licence', () => {
    const grant = licensed({ termTo: '2030-12-31' });
    const lost = look('4', 'until a day', 'licences no longer possible').split(', ');
    for (const code of ['CC-BY-NC-ND-4.0', 'HN-NOI-BO'])
      expect(codes({ record: grant, licence: licence(code) }).length > 0).toBe(lost.includes(code));
  });

  it('4: a leaflet under CC BY with a CC BY-NC picture, unmodified', () => {
    const picture = licence('CC-BY-NC-4.0');
    for (const code of ['CC-BY-4.0', 'CC-BY-NC-4.0', 'CC0-1.0', 'CC-BY-NC-SA-4.0']) {
      const reasons = codes({
        licence: licence(code),
        components: [openSource()],
        componentLicences: [picture],
      });
      expect(look('5', 'CC-BY-NC-4.0', code)).toBe(reasons.length === 0 ? '✓' : '–');
    }
  });

  it('5: a translation that joins a CC BY-SA text and a CC BY-NC text', () => {
    const sources = ['CC-BY-SA-4.0', 'CC-BY-NC-4.0'];
    for (const code of ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0'])
      expect(sources.every((source) => look('6', source, code) === '✓')).toBe(false);
    expect(
      codes({
        licence: licence('CC-BY-SA-4.0'),
        components: [openSource(), openSource()],
        componentLicences: sources.map(licence),
        intendedUse: ['open_digital', 'adapt'],
      }),
    ).toEqual(['sources_incompatible']);
  });

  it('6: a circular with number, date and issuer, marked public domain', () => {
    expect(look('1', 'official_document', 'must be entered')).toBe('number, date, issuer');
    expect(look('3', 'CC-PDM-1.0', 'official_document')).toBe('✓');
    expect(codes({ record: officialDocument(), licence: licence('CC-PDM-1.0') })).toEqual([]);
  });

  it('7: poems of an author who died in 1939, and of one who died in 1990', () => {
    const line = '31 December of the last author’s death + 50';
    expect(look('7', 'every other work', 'last day')).toBe(line);
    const of = (died: number) =>
      publicDomain({ authors: [{ name: 'A', died, nationality: 'VN' }] });
    expect(protectionTerm(of(1939), '2026-11-25')).toMatchObject({
      outcome: 'public_domain',
      lastDay: '1989-12-31',
    });
    expect(look('7', 'public_domain', 'public domain may be claimed', 1)).toBe('yes');
    expect(look('7', 'protected', 'public domain may be claimed', 1)).toBe('no');
    expect(codes({ record: of(1990), licence: licence('CC-PDM-1.0') })).toEqual([
      'public_domain_unproven',
    ]);
  });

  it('8: a French engraving, claimed as public domain', () => {
    const words = 'country of origin not Vietnam, or an author who is no Vietnamese national';
    expect(look('7', words, 'outcome')).toBe('manual_review');
    expect(look('7', 'manual_review', 'public domain may be claimed', 1)).toBe(
      'only by a named decision',
    );
    const engraving = publicDomain({ country: 'FR' });
    const mark = licence('CC-PDM-1.0');
    expect(codes({ record: engraving, licence: mark })).toEqual(['public_domain_undecided']);
    const decided = { ...engraving, decidedBy: 'u1', decidedAt: '2026-01-01T00:00:00Z' };
    expect(codes({ record: decided, licence: mark })).toEqual([]);
  });

  it('9: an excerpt taken for teaching, openly and on named portals', () => {
    expect(look('1', 'teaching_exception', 'viewing on named portals only')).toBe('yes');
    for (const code of ['HN-XEM', 'InC-EDU', 'HN-NOI-BO', 'CC-BY-4.0']) {
      const claim = { record: teaching(), licence: licence(code) };
      expect(codes(claim)).toContain('restricted_to_portals');
      expect(look('3', code, 'teaching_exception')).toBe(
        codes({ ...claim, intendedUse: ['named_portals'] }).length === 0 ? '✓' : '–',
      );
    }
  });

  it('10: a poster made by AI alone, under CC BY and under CC0; and printed without a grant', () => {
    const poster = record({ ai: { use: 'generated' }, scope: [] });
    for (const code of ['CC-BY-4.0', 'CC0-1.0', 'CC-PDM-1.0', 'HN-NOI-BO', 'InC'])
      expect(look('3', code, 'AI alone')).toBe(
        codes({ record: poster, licence: licence(code) }).length === 0 ? '✓' : '–',
      );
    expect(look('2', 'print', 'scope it needs')).toBe(neededScope(['print']).join(', '));
    expect(
      codes({
        record: record({ scope: ['reproduce', 'communicate_to_public', 'derive'] }),
        intendedUse: ['print'],
      }),
    ).toEqual(['scope_insufficient']);
  });
});

describe('the edges, answered by the document and by the rules', () => {
  it('of a term: the last day and the first free one, late publication, the year 1960', () => {
    const of = (line: string) => [look('7', line, 'outcome', 2), look('7', line, 'last day', 2)];
    expect(of('text, died 1975')).toEqual(['public_domain', '2025-12-31']);
    expect(of('text, died 1976')).toEqual(['protected', '2026-12-31']);
    expect(of('text, died 1960, published 1961')).toEqual(['manual_review', '–']);
    expect(of('photograph, fixed 1990, published 2016')).toEqual(['protected', '2090-12-31']);
    expect(of('photograph, fixed 1955, published 1959')).toEqual(['manual_review', '–']);
    const [author] = publicDomain().authors ?? [];
    const of1976 = publicDomain({ authors: [{ ...author, died: 1976 }] });
    expect(protectionTerm(of1976, '2026-11-25')).toMatchObject({ lastDay: '2026-12-31' });
  });

  it('of a day: a grant and an embargo hold through their last', () => {
    for (const [line, changes] of [
      ['embargo until today', { embargoUntil: '2026-11-25' }],
      ['embargo until yesterday', { embargoUntil: '2026-11-24' }],
      ['the grant begins tomorrow', { record: record({ termFrom: '2026-11-26' }) }],
      ['the grant begins today', { record: record({ termFrom: '2026-11-25' }) }],
    ] as const)
      expect(look('9', line, 'publication')).toBe(codes(changes).join(', ') || '✓');
    expect(look('9', 'the grant ended yesterday', 'submission')).toBe('✓');
    expect(look('9', 'the grant ended yesterday', 'approval')).toBe('term_ended');
  });

  it('of a paper: number, date and issuer on one', () => {
    const line = 'official document: number on one paper, date and issuer on another';
    const evidence = [
      { document: 'a', kind: 'official_document' as const, number: '1' },
      { document: 'b', date: '2025-01-01', issuer: 'UBND' },
    ];
    expect(look('1', line, 'submission', 1)).toBe(
      codes({
        record: officialDocument({ evidence }),
        licence: licence('CC-PDM-1.0'),
        purpose: 'submit',
      }).join(', '),
    );
  });

  it('of two papers that lack as much: what the first lacks is told, and only that', () => {
    const line = 'official document: two papers, the first lacks the issuer, the second the number';
    const paper = { document: 'a', kind: 'official_document' as const, date: '2025-01-01' };
    const evidence = [
      { ...paper, number: '1' },
      { ...paper, issuer: 'UBND' },
    ];
    const claim = { record: officialDocument({ evidence }), licence: licence('CC-PDM-1.0') };
    expect(codes({ ...claim, purpose: 'submit' })).toEqual(['evidence_issuer_missing']);
    expect(look('1', line, 'submission', 1)).toBe('evidence_issuer_missing');
  });

  it('of a whole and its part: CC0 with a CC BY picture', () => {
    const line = 'CC0 whole, CC BY picture, unmodified';
    const whole = {
      licence: licence('CC0-1.0'),
      components: [openSource()],
      componentLicences: [licence('CC-BY-4.0')],
    };
    expect(look('5', line, 'approval', 1)).toBe(codes(whole).join(', '));
    expect(look('5', 'CC-BY-4.0', 'CC0-1.0')).toBe('–');
  });

  it('of people and AI: a consent without its paper passes and is pointed out', () => {
    const claim = record({ portraitConsent: 'obtained' });
    expect(look('10', 'consent obtained, no paper', 'approval')).toBe('✓');
    expect(look('10', 'consent obtained, no paper', 'only pointed out')).toBe(
      clearance(asked({ record: claim }))
        .warnings.map(({ code }) => code)
        .join(', '),
    );
    expect(look('10', 'AI alone, CC BY', 'approval')).toBe('ai_generated_licence');
  });

  it('of access: the licence for viewing reserves and takes the download away, on any basis', () => {
    const line = 'licence HN-XEM, on a basis that is not viewing-only';
    const { access, download } = clearance(asked({ licence: licence('HN-XEM') }));
    expect([look('11', line, 'who may see it'), look('11', line, 'download')]).toEqual([
      access,
      download ? 'yes' : 'no',
    ]);
  });

  it('of access: an excerpt for teaching inside makes the whole viewing-only', () => {
    const line = 'a component under the teaching exception';
    const { access, download } = clearance(asked({ components: [teaching()] }));
    expect([look('11', line, 'who may see it'), look('11', line, 'download')]).toEqual([
      access,
      download ? 'yes' : 'no',
    ]);
  });

  it('of a question to the editor: the owner waits for the basis only', () => {
    for (const code of ['owner_missing', 'scope_missing', 'work_type_missing'] as const) {
      const own = look('12', code, 'waits for a question about its field');
      const basis = look('12', code, 'waits for a question about the basis');
      expect(own).toBe(ASKED_INSTEAD.includes(code) ? 'yes' : 'no');
      expect(basis).toBe(FOLLOW_FROM_BASIS.includes(code) ? 'yes' : 'no');
    }
  });
});

describe('the document', () => {
  it('says in both languages when each rule holds, what it says and what to do', () => {
    for (const code of Object.keys(RULES)) {
      for (const column of ['holds when', 'khi nào'])
        expect(look('8', code, column)).toMatch(/\S{2} \S/);
      for (const column of ['rule', 'remedy', 'Vietnamese', 'cách xử lý'])
        expect(look('8', code, column, 1)).toMatch(/\S{2} \S/);
    }
  });

  it('has every rule with the step from which it refuses, and every basis', () => {
    const steps = { submit: 'submission', approve: 'approval', publish: 'publication' };
    for (const [code, { stage }] of Object.entries(RULES))
      expect(refusedFrom(code as RuleCode)).toBe(
        stage === 'never' ? 'never: pointed out only' : steps[stage],
      );
    for (const [basis, rule] of Object.entries(BASIS_REQUIREMENTS))
      expect(look('1', basis, 'must be entered')).toBe(rule.demanded.join(', ') || '–');
  });
});
