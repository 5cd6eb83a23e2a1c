import { describe, expect, it } from 'vitest';
import { BASIS_REQUIREMENTS } from './basis-requirements';
import { BASES, EVIDENCE_KINDS } from './types';

describe('what a basis demands', () => {
  it.each([
    ['employment', 'ip_law_39', ['date']],
    ['commissioned', 'ip_law_39', ['date']],
    ['assigned', 'ip_law_45', ['date']],
    ['licensed', 'ip_law_47', ['date']],
    ['state_owned', 'ip_law_42', []],
    ['state_managed', 'ip_law_42', []],
    ['open_licence', 'open_licence_terms', []],
    ['official_document', 'ip_law_15', ['number', 'date', 'issuer']],
    ['public_domain', 'ip_law_27', []],
    ['teaching_exception', 'ip_law_25', []],
    ['accessible_copy', 'ip_law_25a', []],
  ] as const)('%s by %s demands %j', (basis, article, demanded) => {
    expect(BASIS_REQUIREMENTS[basis]).toMatchObject({ article, demanded });
  });

  it('covers every basis and names only known papers', () => {
    expect(Object.keys(BASIS_REQUIREMENTS).sort()).toEqual([...BASES].sort());
    for (const basis of BASES)
      for (const paper of BASIS_REQUIREMENTS[basis].papers) expect(EVIDENCE_KINDS).toContain(paper);
  });

  it('restricts the exceptions and nothing else', () => {
    expect(BASES.filter((basis) => BASIS_REQUIREMENTS[basis].restricted)).toEqual([
      'teaching_exception',
      'accessible_copy',
    ]);
  });
});
