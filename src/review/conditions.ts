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

/** Every unmet condition of a step, in the order in which a person would mend them. */
export function unmetConditions(
  dossier: Dossier,
  purpose: Purpose,
  today: string = hanoiDate(),
): FieldProblem[] {
  return [...descriptionConditions(dossier), ...rightsClearance(dossier, purpose, today).reasons];
}
