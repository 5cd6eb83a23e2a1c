import type { Basis, EvidenceKind, Scope } from './types';

export type EvidenceDetail = 'number' | 'date' | 'issuer';

export type BasisRequirement = {
  /** Key of the law article: `rights:articles.<article>`. */
  article: string;
  /** The scope a basis gives by itself; null where a paper must grant it. `licence`: what it permits. */
  scope: readonly Scope[] | 'licence' | null;
  /** Without these on one paper the claim is not complete. */
  demanded: readonly EvidenceDetail[];
  /** Asked for where such papers have one; their absence is pointed out, never refused. */
  expected: readonly EvidenceDetail[];
  /** Papers that usually prove this basis. */
  papers: readonly EvidenceKind[];
  owner: boolean;
  /** The holder must be allowed to pass the right on before a licence can be given. */
  sublicence: boolean;
  /** Only named portals, viewing, no download. */
  restricted: boolean;
};

const ALL: readonly Scope[] = ['reproduce', 'communicate_to_public', 'derive', 'distribute'];
const granted = { scope: null, owner: true, sublicence: false, restricted: false } as const;
const exception = {
  scope: ['reproduce', 'communicate_to_public'],
  demanded: [],
  expected: [],
  papers: ['exception_statement'],
  owner: true,
  sublicence: false,
  restricted: true,
} as const;

/** What each basis demands. A file is demanded always, so it is not in the table. */
export const BASIS_REQUIREMENTS: Readonly<Record<Basis, BasisRequirement>> = {
  employment: {
    ...granted,
    article: 'ip_law_39',
    demanded: ['date'],
    expected: ['number'],
    papers: ['assignment_decision'],
  },
  commissioned: {
    ...granted,
    article: 'ip_law_39',
    demanded: ['date'],
    expected: ['number'],
    papers: ['commission_contract'],
  },
  state_owned: {
    ...granted,
    article: 'ip_law_42',
    demanded: [],
    expected: ['number', 'date', 'issuer'],
    papers: ['state_ownership_paper'],
  },
  state_managed: {
    ...granted,
    article: 'ip_law_42',
    demanded: [],
    expected: ['number', 'date', 'issuer'],
    papers: ['owner_search_report', 'state_ownership_paper'],
    owner: false,
  },
  assigned: {
    ...granted,
    article: 'ip_law_45',
    demanded: ['date'],
    expected: ['number'],
    papers: ['transfer_contract'],
  },
  licensed: {
    ...granted,
    article: 'ip_law_47',
    demanded: ['date'],
    expected: ['number'],
    papers: ['licence_contract', 'permission_letter'],
    sublicence: true,
  },
  open_licence: {
    article: 'open_licence_terms',
    scope: 'licence',
    demanded: [],
    expected: ['date'],
    papers: ['open_licence_copy'],
    owner: true,
    sublicence: false,
    restricted: false,
  },
  official_document: {
    article: 'ip_law_15',
    scope: ALL,
    demanded: ['number', 'date', 'issuer'],
    expected: [],
    papers: ['official_document'],
    owner: false,
    sublicence: false,
    restricted: false,
  },
  public_domain: {
    article: 'ip_law_27',
    scope: ALL,
    demanded: [],
    expected: [],
    papers: ['public_domain_proof'],
    owner: false,
    sublicence: false,
    restricted: false,
  },
  teaching_exception: { ...exception, article: 'ip_law_25' },
  accessible_copy: { ...exception, article: 'ip_law_25a' },
};
