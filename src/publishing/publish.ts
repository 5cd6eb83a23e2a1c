import type { PayloadRequest } from 'payload';
import { translate } from '../i18n/translate';
import { hanoiDate, now } from '../platform/clock';
import { AppError, type FieldProblem } from '../platform/errors';
import { enqueue } from '../platform/outbox/enqueue';
import { shownMoment } from '../platform/shown-date';
import { contentHash, contentProjection } from '../review/content-hash';
import { unmetConditions } from '../review/conditions';
import type { Dossier } from '../review/dossier';
import { orderNotices } from '../review/notice';
import { takedownHolds } from '../review/takedown-hold';
import {
  openTransition,
  readApproval,
  writeTransition,
  type Opened,
  type TransitionInput,
} from '../review/transition';
import { buildSnapshot } from './build-snapshot';
import type { Snapshot } from './read/snapshot';
import { isCivilDate } from '../rights/civil-date';
import { publicationDays } from '../rights/publication-days';
import {
  announce,
  findPublication,
  projection,
  type ChangeType,
  type PublicationRow,
} from './write-publication';

/** The approval that still covers this very content, or what is wrong with it. */
async function approvalOf(
  opened: Opened,
): Promise<{ id: string; contentHash: string } | { errors: FieldProblem[] }> {
  const approval = await readApproval(opened.req, opened.dossier);
  if (!approval) return { errors: [{ field: 'state', code: 'approval_missing' }] };
  const hash = contentHash(contentProjection(opened.dossier));
  if (hash !== approval.contentHash)
    return { errors: [{ field: 'state', code: 'approval_stale' }] };
  return { id: approval.id, contentHash: hash };
}

/** RFC 3339 with its offset: a day written in another order would be another day. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** The 30th of February would be taken for the 2nd of March. */
function momentOf(text: string): Date | undefined {
  const day = MOMENT.exec(text)?.[1];
  return day && isCivilDate(day) ? new Date(text) : undefined;
}

function scheduledFor(input: TransitionInput): Date | undefined {
  if (input.at === undefined) return undefined;
  const at = momentOf(input.at);
  if (!at || Number.isNaN(at.getTime()) || at <= now()) {
    throw new AppError('conditions_unmet', { errors: [{ field: 'at', code: 'at_invalid' }] });
  }
  return at;
}

/** Files still being worked on would be published without their text and picture. */
function unfinishedFiles(dossier: Dossier): FieldProblem[] {
  return (dossier.material.items ?? []).flatMap((item, index) => {
    const file = dossier.files.get(item.file);
    return file?.processing === 'pending'
      ? [
          {
            field: `items.${String(index)}.file`,
            code: 'file_pending',
            params: { name: file.name },
          },
        ]
      : [];
  });
}

/** A new version may answer a notice that was upheld; one that is not decided yet holds all versions. */
async function undecidedNotice(req: PayloadRequest, dossier: Dossier): Promise<FieldProblem[]> {
  const { identifier } = dossier.material;
  const held = identifier && (await takedownHolds(req, identifier)).includes('open');
  return held ? [{ field: 'state', code: 'held_by_notice' }] : [];
}

/**
 * Publishes the approved content, or schedules it for `at`. Needs an approval whose hash still
 * matches and rights that carry publication on that day; every unmet condition is named.
 */
export async function publish(req: PayloadRequest, input: TransitionInput): Promise<void> {
  const opened = await openTransition(req, input);
  const { dossier } = opened;
  const at = scheduledFor(input);
  const day = hanoiDate(at ?? now());
  const approval = await approvalOf(opened);
  const errors = [
    ...('errors' in approval ? approval.errors : []),
    ...unmetConditions(dossier, 'publish', day),
    ...(at ? [] : unfinishedFiles(dossier)),
    ...(await undecidedNotice(req, dossier)),
  ];
  if (errors.length > 0 || 'errors' in approval) throw new AppError('conditions_unmet', { errors });
  if (at) await schedule(input, opened, at);
  else await goLive(input, opened, approval);
}

async function schedule(input: TransitionInput, opened: Opened, at: Date): Promise<void> {
  const { material } = opened.dossier;
  const scheduledAt = at.toISOString();
  const moment = translate('vi', 'workflow:scheduledFor', { at: shownMoment(scheduledAt) });
  await writeTransition({
    // The history says for when, also after the schedule was moved.
    input: { ...input, comment: [moment, input.comment].filter(Boolean).join('\n\n') },
    opened,
    toState: 'approved',
    set: { scheduledAt },
    scheduledAt,
  });
  await orderNotices(opened.req, {
    kind: 'scheduled',
    materialId: material.id,
    to: [material.submittedBy],
    by: opened.person.id,
    data: { at: scheduledAt },
  });
  await enqueue({
    payload: opened.req.payload,
    req: opened.req,
    topic: 'publication.scheduled',
    key: material.id,
    data: { materialId: material.id, userId: opened.person.id, at: scheduledAt },
    availableAt: at,
  });
}

function changeType(existing: PublicationRow | undefined): ChangeType {
  if (!existing) return 'published';
  return existing.status === 'withdrawn' ? 'reinstated' : 'updated';
}

/** The head that the world reads, made or moved on to this revision. */
async function writeHead(
  req: PayloadRequest,
  existing: PublicationRow | undefined,
  input: { snapshot: Snapshot; dossier: Dossier },
): Promise<string> {
  const data = {
    ...projection(input.snapshot),
    identifier: input.snapshot.identifier,
    material: input.dossier.material.id,
    status: 'live' as const,
    withdrawnAt: null,
    withdrawReason: null,
    ...publicationDays(input.dossier),
    datedRevision: input.snapshot.revision,
  };
  const head = existing
    ? await req.payload.update({ collection: 'publications', id: existing.id, data, depth: 0, req })
    : await req.payload.create({ collection: 'publications', data, depth: 0, req });
  return String(head.id);
}

async function goLive(
  input: TransitionInput,
  opened: Opened,
  approval: { id: string; contentHash: string },
): Promise<void> {
  const { req, dossier, person } = opened;
  const { material } = dossier;
  const identifier = material.identifier;
  if (!identifier)
    throw new AppError('internal', { params: { what: 'published without identifier' } });
  const at = now().toISOString();
  const existing = await findPublication(req, identifier);
  const revision = (existing?.revision ?? 0) + 1;
  const snapshot = buildSnapshot({
    dossier,
    identifier,
    revision,
    publishedAt: existing?.publishedAt ?? at,
    modifiedAt: at,
    today: hanoiDate(),
  });
  if (!snapshot) throw new AppError('internal', { params: { what: 'incomplete snapshot' } });
  await req.payload.create({
    collection: 'publication-revisions',
    data: {
      publication: await writeHead(req, existing, { snapshot, dossier }),
      identifier,
      revision,
      snapshot: snapshot as unknown as Record<string, unknown>,
      contentHash: approval.contentHash,
      approval: approval.id,
      publishedAt: at,
      publishedBy: person.id,
    },
    depth: 0,
    req,
  });
  await writeTransition({
    input,
    opened,
    set: { publicationStatus: 'live', revision, scheduledAt: null, revisedBy: null },
    review: { revision },
    notify: [{ to: [material.submittedBy], kind: 'publish' }],
  });
  await announce(req, { type: changeType(existing), identifier, revision, at });
}
