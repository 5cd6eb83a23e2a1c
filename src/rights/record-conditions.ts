import { BASIS_REQUIREMENTS } from './basis-requirements';
import { isCivilDate } from './civil-date';
import { evidenceConditions } from './evidence-conditions';
import { type ProtectionTerm, protectionTerm } from './protection-term';
import { type ClearanceReason, unmet } from './reason-codes';
import { effectiveScope, neededScope, needsGrant } from './scope';
import { isFilled, vietnamese } from './text-facts';
import type { IntendedUse, LicenceFacts, RightsRecord } from './types';

export type RecordInput = {
  record: RightsRecord;
  licence: LicenceFacts | null;
  intendedUse: readonly IntendedUse[];
  today: string;
};

const completeness = (record: RightsRecord): ClearanceReason[] => {
  const rule = record.basis ? BASIS_REQUIREMENTS[record.basis] : null;
  const found: ClearanceReason[] = [];
  if (!rule) found.push(unmet('basis_missing', 'rights.basis'));
  if (!record.workType) found.push(unmet('work_type_missing', 'rights.workType'));
  if (!vietnamese(record.title)) found.push(unmet('title_missing', 'rights.title'));
  if ((!rule || rule.owner) && !isFilled(record.owner?.name))
    found.push(unmet('owner_missing', 'rights.owner.name'));
  if (!vietnamese(record.creditLine)) found.push(unmet('credit_line_missing', 'rights.creditLine'));
  if (needsGrant(record) && !record.scope?.length)
    found.push(unmet('scope_missing', 'rights.scope', undefined, rule?.article));
  if (!record.anonymous && !record.authors?.length)
    found.push(unmet('authors_missing', 'rights.authors'));
  return found;
};

/** A grant that names no first day has always held; one that names no last day never ends. */
const ALWAYS = '0000-01-01';
const NEVER = '9999-12-31';

/** The granted term: not the term of protection. Both days belong to it. */
const grantedTerm = (record: RightsRecord, today: string): ClearanceReason[] => {
  const found: ClearanceReason[] = [];
  const day = (field: 'termFrom' | 'termTo' | 'nextReview', unnamed: string): string => {
    const value = record[field];
    if (!isFilled(value)) return unnamed;
    if (isCivilDate(value)) return value;
    found.push(unmet('date_invalid', `rights.${field}`, { value }));
    return unnamed;
  };
  const [from, to] = [day('termFrom', ALWAYS), day('termTo', NEVER)];
  const review = day('nextReview', NEVER);
  if (from > to) {
    found.push(unmet('term_reversed', 'rights.termTo', { from, to }));
  } else {
    if (from > today) found.push(unmet('term_not_begun', 'rights.termFrom', { date: from }));
    if (to < today) found.push(unmet('term_ended', 'rights.termTo', { date: to }));
  }
  if (review < today) found.push(unmet('review_overdue', 'rights.nextReview', { date: review }));
  return found;
};

const scopeAndUse = ({ record, licence, intendedUse }: RecordInput): ClearanceReason[] => {
  const { basis } = record;
  if (!basis) return [];
  const rule = BASIS_REQUIREMENTS[basis];
  const found: ClearanceReason[] = [];
  const forbidden = rule.restricted ? intendedUse.filter((use) => use !== 'named_portals') : [];
  if (forbidden.length > 0)
    found.push(
      unmet(
        'restricted_to_portals',
        'intendedUse',
        {
          basis: { list: 'basis', codes: [basis] },
          uses: { list: 'intendedUse', codes: forbidden },
        },
        rule.article,
      ),
    );
  const has = effectiveScope(record, licence);
  const uses = rule.restricted ? intendedUse.filter((use) => use === 'named_portals') : intendedUse;
  const lacks = neededScope(uses).filter((scope) => !has.includes(scope));
  const unasked = needsGrant(record) && !record.scope?.length;
  const unknown = rule.scope === 'licence' && !licence;
  if (lacks.length > 0 && !unasked && !unknown)
    found.push(
      unmet('scope_insufficient', 'rights.scope', {
        missing: { list: 'scope', codes: lacks },
        uses: { list: 'intendedUse', codes: [...uses] },
      }),
    );
  if (rule.sublicence && !isFilled(record.territory))
    found.push(unmet('territory_unstated', 'rights.territory'));
  return found;
};

/** Whether the work is free: by the calculation, or by the named decision it asks for. */
export const isFree = (record: RightsRecord, term: ProtectionTerm): boolean =>
  term.outcome === 'public_domain' ||
  term.outcome === 'not_protected' ||
  (term.outcome === 'manual_review' && record.basis === 'public_domain' && isDecided(record));

const isDecided = (record: RightsRecord): boolean =>
  !!record.decidedBy && isFilled(record.decidedAt);

const freedom = (record: RightsRecord, term: ProtectionTerm): ClearanceReason[] => {
  const outcome = { list: 'termOutcome', codes: [term.outcome] } as const;
  if (record.basis === 'public_domain') {
    const asksAPerson = term.outcome === 'manual_review';
    if (isFree(record, term))
      return asksAPerson ? [unmet('public_domain_decided', 'rights.basis')] : [];
    return asksAPerson
      ? [unmet('public_domain_undecided', 'rights.basis')]
      : [unmet('public_domain_unproven', 'rights.basis', { outcome })];
  }
  if (record.basis === 'official_document')
    return record.workType && record.workType !== 'text'
      ? [unmet('official_document_unusual', 'rights.workType')]
      : [];
  return term.outcome === 'public_domain'
    ? [unmet('protection_ended', 'rights.basis', { date: term.lastDay ?? '' })]
    : [];
};

const people = (record: RightsRecord): ClearanceReason[] => {
  const found: ClearanceReason[] = [];
  const paper = record.evidence?.some((e) => e.document && e.kind === 'portrait_consent');
  if (!record.portraitConsent)
    found.push(unmet('portrait_consent_unanswered', 'rights.portraitConsent'));
  if (record.portraitConsent === 'missing')
    found.push(unmet('portrait_consent_missing', 'rights.portraitConsent'));
  if (record.portraitConsent === 'obtained' && !paper)
    found.push(unmet('portrait_consent_unproven', 'rights.evidence'));
  if (!record.ai?.use) found.push(unmet('ai_use_unanswered', 'rights.ai.use'));
  if (record.ai?.use === 'assisted' && !isFilled(record.ai.humanContribution))
    found.push(unmet('ai_contribution_unstated', 'rights.ai.humanContribution'));
  return found;
};

/** Every condition one record leaves unmet, whatever the step; the licence itself is judged apart. */
export const recordConditions = (input: RecordInput): ClearanceReason[] => {
  const { record, today } = input;
  return [
    ...completeness(record),
    ...evidenceConditions(record),
    ...scopeAndUse(input),
    ...grantedTerm(record, today),
    ...freedom(record, protectionTerm(record, today)),
    ...people(record),
  ];
};
