import { hanoiDate } from '../platform/clock';
import { possibleLicences } from '../rights/licence-conditions';
import { SCOPES, type Basis, type LicenceFacts, type RightsRecord } from '../rights/types';
import { licenceFacts, type Dossier, type LicenceRow, type RightsRow } from './dossier';

export interface LicenceChoices {
  /** Ids, the usual ones for this basis first. */
  proposed: string[];
  /** Every other licence that the rules allow. */
  other: string[];
  /** Statements that fit the claim: they tell about the rights and give none. */
  statements: string[];
}

const OPEN = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0'];
const IN_COPYRIGHT = ['InC', 'InC-EDU', 'InC-NC'];
const FREE = ['NoC-CR', 'NoC-NC', 'NoC-OKLR'];

/**
 * What is usual for a basis, and which statements do not contradict it: who knows the basis does not
 * say that the rights were never looked at.
 */
const USUAL: Readonly<Record<Basis, { licences: string[]; statements: string[] }>> = {
  employment: { licences: OPEN, statements: IN_COPYRIGHT },
  commissioned: { licences: OPEN, statements: IN_COPYRIGHT },
  assigned: { licences: OPEN, statements: IN_COPYRIGHT },
  state_owned: { licences: OPEN, statements: IN_COPYRIGHT },
  state_managed: { licences: ['HN-NOI-BO'], statements: ['InC-RUU', 'InC-EDU'] },
  licensed: { licences: ['HN-NOI-BO', 'CC-BY-NC-4.0'], statements: IN_COPYRIGHT },
  open_licence: { licences: [...OPEN, 'CC0-1.0'], statements: [] },
  official_document: { licences: ['CC-PDM-1.0'], statements: FREE },
  public_domain: { licences: ['CC-PDM-1.0'], statements: [...FREE, 'NKC'] },
  teaching_exception: { licences: ['HN-XEM'], statements: ['InC', 'InC-EDU', 'InC-RUU'] },
  accessible_copy: { licences: ['HN-XEM'], statements: ['InC', 'InC-EDU', 'InC-RUU'] },
};

type Candidate = LicenceFacts & { id: string };

/** A question that is still open refuses no licence yet: the scope counts as granted until answered. */
function answered(row: RightsRow): RightsRecord {
  const scope = row.scope?.length ? row.scope : [...SCOPES];
  return { ...row, scope } as unknown as RightsRecord;
}

/** The licences a person may choose for one record, the rules of clearance applied to each. */
export function licenceChoices(
  dossier: Dossier,
  row: RightsRow,
  licences: readonly LicenceRow[],
): LicenceChoices {
  const components = row.component ? [] : dossier.components;
  const candidates = licences.flatMap((licence): Candidate[] => {
    const facts = licenceFacts(licence);
    return facts ? [{ ...facts, id: licence.id }] : [];
  });
  const possible = possibleLicences({
    licences: candidates,
    record: answered(row),
    components: components.map((one) => one as unknown as RightsRecord),
    componentLicences: components.map(({ licence }) =>
      licenceFacts(licence ? dossier.licences.get(licence) : undefined),
    ),
    intendedUse: dossier.material.intendedUse ?? [],
    today: hanoiDate(),
  });
  const usual = row.basis ? USUAL[row.basis] : { licences: OPEN, statements: [] };
  const ids = (codes: string[]) =>
    codes.flatMap((code) => possible.filter((one) => one.code === code).map(({ id }) => id));
  const proposed = ids(usual.licences);
  return {
    proposed,
    statements: ids(usual.statements),
    other: possible
      .filter(({ id, kind }) => kind !== 'rights_statement' && !proposed.includes(id))
      .map(({ id }) => id),
  };
}
