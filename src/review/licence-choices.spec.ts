import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Dossier, LicenceRow, RightsRow } from './dossier';
import { licenceChoices } from './licence-choices';

const file = new URL('../../seed/reference/licences.json', import.meta.url);
const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: LicenceRow[] };
/** As the seed ships them, their code standing for the id. */
const LICENCES = items.map((one) => ({ ...one, id: one.code }));

const choicesFor = (record: Record<string, unknown>) => {
  const row = { id: 'r1', ...record } as unknown as RightsRow;
  const dossier = {
    material: { id: 'm1', intendedUse: ['open_digital'] },
    rights: row,
    components: [],
    licences: new Map(),
  } as unknown as Dossier;
  return licenceChoices(dossier, row, LICENCES);
};

describe('the licences a person is offered', () => {
  it('begin with the open ones for work of the department itself', () => {
    const { proposed, other } = choicesFor({ basis: 'employment' });
    expect(proposed[0]).toBe('CC-BY-4.0');
    expect(other).not.toContain('CC-BY-4.0');
  });

  it('leave out what reaches further than the grant', () => {
    const { proposed, other } = choicesFor({
      basis: 'employment',
      scope: ['reproduce', 'communicate_to_public'],
    });
    expect([...proposed, ...other]).not.toContain('CC-BY-4.0');
    expect(other).toContain('CC-BY-ND-4.0');
  });

  it('are the ones for viewing only where the basis is the teaching exception', () => {
    const { proposed, other } = choicesFor({ basis: 'teaching_exception' });
    expect(proposed).toEqual(['HN-XEM']);
    expect(other).toEqual([]);
  });

  it('are open ones where the source has an open licence', () => {
    const { proposed, other, statements } = choicesFor({ basis: 'open_licence' });
    expect(proposed).toContain('CC-BY-SA-4.0');
    expect([...proposed, ...other].every((code) => code.startsWith('CC'))).toBe(true);
    expect(statements).toEqual([]);
  });

  it.each(['employment', 'licensed', 'official_document', 'open_licence'])(
    'never say that the rights were not looked at, on the basis %s',
    (basis) => {
      const { proposed, other, statements } = choicesFor({ basis });
      const all = [...proposed, ...other, ...statements];
      expect(all).not.toContain('CNE');
      expect(all).not.toContain('NKC');
    },
  );
});
