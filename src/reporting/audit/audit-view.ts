import type { PayloadRequest, Where } from 'payload';
import { lastVerified } from '../../audit/last-verified';
import type { Lang } from '../../i18n/translate';
import { hanoiMidnight } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import { personOf } from '../../review/people';
import { matchesText } from '../../review/views/matches-text';
import { isCivilDate } from '../../rights/civil-date';
import { actionLabel, actionsIn, saidOf } from './audit-words';
import { subjectNames } from './subject-names';

/** `GET /api/staff/audit`, for administrators and auditors; newest first. */
export interface AuditView {
  items: {
    id: string;
    /** Null until it is sealed, within a second. */
    seq: number | null;
    at: string;
    /** Null: the program by itself. */
    actor: string | null;
    action: string;
    actionLabel: string;
    /** The detail in words, where it has any. */
    said: string | null;
    subject: string;
    subjectLabel: string;
    /** Where it can be opened. */
    href: string | null;
    detail: unknown;
  }[];
  total: number;
  page: number;
  pages: number;
  chain: { events: number; head: string | null; verifiedAt: string | null; broken: number | null };
}

export interface AuditQuery {
  area?: string | undefined;
  q?: string | undefined;
  /** First and last day in Hanoi, `YYYY-MM-DD`. */
  from?: string | undefined;
  to?: string | undefined;
  page?: number | undefined;
}

const PAGE = 50;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** Of the materials that a few typed letters match, so many are looked for. */
const MATERIALS = 200;

interface Row {
  id: string;
  seq?: number | null;
  at: string;
  action: string;
  actorName?: string | null;
  subject: string;
  detail?: unknown;
  hash?: string | null;
}

/** Throws AppError `forbidden` for everybody but administrators and auditors. */
export function needOverseer(req: PayloadRequest): void {
  const role = personOf(req.user)?.role;
  if (role !== 'administrator' && role !== 'auditor') throw new AppError('forbidden');
}

function dayOf(field: string, value: string | undefined): string | undefined {
  if (!value) return undefined;
  if (isCivilDate(value)) return value;
  throw new AppError('invalid_input', { errors: [{ field, code: 'YYYY-MM-DD' }] });
}

const dayAfter = (day: string) => new Date(hanoiMidnight(day).getTime() + DAY_MS);

function inArea(area: string | undefined): Where[] {
  const actions = actionsIn(area);
  return actions ? [{ action: { in: actions } }] : [];
}

/** By whom, or about which material: by its title or its identifier. */
async function about(req: PayloadRequest, q: string | undefined): Promise<Where[]> {
  const typed = q?.trim().slice(0, 200);
  if (!typed) return [];
  const found = await req.payload.find({
    collection: 'materials',
    where: await matchesText(req, typed),
    select: {},
    limit: MATERIALS,
    depth: 0,
    overrideAccess: false,
    user: req.user,
  });
  const subjects = found.docs.map(({ id }) => `materials/${id}`);
  return [
    {
      or: [
        { actorName: { contains: typed } },
        ...(subjects.length > 0 ? [{ subject: { in: subjects } }] : []),
      ],
    },
  ];
}

async function chainState(req: PayloadRequest): Promise<AuditView['chain']> {
  const newest = await req.payload.find({
    collection: 'audit-events',
    where: { seq: { exists: true } },
    sort: '-seq',
    limit: 1,
    depth: 0,
    overrideAccess: false,
    user: req.user,
  });
  const head = newest.docs[0] as unknown as Row | undefined;
  const verified = await lastVerified(req.payload);
  return {
    events: head?.seq ?? 0,
    head: head?.hash ?? null,
    verifiedAt: verified?.endedAt ?? null,
    broken: verified?.fault?.seq ?? null,
  };
}

export async function auditView(
  req: PayloadRequest,
  query: AuditQuery,
  lang: Lang,
): Promise<AuditView> {
  needOverseer(req);
  const from = dayOf('from', query.from);
  const to = dayOf('to', query.to);
  const found = await req.payload.find({
    collection: 'audit-events',
    where: {
      and: [
        ...inArea(query.area),
        ...(await about(req, query.q)),
        ...(from ? [{ at: { greater_than_equal: hanoiMidnight(from).toISOString() } }] : []),
        ...(to ? [{ at: { less_than: dayAfter(to).toISOString() } }] : []),
      ],
    },
    sort: ['-at', '-createdAt'],
    limit: PAGE,
    page: Math.max(1, query.page ?? 1),
    depth: 0,
    overrideAccess: false,
    user: req.user,
  });
  const rows = found.docs as unknown as Row[];
  const names = await subjectNames(
    req,
    rows.map(({ subject }) => subject),
    lang,
  );
  return {
    items: rows.map((row) => ({
      id: row.id,
      seq: row.seq ?? null,
      at: row.at,
      actor: row.actorName ?? null,
      action: row.action,
      actionLabel: actionLabel(lang, row.action),
      said: saidOf(lang, row.detail),
      subject: row.subject,
      ...(names.get(row.subject) ?? { subjectLabel: row.subject, href: null }),
      detail: row.detail ?? null,
    })),
    total: found.totalDocs,
    page: found.page ?? 1,
    pages: found.totalPages,
    chain: await chainState(req),
  };
}
