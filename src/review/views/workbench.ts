import type { PayloadRequest } from 'payload';
import { translate, translateIfKnown, type Key, type Lang } from '../../i18n/translate';
import { AppError } from '../../platform/errors';
import { shownDate } from '../../platform/shown-date';
import { contentProjection, type ContentProjection } from '../content-hash';
import { rightsClearance, unmetConditions } from '../conditions';
import { authorsOfDossier, loadDossier, type Dossier } from '../dossier';
import { writableMaterial } from '../content-lock';
import { personOf, type Person } from '../people';
import { conditionText } from '../problem';
import { NEEDS_REASONS, refusal, type Refusal, type Situation } from '../transitions';
import { situationOf } from '../transition';
import { ACTIONS, type Action } from '../states';
import type { ActionView, PersonView, TimelineEntry, WorkbenchView } from '../view-models';
import { changesSince } from './changes-since';
import { clockView } from './clock-view';
import { namesOf } from './names';
import { fileView, rightsView } from './rights-view';

interface DecisionRow {
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

async function decisions(req: PayloadRequest, materialId: string): Promise<DecisionRow[]> {
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

function timelineEntry(
  row: DecisionRow,
  people: Map<string, PersonView>,
  lang: Lang,
): TimelineEntry {
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

function whyNot(input: {
  why: Refusal;
  dossier: Dossier;
  people: Map<string, PersonView>;
  lang: Lang;
}): string {
  const { why, dossier, people, lang } = input;
  const key: Key = why.kind === 'notHolder' ? 'workflow:why.notHolder' : `workflow:why.${why.kind}`;
  const holder = dossier.material.holder ? people.get(dossier.material.holder)?.name : undefined;
  return translate(lang, key, {
    state: translate(lang, `workflow:states.${dossier.material.state}`),
    name: holder ?? translate(lang, 'workflow:why.nobody'),
  });
}

/** In this order the one primary button is chosen among what the person may do. */
const PRIMARY: Action[] = [
  'submit',
  'endorse',
  'claim',
  'approve',
  'publish',
  'reinstate',
  'revise',
];

interface ActionsInput {
  person: Person;
  at: Situation;
  dossier: Dossier;
  people: Map<string, PersonView>;
  missing: number;
  deciders: PersonView[];
  lang: Lang;
}

function actionViews(input: ActionsInput): ActionView[] {
  const { person, at, dossier, lang, missing } = input;
  const needsComplete: Action[] = ['submit', 'endorse', 'approve', 'publish'];
  const views = ACTIONS.map((action): ActionView & { shown: boolean } => {
    const why = refusal(action, person, at);
    let reason = why ? whyNot({ ...input, why }) : null;
    if (!why && action === 'approve' && authorsOfDossier(dossier).has(person.id)) {
      const names = input.deciders.map((decider) => decider.name).join(', ');
      reason = translate(lang, 'workflow:why.author', {
        names: names || translate(lang, 'workflow:why.nobody'),
      });
    } else if (!why && needsComplete.includes(action) && missing > 0) {
      reason = translate(lang, 'workflow:why.missing', { count: missing });
    }
    return {
      action,
      label: translate(lang, `workflow:actions.${action}`),
      enabled: reason === null,
      why: reason,
      primary: false,
      needsReasons: NEEDS_REASONS.includes(action),
      // What this person could do in this state; the rest would only be noise.
      shown: !why || why.kind === 'notHolder',
    };
  }).filter((view) => view.shown);
  const primary = PRIMARY.find((action) => views.some((view) => view.action === action));
  return views.map(({ shown: _shown, ...view }) => ({ ...view, primary: view.action === primary }));
}

/** Editors and administrators who did not touch the content. */
async function deciders(req: PayloadRequest, dossier: Dossier): Promise<PersonView[]> {
  const found = await req.payload.find({
    collection: 'users',
    where: {
      and: [{ role: { in: ['editor', 'administrator'] } }, { active: { not_equals: false } }],
    },
    select: { name: true, role: true },
    sort: ['-role', 'name'],
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  const authors = authorsOfDossier(dossier);
  return (found.docs as unknown as PersonView[])
    .filter((user) => !authors.has(user.id))
    .map(({ id, name }) => ({ id, name }));
}

function purposeOf(state: string): 'submit' | 'approve' | 'publish' {
  if (state === 'in_review' || state === 'submitted') return 'approve';
  return state === 'approved' || state === 'published' ? 'publish' : 'submit';
}

function approvalSentence(dossier: Dossier, lang: Lang): string {
  const { rights } = dossier;
  const licence = rights?.licence ? dossier.licences.get(rights.licence) : undefined;
  const papers = (rights?.evidence ?? [])
    .map((entry) => entry.number?.trim() || dossier.evidence.get(String(entry.document))?.name)
    .filter(Boolean)
    .join(', ');
  return translate(lang, 'workflow:approval.sentence', {
    licence: licence
      ? (licence.label[lang] ?? licence.label.vi)
      : translate(lang, 'workflow:approval.noLicence'),
    evidence: papers || translate(lang, 'workflow:approval.noEvidence'),
    until: rights?.termTo
      ? translate(lang, 'workflow:approval.until', { date: shownDate(rights.termTo) })
      : translate(lang, 'workflow:approval.noLimit'),
  });
}

/** Writable now, and if not, why. */
async function lock(req: PayloadRequest, materialId: string, dossier: Dossier, lang: Lang) {
  try {
    await writableMaterial({ payload: req.payload, user: req.user as never, materialId });
    return { writable: true, writableWhy: null };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== 'content_locked') throw error;
    const state = translate(lang, `workflow:states.${dossier.material.state}`);
    return { writable: false, writableWhy: translate(lang, 'workflow:why.locked', { state }) };
  }
}

/** All that the material page and the review page show, but what publishing knows. */
export async function workbenchView(
  req: PayloadRequest,
  materialId: string,
  lang: Lang,
): Promise<{ view: Omit<WorkbenchView, 'preview' | 'live'>; dossier: Dossier }> {
  const { payload } = req;
  const person = personOf(req.user);
  if (!person) throw new AppError('not_signed_in');
  const seen = await payload.find({
    collection: 'materials',
    where: { id: { equals: materialId } },
    limit: 1,
    depth: 0,
    trash: true,
    overrideAccess: false,
    user: req.user,
  });
  if (seen.docs.length === 0) throw new AppError('not_found');
  const dossier = await loadDossier({ payload, materialId });
  const { material: m } = dossier;
  const rows = await decisions(req, materialId);
  const people = await namesOf({ payload }, [
    ...rows.map((row) => row.actor),
    ...[m.holder, m.submittedBy, m.lastEditedBy, m.createdBy],
    ...[...dossier.files.values(), ...dossier.evidence.values()].map((file) => file.uploadedBy),
  ]);
  const purpose = purposeOf(m.state);
  const missing = unmetConditions(dossier, purpose).map((problem) => conditionText(problem, lang));
  const { warnings } = rightsClearance(dossier, purpose);
  const timeline = rows.map((row) => timelineEntry(row, people, lang));
  const at = await situationOf(req, dossier);
  const others = await deciders(req, dossier);
  const approved = rows.findLast((row) => row.action === 'approve' && row.content);
  const person_ = (id: string | null | undefined) => (id ? (people.get(id) ?? null) : null);
  const waiting = m.state === 'submitted' || m.state === 'in_review';
  const view = {
    id: m.id,
    identifier: m.identifier ?? null,
    title: m.title ?? {},
    state: m.state,
    stateLabel: translate(lang, `workflow:states.${m.state}`),
    publicationStatus: m.publicationStatus,
    revision: m.revision || null,
    updatedAt: m.updatedAt,
    updatedBy: person_(m.lastEditedBy),
    department: {
      id: dossier.department.id,
      code: dossier.department.code,
      name: dossier.department.name[lang] ?? dossier.department.name.vi,
    },
    ...(await lock(req, materialId, dossier, lang)),
    content: m as unknown as Record<string, unknown>,
    items: (m.items ?? []).flatMap((item) => {
      const file = dossier.files.get(item.file);
      return file
        ? [
            {
              id: item.id,
              file: fileView(file, 'files', people),
              role: item.role ?? 'main',
              caption: item.caption ?? {},
              altText: item.altText ?? {},
            },
          ]
        : [];
    }),
    rights: dossier.rights
      ? rightsView({
          lang,
          dossier,
          row: dossier.rights,
          conditions: missing,
          path: 'rights',
          people,
        })
      : null,
    components: dossier.components.map((row, index) =>
      rightsView({
        lang,
        dossier,
        row,
        conditions: missing,
        path: `rights.components.${String(index)}`,
        people,
      }),
    ),
    missing,
    warnings: warnings.map((problem) => conditionText(problem, lang)),
    actions: m.deletedAt
      ? []
      : actionViews({
          person,
          at,
          dossier,
          people,
          missing: missing.length,
          deciders: others,
          lang,
        }),
    timeline: [
      {
        at: m.createdAt,
        action: 'created' as const,
        label: translate(lang, 'workflow:done.created'),
        by: person_(m.createdBy),
        comment: null,
        reasons: [],
        revision: null,
      },
      ...timeline,
    ],
    lastReturn:
      m.state === 'returned' || m.state === 'rejected'
        ? (timeline.findLast((entry) => entry.action === 'return' || entry.action === 'reject') ??
          null)
        : null,
    holder: person_(m.holder),
    submittedBy: person_(m.submittedBy),
    submittedAt: m.submittedAt ?? null,
    clock: waiting && m.stepSince ? clockView(m.stepSince) : null,
    scheduledAt: m.scheduledAt ?? null,
    changesSinceApproval: approved?.content
      ? changesSince(approved.content, contentProjection(dossier), lang)
      : null,
    approvalSentence: dossier.rights ? approvalSentence(dossier, lang) : null,
    otherDeciders: others.filter((decider) => decider.id !== person.id),
  };
  return { view, dossier };
}
