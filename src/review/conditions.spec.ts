import { describe, expect, it } from 'vitest';
import { demandedFields, unmetConditions } from './conditions';
import type { Dossier, RightsRow } from './dossier';

const row = (changes: Record<string, unknown> = {}) =>
  ({ id: 'r1', basis: 'employment', evidence: [], ...changes }) as unknown as RightsRow;

const dossier = (changes: Partial<Dossier> = {}): Dossier =>
  ({
    material: { id: 'm1', items: [] },
    rights: row(),
    components: [],
    files: new Map(),
    evidence: new Map(),
    licences: new Map(),
    terms: new Map(),
    ...changes,
  }) as unknown as Dossier;

describe('what a form marks as needed', () => {
  it('is what submitting an empty form would ask for', () => {
    const empty = dossier();
    const asked = unmetConditions(empty, 'submit').map(({ field }) => field);
    expect(demandedFields(empty)).toEqual(expect.arrayContaining(asked));
  });

  it('stays the same when the fields are filled in', () => {
    const filled = dossier({
      material: { id: 'm1', title: { vi: 'Ủ phân' }, language: ['vi'] } as Dossier['material'],
      rights: row({ workType: 'text', title: 'Ủ phân', owner: { name: 'Sở' } }),
    });
    expect(demandedFields(filled)).toEqual(demandedFields(dossier()));
    expect(demandedFields(filled)).toContain('rights.basis');
  });

  it('follows the basis: an official document needs number and issuer, and no owner', () => {
    const fields = demandedFields(dossier({ rights: row({ basis: 'official_document' }) }));
    expect(fields).toEqual(
      expect.arrayContaining(['rights.evidence.*.number', 'rights.evidence.*.issuer']),
    );
    expect(fields).not.toContain('rights.owner.name');
    expect(demandedFields(dossier())).toContain('rights.owner.name');
    expect(demandedFields(dossier())).not.toContain('rights.evidence.*.issuer');
  });
});

describe('a paper without its kind', () => {
  const paper = { document: 'e1', number: '1', date: '2026-03-12' };

  it('is named, row by row, when submitting', () => {
    const papers = [{ ...paper, kind: 'assignment_decision' }, paper];
    const found = unmetConditions(dossier({ rights: row({ evidence: papers }) }), 'submit');
    expect(found.filter(({ code }) => code === 'evidence_kind_missing')).toEqual([
      { field: 'rights.evidence.1.kind', code: 'evidence_kind_missing' },
    ]);
  });

  it('does not stop what was submitted before the rule', () => {
    const found = unmetConditions(dossier({ rights: row({ evidence: [paper] }) }), 'approve');
    expect(found.map(({ code }) => code)).not.toContain('evidence_kind_missing');
  });
});
