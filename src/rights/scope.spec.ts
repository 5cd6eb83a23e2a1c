import { describe, expect, it } from 'vitest';
import { openSource, publicDomain, record, teaching } from './clearance.fixture';
import { licence } from './licences.fixture';
import { effectiveScope, neededScope } from './scope';
import type { IntendedUse, Permit, RightsRecord, Scope } from './types';

describe('scope', () => {
  it.each<[IntendedUse[], Scope[]]>([
    [['open_digital'], ['reproduce', 'communicate_to_public']],
    [['named_portals'], ['reproduce', 'communicate_to_public']],
    [['print'], ['reproduce', 'distribute']],
    [['adapt'], ['derive']],
    [
      ['adapt', 'open_digital', 'print'],
      ['reproduce', 'communicate_to_public', 'derive', 'distribute'],
    ],
    [[], []],
  ])('%j needs %j', (uses, needed) => {
    expect(neededScope(uses)).toEqual(needed);
  });

  const all: Scope[] = ['reproduce', 'communicate_to_public', 'derive', 'distribute'];
  it.each<[string, RightsRecord, string, Scope[]]>([
    ['what was granted', record({ scope: ['reproduce'] }), 'CC-BY-4.0', ['reproduce']],
    ['what an open licence permits', openSource(), 'CC-BY-4.0', all],
    [
      'no adaptation under ND',
      openSource(),
      'CC-BY-ND-4.0',
      ['reproduce', 'communicate_to_public', 'distribute'],
    ],
    ['everything in the public domain', publicDomain(), 'CC-PDM-1.0', all],
    ['showing, by exception', teaching(), 'HN-XEM', ['reproduce', 'communicate_to_public']],
    ['everything of AI alone', record({ ai: { use: 'generated' }, scope: [] }), 'CC0-1.0', all],
    ['nothing without a basis', record({ basis: null }), 'CC-BY-4.0', []],
  ])('gives %s', (_what, claim, code, scope) => {
    expect(effectiveScope(claim, licence(code))).toEqual(scope);
  });

  it.each<[Permit[], Scope[]]>([
    [[], []],
    [['copy'], ['reproduce']],
    [['share'], ['communicate_to_public', 'distribute']],
    [['adapt'], ['derive']],
    [['commercial'], []],
    [['copy', 'share', 'adapt'], all],
  ])('of an open licence that permits %j is %j', (permits, scope) => {
    expect(effectiveScope(openSource(), { ...licence('CC-BY-4.0'), permits })).toEqual(scope);
  });

  it('of an open licence is nothing before it is known which', () => {
    expect(effectiveScope(openSource(), null)).toEqual([]);
  });
});
