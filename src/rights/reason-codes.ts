import type { Reason, ReasonParam } from './types';

/** When a condition starts to refuse; before that it is shown as a warning. */
export type Stage = 'submit' | 'approve' | 'publish' | 'never';

const rule = (stage: Stage, article: string) => ({ stage, article });

/** Every rule of clearance: from which step it refuses, and where it comes from. */
export const RULES = {
  // completeness
  rights_missing: rule('submit', 'repository_rules'),
  basis_missing: rule('submit', 'repository_rules'),
  work_type_missing: rule('submit', 'ip_law_14'),
  title_missing: rule('submit', 'repository_rules'),
  owner_missing: rule('submit', 'ip_law_36'),
  licence_missing: rule('submit', 'repository_rules'),
  credit_line_missing: rule('submit', 'ip_law_19'),
  scope_missing: rule('submit', 'ip_law_20'),
  evidence_missing: rule('submit', 'repository_rules'),
  evidence_number_missing: rule('submit', 'repository_rules'),
  evidence_date_missing: rule('submit', 'repository_rules'),
  evidence_issuer_missing: rule('submit', 'repository_rules'),
  date_invalid: rule('submit', 'repository_rules'),
  term_reversed: rule('submit', 'repository_rules'),
  component_not_cleared: rule('submit', 'ip_law_20'),
  component_unrecorded: rule('submit', 'ip_law_20'),
  components_unanswered: rule('submit', 'ip_law_20'),
  // substance
  scope_insufficient: rule('approve', 'ip_law_20'),
  licence_too_broad: rule('approve', 'ip_law_47'),
  licence_broader_than_component: rule('approve', 'open_licence_terms'),
  licence_incompatible: rule('approve', 'open_licence_terms'),
  sources_incompatible: rule('approve', 'open_licence_terms'),
  licence_not_open: rule('approve', 'open_licence_terms'),
  statement_untrue: rule('approve', 'ip_law_27'),
  public_domain_unproven: rule('approve', 'ip_law_27'),
  public_domain_undecided: rule('approve', 'ip_law_27'),
  restricted_to_portals: rule('approve', 'ip_law_25'),
  ai_generated_licence: rule('approve', 'ip_law_14'),
  portrait_consent_missing: rule('approve', 'civil_code_32'),
  term_ended: rule('approve', 'ip_law_47'),
  // the day itself
  term_not_begun: rule('publish', 'ip_law_47'),
  embargo_active: rule('publish', 'repository_rules'),
  // for the editor's eye
  evidence_number_expected: rule('never', 'repository_rules'),
  evidence_date_expected: rule('never', 'repository_rules'),
  evidence_issuer_expected: rule('never', 'repository_rules'),
  evidence_kind_unusual: rule('never', 'repository_rules'),
  authors_missing: rule('never', 'ip_law_19'),
  official_document_unusual: rule('never', 'ip_law_15'),
  public_domain_decided: rule('never', 'ip_law_27'),
  protection_ended: rule('never', 'ip_law_27'),
  licence_on_free_work: rule('never', 'ip_law_27'),
  licence_reserved_for_portals: rule('never', 'repository_rules'),
  portrait_consent_unanswered: rule('never', 'civil_code_32'),
  portrait_consent_unproven: rule('never', 'civil_code_32'),
  ai_use_unanswered: rule('never', 'repository_rules'),
  ai_contribution_unstated: rule('never', 'ip_law_14'),
  territory_unstated: rule('never', 'ip_law_47'),
  review_overdue: rule('never', 'repository_rules'),
} as const;

export type RuleCode = keyof typeof RULES;
export type ClearanceReason = Reason & {
  code: RuleCode;
  article: string;
  /** Refuses from this step on instead of the rule's own. */
  from?: Stage;
};

/** One unmet condition; the article is the rule's own unless the basis names a nearer one. */
export const unmet = (
  code: RuleCode,
  field: string,
  params?: Record<string, ReasonParam>,
  article: string = RULES[code].article,
): ClearanceReason => ({ code, field, ...(params && { params }), article });
