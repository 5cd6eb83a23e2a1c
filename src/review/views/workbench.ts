import type { PayloadRequest } from 'payload';
import { translate, type Lang } from '../../i18n/translate';
import { AppError } from '../../platform/errors';
import { shownDate } from '../../platform/shown-date';
import { isUnchanged } from '../unchanged-since-return';
import { contentProjection } from '../content-hash';
import { rightsClearance, unmetConditions } from '../conditions';
import { loadDossier, type Dossier, type RightsRow } from '../dossier';
import { personOf, type Person } from '../people';
import { conditionText } from '../problem';
import { takedownHolds, type TakedownHold } from '../takedown-hold';
import { situationOf } from '../transition';
import type { Situation } from '../transitions';
import { upheldNotices, type UpheldNotice } from '../upheld-notice';
import type { ConditionView, ItemView, PersonView, WorkbenchView } from '../view-models';
import { changesSince } from './changes-since';
import { clockView } from './clock-view';
import { lock } from './lock-view';
import { earlierRights, lastReturned, lastRoundOf } from './last-round';
import { namesOf } from './names';
import { fileView, rightsView } from './rights-view';
import { takenFromOf } from './taken-from';
import { termDecisionView } from './term-decision-view';
import {
  lastReturnOf,
  readDecisions,
  timelineOf,
  upheldEntries,
  withdrawalOf,
  type DecisionRow,
} from './timeline';
import { actionViews, decidersOf } from './workbench-actions';

type View = Omit<WorkbenchView, 'preview' | 'live'>;

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

/** The material with all its parts, if the person may see it. Throws `not_found`. */
async function visibleDossier(req: PayloadRequest, materialId: string): Promise<Dossier> {
  const { payload } = req;
  const seen = await payload.count({
    collection: 'materials',
    where: { id: { equals: materialId } },
    trash: true,
    overrideAccess: false,
    user: req.user,
  });
  if (seen.totalDocs === 0) throw new AppError('not_found');
  return await loadDossier({ payload, materialId });
}

/** What every part of the view is made from. */
interface Material {
  req: PayloadRequest;
  lang: Lang;
  person: Person;
  dossier: Dossier;
  decisions: DecisionRow[];
  people: Map<string, PersonView>;
  missing: ConditionView[];
  deciders: PersonView[];
  upheld: UpheldNotice[];
  hold: TakedownHold | undefined;
}

function personIn({ people }: Material, id: string | null | undefined): PersonView | null {
  return id ? (people.get(id) ?? null) : null;
}

function itemViews({ dossier, people }: Material): ItemView[] {
  return (dossier.material.items ?? []).flatMap((item) => {
    const file = dossier.files.get(item.file);
    if (!file) return [];
    return {
      id: item.id,
      file: fileView(file, 'files', people),
      role: item.role ?? 'main',
      caption: item.caption ?? {},
      altText: item.altText ?? {},
    };
  });
}

function rightsViews(material: Material, at: Situation): Pick<View, 'rights' | 'components'> {
  const { dossier, lang, people, missing: conditions, decisions } = material;
  const before = lastReturned(dossier.material.state, decisions)?.content ?? null;
  const earlier = earlierRights(before);
  const view = (row: RightsRow, path: string) =>
    rightsView({
      ...{ lang, dossier, conditions, people, row, path },
      // A component that is new since then has nothing to be compared with: the whole of it is new.
      earlier: before ? (earlier.get(row.component ?? '') ?? {}) : null,
      decision: termDecisionView({ ...material, row, at }),
    });
  return {
    rights: dossier.rights ? view(dossier.rights, 'rights') : null,
    components: dossier.components.map((row, index) =>
      view(row, `rights.components.${String(index)}`),
    ),
  };
}

/** What it is and where it stands. */
function identity(material: Material) {
  const { dossier, lang } = material;
  const { material: m, department } = dossier;
  return {
    id: m.id,
    identifier: m.identifier ?? null,
    title: m.title ?? {},
    state: m.state,
    stateLabel: translate(lang, `workflow:states.${m.state}`),
    publicationStatus: m.publicationStatus,
    revision: m.revision || null,
    updatedAt: m.updatedAt,
    updatedBy: personIn(material, m.lastEditedBy),
    department: {
      id: department.id,
      code: department.code,
      name: department.name[lang] ?? department.name.vi,
      endorses: department.requiresEndorsement === true,
    },
    holder: personIn(material, m.holder),
    submittedBy: personIn(material, m.submittedBy),
    submittedAt: m.submittedAt ?? null,
    scheduledAt: m.scheduledAt ?? null,
  };
}

function history({ dossier, decisions, people, upheld, lang }: Material) {
  const { material: m } = dossier;
  const timeline = [
    ...timelineOf(m, decisions, people, lang),
    ...upheldEntries(upheld, decisions, people, lang),
  ].sort((a, b) => a.at.localeCompare(b.at));
  const approved = decisions.findLast((row) => row.action === 'approve' && row.content);
  const returned = lastReturned(m.state, decisions);
  const handedIn = decisions.findLast(
    ({ action, toState }) =>
      (action === 'submit' || action === 'endorse') && toState === 'submitted',
  );
  const waits = m.state === 'submitted' || m.state === 'in_review';
  return {
    timeline,
    lastReturn: lastReturnOf(m, timeline),
    unchangedSinceReturn: isUnchanged(
      dossier,
      decisions.findLast(({ action }) => action === 'return')?.content,
    ),
    withdrawal: withdrawalOf(m, timeline),
    lastRound: lastRoundOf({ dossier, returned, decisions, timeline, lang }),
    clock: waits && m.stepSince ? clockView(m.stepSince, handedIn?.at ?? m.submittedAt) : null,
    changesSinceApproval: approved?.content
      ? changesSince(approved.content, contentProjection(dossier), lang)
      : null,
  };
}

function decision({ person, dossier, missing, deciders, hold, lang }: Material, at: Situation) {
  return {
    actions: dossier.material.deletedAt
      ? []
      : actionViews({ person, at, dossier, missing: missing.length, deciders, hold, lang }),
    approvalSentence: dossier.rights ? approvalSentence(dossier, lang) : null,
    otherDeciders: deciders.filter(({ id }) => id !== person.id),
  };
}

/** All that the material page and the review page show, but what publishing knows. */
export async function workbenchView(
  req: PayloadRequest,
  materialId: string,
  lang: Lang,
): Promise<{ view: View; dossier: Dossier }> {
  const person = personOf(req.user);
  if (!person) throw new AppError('not_signed_in');
  const dossier = await visibleDossier(req, materialId);
  const { material: m, files, evidence, rights, components } = dossier;
  const decisions = await readDecisions(req, materialId);
  const upheld = m.identifier
    ? ((await upheldNotices(req, [m.identifier])).get(m.identifier) ?? [])
    : [];
  const held = m.publicationStatus === 'withdrawn' ? m.identifier : null;
  const [hold] = held ? await takedownHolds(req, held) : [];
  const people = await namesOf({ payload: req.payload }, [
    ...decisions.map((row) => row.actor),
    ...[m.holder, m.submittedBy, m.lastEditedBy, m.createdBy],
    ...[...files.values(), ...evidence.values()].map((file) => file.uploadedBy),
    ...[rights, ...components].map((row) => row?.decidedBy),
    ...upheld.map((one) => one.decidedBy),
  ]);
  const purpose = purposeOf(m.state);
  const inWords = (problem: Parameters<typeof conditionText>[0]) => conditionText(problem, lang);
  const missing = unmetConditions(dossier, purpose).map(inWords);
  const deciders = await decidersOf(req, dossier);
  const material: Material = {
    ...{ req, lang, person, dossier, decisions, people, missing, deciders, upheld, hold },
  };
  const at = await situationOf(req, dossier);
  const view: View = {
    ...identity(material),
    ...(await lock(req, materialId, { dossier, person, lang })),
    content: m as unknown as Record<string, unknown>,
    items: itemViews(material),
    ...rightsViews(material, at),
    takenFrom: await takenFromOf(req, rights, lang),
    missing,
    warnings: rightsClearance(dossier, purpose).warnings.map(inWords),
    ...history(material),
    ...decision(material, at),
  };
  return { view, dossier };
}
