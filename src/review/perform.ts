import type { PayloadRequest } from 'payload';
import { hanoiDate, now } from '../platform/clock';
import { AppError, type FieldProblem } from '../platform/errors';
import { isAway, type Absence } from './absence';
import { contentHash, contentProjection } from './content-hash';
import { answeredQuestions } from './answered-questions';
import { unmetConditions } from './conditions';
import { authorsOfDossier } from './dossier';
import { newIdentifier } from './identifier';
import { decides } from './people';
import { departmentPeople, officePeople } from './recipients';
import { tellScheduler } from './tell-scheduler';
import {
  openTransition,
  readApproval,
  writeTransition,
  type Opened,
  type TransitionInput,
} from './transition';
import { waitingSince } from './waiting-since';

type Step = (input: TransitionInput, opened: Opened) => Promise<void>;

function refuseUnmet(errors: FieldProblem[]): void {
  if (errors.length > 0) throw new AppError('conditions_unmet', { errors });
}

async function unusedIdentifier(req: PayloadRequest): Promise<string> {
  for (;;) {
    const identifier = newIdentifier();
    const taken = await req.payload.count({
      collection: 'materials',
      where: { identifier: { equals: identifier } },
      trash: true,
      req,
    });
    if (taken.totalDocs === 0) return identifier;
  }
}

const submit: Step = async (input, opened) => {
  const { req, dossier, person } = opened;
  refuseUnmet(unmetConditions(dossier, 'submit'));
  const endorse = dossier.department.requiresEndorsement === true;
  await writeTransition({
    input,
    opened,
    toState: endorse ? 'awaiting_endorsement' : 'submitted',
    set: {
      identifier: dossier.material.identifier ?? (await unusedIdentifier(req)),
      submittedBy: person.id,
      holder: null,
      ...(endorse ? {} : { submittedAt: dossier.material.submittedAt ?? now().toISOString() }),
    },
    notify: [
      endorse
        ? { to: await departmentPeople(req, dossier.department.id, ['manager']), kind: 'awaiting' }
        : { to: await officePeople(req, 'editor'), kind: 'submit' },
    ],
  });
};

const endorse: Step = async (input, opened) => {
  refuseUnmet(unmetConditions(opened.dossier, 'submit'));
  const { submittedAt, submittedBy } = opened.dossier.material;
  await writeTransition({
    input,
    opened,
    set: { submittedAt: submittedAt ?? now().toISOString() },
    notify: [
      { to: [submittedBy], kind: 'endorse' },
      { to: await officePeople(opened.req, 'editor'), kind: 'submit' },
    ],
  });
};

const recall: Step = async (input, opened) => {
  // What no editor ever decided upon is the department's own again.
  const decided = await opened.req.payload.count({
    collection: 'reviews',
    where: {
      and: [
        { material: { equals: opened.dossier.material.id } },
        { action: { in: ['return', 'reject', 'approve'] } },
        { fromState: { equals: 'in_review' } },
      ],
    },
    req: opened.req,
  });
  const untouched = decided.totalDocs === 0;
  await writeTransition({ input, opened, set: untouched ? { submittedAt: null } : {} });
};

/** What somebody holds who is away goes back to the queue the same night: they may not be given it. */
const claim: Step = async (input, opened) => {
  const own = input.user as unknown as Absence;
  if (isAway(own, hanoiDate())) refuseUnmet([{ field: 'awayFrom', code: 'claim_while_away' }]);
  await writeTransition({ input, opened, set: { holder: opened.person.id } });
};

const release: Step = async (input, opened) => {
  await writeTransition({ input, opened, set: { holder: null, ...(await waitingSince(opened)) } });
};

type Candidate = Absence & { id: string; name: string; role: string; active?: boolean };

/** Why it cannot be handed to this person; nothing when it can. */
function whyNotTo(to: Candidate | null, holder: string | null | undefined): FieldProblem[] {
  if (!to || to.active === false || !decides(to.role)) return [{ field: 'to', code: 'to_missing' }];
  const params = { name: to.name };
  if (to.id === holder) return [{ field: 'to', code: 'to_holder', params }];
  return isAway(to, hanoiDate()) ? [{ field: 'to', code: 'to_away', params }] : [];
}

const reassign: Step = async (input, opened) => {
  const { req } = opened;
  const { holder } = opened.dossier.material;
  const to = input.to
    ? await req.payload.findByID({
        collection: 'users',
        id: input.to,
        depth: 0,
        disableErrors: true,
        overrideAccess: true,
        req,
      })
    : null;
  refuseUnmet(whyNotTo(to as unknown as Candidate | null, holder));
  await writeTransition({
    input,
    opened,
    set: { holder: input.to },
    notify: [
      { to: [input.to], kind: 'assign' },
      { to: [holder], kind: 'passed_on' },
    ],
  });
};

/** The content that was judged stays with the words, so that the next reader sees what became of it. */
const sendBack =
  (kind: 'return' | 'reject'): Step =>
  async (input, opened) => {
    const content = contentProjection(opened.dossier);
    await writeTransition({
      input,
      opened,
      set: { holder: null },
      review: { contentHash: contentHash(content), content },
      notify: [{ to: [opened.dossier.material.submittedBy], kind }],
    });
  };

const approve: Step = async (input, opened) => {
  const { dossier, person } = opened;
  if (authorsOfDossier(dossier).has(person.id)) throw new AppError('separation_of_duties');
  refuseUnmet(unmetConditions(dossier, 'approve'));
  const { problems, words } = answeredQuestions(dossier, input.answers ?? []);
  refuseUnmet(problems);
  const content = contentProjection(dossier);
  const comment = [input.comment, words].filter(Boolean).join('\n\n');
  await writeTransition({
    input: { action: input.action, ...(comment ? { comment } : {}) },
    opened,
    set: { holder: null },
    review: { contentHash: contentHash(content), content },
    notify: [{ to: [dossier.material.submittedBy], kind: 'approve' }],
  });
};

const unapprove: Step = async (input, opened) => {
  const { req, dossier, person } = opened;
  const approval = await readApproval(req, dossier);
  if (approval) {
    await req.payload.update({
      collection: 'reviews',
      id: approval.id,
      data: { revoked: true },
      depth: 0,
      req,
    });
  }
  const { reviewId } = await writeTransition({
    input,
    opened,
    set: { holder: person.id, approval: null, scheduledAt: null },
    notify: [{ to: [dossier.material.submittedBy], kind: 'unapprove' }],
  });
  await tellScheduler(req, { material: dossier.material, reviewId, by: person.id });
};

/** What an editor corrects only the department can hand in: it has to know of it. */
const revise: Step = async (input, opened) => {
  const { req, person, dossier } = opened;
  const byEditor = person.role === 'editor';
  await writeTransition({
    input,
    opened,
    set: { revisedBy: byEditor ? person.id : null, holder: null },
    notify: byEditor
      ? [{ to: await departmentPeople(req, dossier.material.department), kind: 'revise' }]
      : [],
  });
};

const STEPS = {
  submit,
  endorse,
  recall,
  claim,
  release,
  reassign,
  return: sendBack('return'),
  reject: sendBack('reject'),
  approve,
  unapprove,
  revise,
} as const;

export type ReviewAction = keyof typeof STEPS;

/**
 * The actions of the working state, each in the caller's transaction. Those of the publication
 * (`publish`, `withdraw`, `reinstate`) are in the publishing room.
 */
export async function performReviewAction(
  req: PayloadRequest,
  input: TransitionInput & { action: ReviewAction },
): Promise<void> {
  await STEPS[input.action](input, await openTransition(req, input));
}
