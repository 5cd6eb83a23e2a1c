import { describe, expect, it } from 'vitest';
import { contentHash, contentProjection } from './content-hash';
import type { Dossier } from './dossier';

function dossier(): Dossier {
  return {
    material: {
      id: 'm1',
      department: 'd1',
      title: { vi: 'Dinh dưỡng học đường', en: 'School meals' },
      abstract: { vi: 'Bữa ăn cân đối.' },
      keywords: { vi: ['ăn', 'uống'] },
      language: ['vi'],
      type: 't1',
      intendedUse: ['open_digital', 'print'],
      creators: [{ id: 'row1', name: 'Lan', role: 'author' }],
      items: [{ id: 'row2', file: 'f1', role: 'main' }],
      declarations: { noStateSecret: true, consents: true },
      state: 'in_review',
      publicationStatus: 'none',
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
    },
    department: { id: 'd1', code: 'YT', name: { vi: 'Sở Y tế' } },
    rights: {
      id: 'r1',
      licence: 'l1',
      basis: 'employment',
      scope: ['reproduce', 'distribute'],
      evidence: [{ document: 'e1', kind: 'assignment_decision', number: '1' }],
      creditLine: { vi: 'Sở Y tế' },
      createdAt: '',
      updatedAt: '',
    } as Dossier['rights'],
    components: [],
    files: new Map([['f1', { id: 'f1', name: 'a.pdf', sha256: 'aa' } as never]]),
    evidence: new Map([['e1', { id: 'e1', sha256: 'ee' } as never]]),
    licences: new Map([['l1', { id: 'l1', code: 'CC-BY-4.0', version: 1 } as never]]),
    terms: new Map([['t1', { id: 't1', scheme: 'types', code: 'handout', label: { vi: 'x' } }]]),
  };
}
const hash = (change: (d: Dossier) => void = () => undefined) => {
  const own = dossier();
  change(own);
  return contentHash(contentProjection(own));
};

describe('the content hash', () => {
  it('is a SHA-256 in lower-case hex, the same for the same content', () => {
    expect(hash()).toMatch(/^[0-9a-f]{64}$/);
    expect(hash()).toBe(hash());
  });

  it('does not tell composed from decomposed letters', () => {
    const nfd = hash((d) => {
      d.material.title = { vi: 'Dinh dưỡng học đường'.normalize('NFD'), en: 'School meals' };
    });
    expect(nfd).toBe(hash());
  });

  it('does not depend on the order of keys, nor on null, missing or empty values', () => {
    expect(
      hash((d) => {
        d.material.title = { en: 'School meals', vi: 'Dinh dưỡng học đường' };
        d.material.publisher = '';
        d.material.place = null;
        d.material.levels = [];
        d.material.alternativeTitle = { vi: null };
      }),
    ).toBe(hash());
  });

  it('does not depend on the order of what is a set', () => {
    expect(
      hash((d) => {
        d.material.intendedUse = ['print', 'open_digital'];
        if (d.rights) d.rights.scope = ['distribute', 'reproduce'];
      }),
    ).toBe(hash());
  });

  it('does not depend on row ids, dates of saving, state or who holds it', () => {
    expect(
      hash((d) => {
        d.material.id = 'other';
        d.material.updatedAt = 'later';
        d.material.state = 'approved';
        d.material.holder = 'u1';
        if (d.material.items?.[0]) d.material.items[0].id = 'row9';
        if (d.material.creators?.[0]) d.material.creators[0].id = 'row9';
      }),
    ).toBe(hash());
  });

  const changes: [string, (d: Dossier) => void][] = [
    ['a word of the title', (d) => (d.material.title = { vi: 'Khác', en: 'School meals' })],
    ['the other language', (d) => (d.material.title = { vi: 'Dinh dưỡng học đường', en: 'Meals' })],
    ['the order of keywords', (d) => (d.material.keywords = { vi: ['uống', 'ăn'] })],
    ['the bytes of a file', (d) => d.files.set('f1', { name: 'a.pdf', sha256: 'ab' } as never)],
    ['the name of a file', (d) => d.files.set('f1', { name: 'b.pdf', sha256: 'aa' } as never)],
    ['the bytes of the evidence', (d) => d.evidence.set('e1', { sha256: 'ef' } as never)],
    [
      'the version of the licence',
      (d) => d.licences.set('l1', { code: 'CC-BY-4.0', version: 2 } as never),
    ],
    ['a right granted', (d) => d.rights && (d.rights.scope = ['reproduce'])],
    ['a declaration', (d) => (d.material.declarations = { noStateSecret: true, consents: false })],
    ['a component', (d) => d.components.push({ id: 'r2', component: 'Ảnh' } as never)],
    ['the term behind a code', (d) => d.terms.set('t1', { id: 't1', code: 'video' } as never)],
    ['the department', (d) => (d.department.code = 'GDDT')],
    ['an embargo', (d) => (d.material.embargoUntil = '2027-01-01')],
  ];
  it.each(changes)('changes with %s', (_name, change) => {
    expect(hash(change)).not.toBe(hash());
  });
});
