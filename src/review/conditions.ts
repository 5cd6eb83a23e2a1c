import { hanoiDate } from '../platform/clock';
import { isUsable } from '../platform/code-lists';
import type { FieldProblem } from '../platform/errors';
import { clearance, type Clearance, type Purpose } from '../rights/clearance';
import type { RightsRecord } from '../rights/types';
import { licenceFacts, type Dossier, type L10n, type RightsRow } from './dossier';

const filled = (value: string | null | undefined) => (value ?? '').trim() !== '';
const some = (value: unknown[] | null | undefined) => (value ?? []).length > 0;
const vi = (value: L10n<string>) => value?.vi;

/** What the description and the files lack, by field; nothing about rights. */
export function descriptionConditions(dossier: Dossier): FieldProblem[] {
  const { material: m, files } = dossier;
  const found: FieldProblem[] = [];
  const need = (ok: boolean, field: string, code: string, params?: Record<string, unknown>) => {
    if (!ok) found.push({ field, code, ...(params ? { params } : {}) });
  };
  need(filled(vi(m.title)), 'title', 'title_missing');
  need(filled(vi(m.abstract)), 'abstract', 'abstract_missing');
  need(filled(m.type), 'type', 'type_missing');
  need(some(m.subjects), 'subjects', 'subjects_missing');
  need(some(m.audiences), 'audiences', 'audiences_missing');
  need(some(m.language), 'language', 'language_missing');
  need(
    (m.creators ?? []).some((creator) => filled(creator.name)),
    'creators',
    'creators_missing',
  );
  const items = m.items ?? [];
  need(items.length > 0, 'items', 'items_missing');
  need(
    items.length === 0 || items.some((item) => item.role === 'main'),
    'items',
    'main_file_missing',
  );
  items.forEach((item, index) => {
    const file = files.get(item.file);
    if (!file) return;
    const at = `items.${String(index)}`;
    need(
      !file.mediaType.startsWith('image/') || filled(vi(item.altText)),
      `${at}.altText`,
      'alt_text_missing',
      { name: file.name },
    );
    need(isUsable(file.verdict), `${at}.file`, 'file_unsafe', { name: file.name });
    const readable = file.processing !== 'failed' || file.processingNote !== 'damaged';
    need(readable, `${at}.file`, 'file_unreadable', { name: file.name });
  });
  need(
    m.declarations?.noStateSecret === true,
    'declarations.noStateSecret',
    'no_state_secret_undeclared',
  );
  need(m.declarations?.consents === true, 'declarations.consents', 'consents_undeclared');
  return found;
}

function asRecord(row: RightsRow): RightsRecord {
  return row as unknown as RightsRecord;
}

/** The rights rules applied to a dossier. `today` is the day in Hanoi that decides. */
export function rightsClearance(
  dossier: Dossier,
  purpose: Purpose,
  today: string = hanoiDate(),
): Clearance {
  const licenceOf = (row: RightsRow | null) =>
    licenceFacts(row?.licence ? dossier.licences.get(row.licence) : undefined);
  return clearance({
    record: dossier.rights ? asRecord(dossier.rights) : null,
    components: dossier.components.map(asRecord),
    licence: licenceOf(dossier.rights),
    componentLicences: dossier.components.map(licenceOf),
    intendedUse: dossier.material.intendedUse ?? null,
    embargoUntil: dossier.material.embargoUntil ?? null,
    purpose,
    today,
  });
}

/** A paper without its kind tells the editor nothing of what it proves; asked for when submitting. */
function evidenceKinds({ rights, components }: Dossier): FieldProblem[] {
  const of = (row: RightsRow, path: string) =>
    (row.evidence ?? []).flatMap((paper, index) =>
      paper.document && !filled(paper.kind)
        ? [{ field: `${path}.evidence.${String(index)}.kind`, code: 'evidence_kind_missing' }]
        : [],
    );
  return [
    ...(rights ? of(rights, 'rights') : []),
    ...components.flatMap((row, index) => of(row, `rights.components.${String(index)}`)),
  ];
}

/** Every unmet condition of a step, in the order in which a person would mend them. */
export function unmetConditions(
  dossier: Dossier,
  purpose: Purpose,
  today: string = hanoiDate(),
): FieldProblem[] {
  return [
    ...descriptionConditions(dossier),
    ...rightsClearance(dossier, purpose, today).reasons,
    ...(purpose === 'submit' ? evidenceKinds(dossier) : []),
  ];
}

/** The same dossier with nothing said in it but its basis, its files and the papers sent for it. */
function emptied(dossier: Dossier, withParts: boolean): Dossier {
  const { material, rights, components } = dossier;
  const bare = (row: RightsRow) =>
    ({
      id: row.id,
      component: row.component,
      basis: row.basis,
      ai: { use: row.ai?.use },
      // What is asked of the editor is not demanded of the officer.
      interview: row.interview,
      evidence: withParts ? [{ document: 'any' }] : [],
    }) as RightsRow;
  return {
    ...dossier,
    licences: new Map(),
    material: {
      ...({ id: material.id, department: material.department } as Dossier['material']),
      items: withParts
        ? (material.items ?? []).map(({ id, file }) => ({ id, file, role: 'main' }))
        : [],
    },
    rights: rights && bare(rights),
    components: components.map(bare),
  };
}

/**
 * The fields that submitting demands, by the very conditions that it is judged by: what an empty
 * form would be told to fill in. `rights.evidence.*.date` stands for every row.
 */
export function demandedFields(dossier: Dossier): string[] {
  const asked = (shown: Dossier) => unmetConditions(shown, 'submit').map(({ field }) => field);
  const bare = emptied(dossier, false);
  const withoutBasis = (row: RightsRow): RightsRow => ({ ...row, basis: null });
  const fields = [
    ...asked(bare),
    ...asked(emptied(dossier, true)),
    // The basis is kept above, because what else is asked for follows from it.
    ...asked({
      ...bare,
      rights: bare.rights && withoutBasis(bare.rights),
      components: bare.components.map(withoutBasis),
    }).filter((field) => field.endsWith('.basis')),
  ];
  return [...new Set(fields.map((field) => field.replace(/\.evidence\.\d+\./, '.evidence.*.')))];
}
