import { translateIfKnown, type Lang } from '../../i18n/translate';
import { hanoiDate } from '../../platform/clock';
import { protectionTerm } from '../../rights/protection-term';
import { termStepText } from '../../rights/reason-text';
import type { RightsRecord } from '../../rights/types';
import type { Dossier, FileRow, ObjectRow, RightsRow } from '../dossier';
import type { ConditionView, FileView, PersonView, RightsView } from '../view-models';
import { answeredInterview } from './answered-interview';
import { claimLines, codeLabel, type ClaimedRights } from './claim-lines';

export function fileView(
  row: ObjectRow | FileRow,
  kind: 'files' | 'evidence',
  people: Map<string, PersonView>,
): FileView {
  const file = row as Partial<FileRow>;
  const base = `/intake/${kind}/${row.id}`;
  return {
    id: row.id,
    name: row.name,
    mediaType: row.mediaType,
    size: row.size,
    sha256: row.sha256,
    pages: row.pages ?? null,
    duration: file.duration ?? null,
    verdict: row.verdict,
    processing: file.processing ?? 'done',
    uploadedAt: row.createdAt,
    uploadedBy: row.uploadedBy ? (people.get(row.uploadedBy) ?? null) : null,
    contentUrl: `${base}/content`,
    thumbnailUrl: file.thumbnailKey ? `${base}/thumbnail` : null,
  };
}

export function rightsView(input: {
  lang: Lang;
  dossier: Dossier;
  row: RightsRow;
  /** All conditions of the material, already in words. */
  conditions: ConditionView[];
  /** `rights` or `rights.components.<n>`. */
  path: string;
  people: Map<string, PersonView>;
  /** The same record as it was when it was last returned. */
  earlier?: ClaimedRights | null;
  decision: RightsView['decision'];
}): RightsView {
  const { lang, dossier, row, path, people } = input;
  const problems = input.conditions.filter(
    (problem) =>
      problem.field.startsWith(path) &&
      (path !== 'rights' || !problem.field.startsWith('rights.components')),
  );
  const term = protectionTerm(row as unknown as RightsRecord, hanoiDate());
  const t = (key: string, params?: Record<string, string | number>) =>
    translateIfKnown(lang, key, params) ?? key;
  return {
    id: row.id,
    component: Boolean(row.component),
    title: row.component ?? (typeof row.title === 'string' ? row.title : null),
    record: row as unknown as Record<string, unknown>,
    updatedAt: row.updatedAt,
    evidence: (row.evidence ?? []).map((entry) => {
      const document = dossier.evidence.get(String(entry.document));
      return {
        id: (entry as { id?: string }).id ?? '',
        kind: entry.kind ?? null,
        number: entry.number ?? null,
        date: entry.date ?? null,
        issuer: entry.issuer ?? null,
        document: document ? fileView(document, 'evidence', people) : null,
      };
    }),
    claim: claimLines({ lang, dossier, row, problems, path, earlier: input.earlier ?? null }),
    interview: answeredInterview(row, lang),
    term: {
      outcome: term.outcome,
      outcomeLabel: codeLabel(lang, 'termOutcome', term.outcome),
      lastDay: term.lastDay,
      reasoning: term.reasoning.map((step) => termStepText(step, t)),
      ruleVersion: term.ruleVersion,
    },
    decision: input.decision,
  };
}
