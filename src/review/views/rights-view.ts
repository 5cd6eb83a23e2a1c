import { translateIfKnown, type Lang } from '../../i18n/translate';
import { hanoiDate } from '../../platform/clock';
import { shownDate } from '../../platform/shown-date';
import { BASIS_REQUIREMENTS } from '../../rights/basis-requirements';
import { protectionTerm } from '../../rights/protection-term';
import { termStepText } from '../../rights/reason-text';
import type { RightsRecord } from '../../rights/types';
import type { Dossier, FileRow, ObjectRow, RightsRow } from '../dossier';
import type { ClaimLine, ConditionView, FileView, PersonView, RightsView } from '../view-models';

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

interface LineContext {
  lang: Lang;
  dossier: Dossier;
  row: RightsRow;
  problems: ConditionView[];
  path: string;
}

function label(lang: Lang, list: string, code: string | null | undefined): string {
  return code ? (translateIfKnown(lang, `rights:codes.${list}.${code}`) ?? code) : '';
}

/** The claim line by line, as an editor reads it: only what was said, or what is asked for. */
function claimLines({ lang, dossier, row, problems, path }: LineContext): ClaimLine[] {
  const licence = row.licence ? dossier.licences.get(row.licence) : undefined;
  const basis = row.basis ? BASIS_REQUIREMENTS[row.basis] : undefined;
  const article = basis
    ? (translateIfKnown(lang, `rights:articles.${(basis as { article?: string }).article ?? ''}`) ??
      null)
    : null;
  const term =
    row.termFrom || row.termTo
      ? [row.termFrom, row.termTo].map((day) => (day ? shownDate(day) : '…')).join(' – ')
      : '';
  const values: [string, string, string | null][] = [
    ['basis', label(lang, 'basis', row.basis), article],
    ['workType', label(lang, 'workType', row.workType), null],
    [
      'authors',
      (row.authors ?? [])
        .map((author) => author.name ?? author.penName ?? '')
        .filter(Boolean)
        .join(', '),
      null,
    ],
    [
      'owner',
      [row.owner?.name, label(lang, 'ownerKind', row.owner?.kind)].filter(Boolean).join(', '),
      null,
    ],
    ['scope', (row.scope ?? []).map((code) => label(lang, 'scope', code)).join(', '), null],
    ['termTo', term, null],
    ['licence', licence ? (licence.label[lang] ?? licence.label.vi) : '', null],
    ['creditLine', row.creditLine?.[lang] ?? row.creditLine?.vi ?? '', null],
    ['portraitConsent', label(lang, 'portraitConsent', row.portraitConsent), null],
    ['ai', [label(lang, 'aiUse', row.ai?.use), row.ai?.tool].filter(Boolean).join(', '), null],
    ['conditions', row.conditions ?? '', null],
  ];
  return values
    .map(([field, value, note]) => ({
      field,
      label: translateIfKnown(lang, `collections:fields.${field}`) ?? field,
      value,
      note,
      problems: problems.filter(
        (problem) =>
          problem.field === `${path}.${field}` || problem.field.startsWith(`${path}.${field}.`),
      ),
    }))
    .filter((line) => line.value !== '' || line.problems.length > 0);
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
    claim: claimLines({ lang, dossier, row, problems, path }),
    term: {
      outcome: term.outcome,
      outcomeLabel: label(lang, 'termOutcome', term.outcome),
      lastDay: term.lastDay,
      reasoning: term.reasoning.map((step) => termStepText(step, t)),
      ruleVersion: term.ruleVersion,
    },
  };
}
