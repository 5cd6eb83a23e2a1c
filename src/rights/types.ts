/** The code lists of the rights room. Order is the order in which people meet them. */
export const WORK_TYPES = [
  'text',
  'photograph',
  'film',
  'applied_art',
  'music',
  'recording',
  'performance',
  'software',
  'map',
  'database',
  'other',
] as const;
export const BASES = [
  'employment',
  'commissioned',
  'state_owned',
  'state_managed',
  'assigned',
  'licensed',
  'open_licence',
  'official_document',
  'public_domain',
  'teaching_exception',
  'accessible_copy',
] as const;
export const SCOPES = ['reproduce', 'communicate_to_public', 'derive', 'distribute'] as const;
export const TERM_OUTCOMES = [
  'protected',
  'public_domain',
  'not_protected',
  'undetermined',
  'manual_review',
] as const;
export const AI_USES = ['none', 'assisted', 'generated'] as const;
export const INTENDED_USES = ['open_digital', 'named_portals', 'print', 'adapt'] as const;
export const PUBLISHED = ['yes', 'no', 'unknown'] as const;
export const OWNER_KINDS = [
  'state_agency',
  'organisation',
  'person',
  'state',
  'untraceable',
] as const;
export const EVIDENCE_KINDS = [
  'assignment_decision',
  'commission_contract',
  'transfer_contract',
  'licence_contract',
  'permission_letter',
  'open_licence_copy',
  'official_document',
  'state_ownership_paper',
  'owner_search_report',
  'public_domain_proof',
  'exception_statement',
  'portrait_consent',
  'other',
] as const;
export const PORTRAIT_CONSENTS = ['not_needed', 'obtained', 'missing'] as const;
export const TERRITORIES = ['worldwide', 'vietnam', 'hanoi'] as const;
export const LICENCE_KINDS = [
  'creative_commons',
  'public_domain',
  'rights_statement',
  'local',
] as const;
/** What a licence lets people do. */
export const PERMITS = ['copy', 'share', 'adapt', 'commercial'] as const;
/** What it asks in return. Attribution is due even where no licence asks for it (IP Law Art. 19). */
export const LICENCE_CONDITIONS = [
  'attribution',
  'non_commercial',
  'share_alike',
  'no_derivatives',
] as const;
/** In what respect a licence reaches further than what was granted, or than a component allows. */
export const EXCESSES = [
  'reproduce',
  'communicate_to_public',
  'derive',
  'commercial',
  'attribution',
  'share_alike',
  'sublicence',
  'territory',
  'term',
  'named_portals',
  'viewing_only',
] as const;
export const ACCESSES = ['open', 'named_portals'] as const;

export type WorkType = (typeof WORK_TYPES)[number];
export type Basis = (typeof BASES)[number];
export type Scope = (typeof SCOPES)[number];
export type TermOutcome = (typeof TERM_OUTCOMES)[number];
export type AiUse = (typeof AI_USES)[number];
export type IntendedUse = (typeof INTENDED_USES)[number];
export type Published = (typeof PUBLISHED)[number];
export type OwnerKind = (typeof OWNER_KINDS)[number];
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export type PortraitConsent = (typeof PORTRAIT_CONSENTS)[number];
export type LicenceKind = (typeof LICENCE_KINDS)[number];
export type Permit = (typeof PERMITS)[number];
export type LicenceCondition = (typeof LICENCE_CONDITIONS)[number];
export type Excess = (typeof EXCESSES)[number];
export type Access = (typeof ACCESSES)[number];

/** Every list with the name its labels have in the texts: `rights:codes.<name>.<code>`. */
export const CODE_LISTS = {
  workType: WORK_TYPES,
  basis: BASES,
  scope: SCOPES,
  termOutcome: TERM_OUTCOMES,
  aiUse: AI_USES,
  intendedUse: INTENDED_USES,
  published: PUBLISHED,
  ownerKind: OWNER_KINDS,
  evidenceKind: EVIDENCE_KINDS,
  portraitConsent: PORTRAIT_CONSENTS,
  territory: TERRITORIES,
  licenceKind: LICENCE_KINDS,
  permits: PERMITS,
  licenceCondition: LICENCE_CONDITIONS,
  excess: EXCESSES,
  access: ACCESSES,
} as const;
export type CodeList = keyof typeof CODE_LISTS;

/** A text of one language, or of both; Vietnamese is the one that counts. */
export type LocalisedText = string | { vi?: string | null; en?: string | null };
/** A relation as Payload gives it: the id, or the document. */
export type Reference = string | { id: string };

export type Author = {
  name?: string | null;
  penName?: string | null;
  /** Years, Gregorian. */
  born?: number | null;
  died?: number | null;
  living?: boolean | null;
  /** ISO 3166-1 alpha-2; `VN` for Vietnam. */
  nationality?: string | null;
};

export type Evidence = {
  document?: Reference | null;
  kind?: EvidenceKind | null;
  number?: string | null;
  /** `YYYY-MM-DD`. */
  date?: string | null;
  issuer?: string | null;
};

export type RightsRecord = {
  material?: Reference | null;
  /** The name of the third-party part; empty on the record of the whole. */
  component?: string | null;
  workType?: WorkType | null;
  title?: LocalisedText | null;
  authors?: Author[] | null;
  anonymous?: boolean | null;
  fixedYear?: number | null;
  published?: Published | null;
  firstPublishedYear?: number | null;
  /** Country of origin, ISO 3166-1 alpha-2. */
  country?: string | null;
  owner?: { kind?: OwnerKind | null; name?: string | null; address?: string | null } | null;
  basis?: Basis | null;
  evidence?: Evidence[] | null;
  scope?: Scope[] | null;
  /** One of TERRITORIES or words; empty when the paper names none. */
  territory?: string | null;
  /** First and last day of the grant, `YYYY-MM-DD`, both inclusive. */
  termFrom?: string | null;
  termTo?: string | null;
  exclusive?: boolean | null;
  sublicence?: boolean | null;
  remuneration?: string | null;
  conditions?: string | null;
  licence?: Reference | null;
  creditLine?: LocalisedText | null;
  portraitConsent?: PortraitConsent | null;
  ai?: { use?: AiUse | null; tool?: string | null; humanContribution?: string | null } | null;
  tdmReserved?: boolean | null;
  nextReview?: string | null;
  /** What the officer answered in the rights interview; read it with `readInterview`. */
  interview?: unknown;
  /** Who decided what the calculation leaves to a person, and when; written by the server only. */
  decidedBy?: Reference | null;
  decidedAt?: string | null;
};

export type LicenceFacts = {
  /** SPDX id, rightsstatements.org id, or a code of our own. */
  code: string;
  version: number | string;
  kind: LicenceKind;
  permits: readonly Permit[];
  conditions?: readonly LicenceCondition[] | null;
  reservedForPortals: boolean;
};

/** A value, or codes that are shown by their labels. */
export type ReasonParam = string | number | { list: CodeList; codes: readonly string[] };

export type Reason = {
  code: string;
  /** Dotted path: `rights.evidence`, `rights.components.0.scope`, `embargoUntil`. */
  field: string;
  params?: Record<string, ReasonParam>;
  /** Key of the rule's source: `rights:articles.<article>`. */
  article?: string;
};
