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

describe('the document', () => {
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
