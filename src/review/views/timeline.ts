import type { PayloadRequest } from 'payload';
import { translate, translateIfKnown, type Key, type Lang } from '../../i18n/translate';
import type { ContentProjection } from '../content-hash';
import type { MaterialRow } from '../dossier';
import { upheldWords, type UpheldNotice } from '../upheld-notice';
import type { Action } from '../states';
import type { PersonView, TimelineEntry } from '../view-models';

export interface DecisionRow {
  id: string;
  action: Action;
  actor?: string | null;
  reasons?: string[] | null;
  comment?: string | null;
  at: string;
  revision?: number | null;
  content?: ContentProjection | null;
  toState?: string | null;
  fromState?: string | null;
}

export async function readDecisions(
  req: PayloadRequest,
  materialId: string,
): Promise<DecisionRow[]> {
  const found = await req.payload.find({
    collection: 'reviews',
    where: { material: { equals: materialId } },
    sort: 'at',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  return found.docs as unknown as DecisionRow[];
}

function entry(row: DecisionRow, people: Map<string, PersonView>, lang: Lang): TimelineEntry {
  const scheduled = row.action === 'publish' && row.toState === 'approved';
  const key = (scheduled ? 'workflow:done.scheduled' : `workflow:done.${row.action}`) as Key;
  return {
    at: row.at,
    action: row.action,
    label: translate(lang, key, { revision: row.revision ?? '' }),
    by: row.actor ? (people.get(row.actor) ?? null) : null,
    comment: row.comment ?? null,
    reasons: (row.reasons ?? []).map((code) => ({
      code,
      label: translateIfKnown(lang, `workflow:reasons.${code}`) ?? code,
    })),
    revision: row.revision ?? null,
  };
}

/** The end of a precaution, unless the withdrawal itself already says all of it. */
export function upheldEntries(
  notices: UpheldNotice[],
  rows: DecisionRow[],
  people: Map<string, PersonView>,
  lang: Lang,
): TimelineEntry[] {
  return notices
    .filter((one) => !rows.some(({ comment }) => comment === upheldWords(one, 'vi')))
    .map((one) => ({
      at: one.decidedAt,
      action: 'upheld',
      label: translate(lang, 'workflow:done.upheld'),
      by: people.get(one.decidedBy ?? '') ?? null,
      comment: upheldWords(one, lang),
      reasons: [],
      revision: null,
    }));
}

/** From the draft on, every decision in its order. */
export function timelineOf(
  material: MaterialRow,
  rows: DecisionRow[],
  people: Map<string, PersonView>,
  lang: Lang,
): TimelineEntry[] {
  return [
    {
      at: material.createdAt,
      action: 'created',
      label: translate(lang, 'workflow:done.created'),
      by: material.createdBy ? (people.get(material.createdBy) ?? null) : null,
      comment: null,
      reasons: [],
      revision: null,
    },
    ...rows.map((row) => entry(row, people, lang)),
  ];
}

/** The editor's words that wait for an answer. */
export function lastReturnOf(
  material: MaterialRow,
  timeline: TimelineEntry[],
): TimelineEntry | null {
  if (material.state !== 'returned' && material.state !== 'rejected') return null;
  return timeline.findLast(({ action }) => action === 'return' || action === 'reject') ?? null;
}

const TAKES: TimelineEntry['action'][] = ['withdraw', 'upheld'];

/** Who withdrew it and why, while it is withdrawn. */
export function withdrawalOf(
  material: MaterialRow,
  timeline: TimelineEntry[],
): TimelineEntry | null {
  if (material.publicationStatus !== 'withdrawn') return null;
  return timeline.findLast(({ action }) => TAKES.includes(action)) ?? null;
}
