import { BASIS_REQUIREMENTS, type EvidenceDetail } from './basis-requirements';
import { isCivilDate } from './civil-date';
import { type ClearanceReason, type RuleCode, unmet } from './reason-codes';
import { isFilled } from './text-facts';
import type { Evidence, RightsRecord } from './types';

const MISSING: Readonly<Record<EvidenceDetail, RuleCode>> = {
  number: 'evidence_number_missing',
  date: 'evidence_date_missing',
  issuer: 'evidence_issuer_missing',
};
const EXPECTED: Readonly<Record<EvidenceDetail, RuleCode>> = {
  number: 'evidence_number_expected',
  date: 'evidence_date_expected',
  issuer: 'evidence_issuer_expected',
};

const lacking = (paper: Evidence, details: readonly EvidenceDetail[]): EvidenceDetail[] =>
  details.filter((detail) => !isFilled(paper[detail]));

/**
 * The papers of one record against what its basis demands: one paper with a file must carry all of
 * it. When none does, the paper that lacks least is named. A portrait consent proves no right in
 * the work.
 */
export const evidenceConditions = (record: RightsRecord): ClearanceReason[] => {
  const rule = record.basis ? BASIS_REQUIREMENTS[record.basis] : null;
  const papers = (record.evidence ?? []).map((paper, index) => ({ paper, index }));
  const found: ClearanceReason[] = papers
    .filter(({ paper }) => isFilled(paper.date) && !isCivilDate(paper.date))
    .map(({ paper, index }) =>
      unmet('date_invalid', `rights.evidence.${index}.date`, { value: paper.date ?? '' }),
    );

  const proving = papers.filter(({ paper }) => paper.document && paper.kind !== 'portrait_consent');
  if (proving.length === 0)
    return [...found, unmet('evidence_missing', 'rights.evidence', undefined, rule?.article)];
  if (!rule) return found;

  const details = [...rule.demanded, ...rule.expected];
  const weight = (paper: Evidence) =>
    lacking(paper, rule.demanded).length * 10 + lacking(paper, details).length;
  const best = proving.reduce((a, b) => (weight(b.paper) < weight(a.paper) ? b : a));
  for (const detail of lacking(best.paper, details)) {
    const code = rule.demanded.includes(detail) ? MISSING[detail] : EXPECTED[detail];
    found.push(unmet(code, `rights.evidence.${best.index}.${detail}`, undefined, rule.article));
  }
  const kinds = proving.map(({ paper }) => paper.kind);
  if (!kinds.some((kind) => !kind || rule.papers.includes(kind)))
    found.push(
      unmet(
        'evidence_kind_unusual',
        'rights.evidence',
        { papers: { list: 'evidenceKind', codes: rule.papers } },
        rule.article,
      ),
    );
  return found;
};
