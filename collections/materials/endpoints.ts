import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import type { Lang } from '../../src/i18n/translate';
import { AppError, asAppError } from '../../src/platform/errors';
import { performAction } from '../../src/publishing/perform-action';
import { liveAndPreview } from '../../src/publishing/live-and-preview';
import { staffProblem } from '../../src/review/problem';
import { ACTIONS } from '../../src/review/states';
import { decideTerm } from '../../src/review/decide-term';
import { formGuide } from '../../src/review/form-guide';
import { takeOver } from '../../src/review/take-over/take-over';
import type { GuidedWorkbenchView } from '../../src/review/view-models';
import { workbenchView } from '../../src/review/views/workbench';
import { staffEndpoint } from '../shared/endpoint';
import { parse } from '../shared/parse';

const body = z.object({
  action: z.enum(ACTIONS),
  reasons: z.array(z.string()).max(20).optional(),
  comment: z.string().max(10_000).nullish(),
  at: z.string().optional(),
  to: z.string().optional(),
  answers: z
    .array(z.object({ rights: z.string(), code: z.string(), answer: z.string().max(2_000) }))
    .max(100)
    .optional(),
});
const bulkBody = body.extend({ ids: z.array(z.string()).min(1).max(100) });

async function act(req: PayloadRequest, materialId: string, input: z.infer<typeof body>) {
  if (!req.user) throw new AppError('not_signed_in');
  await performAction({
    payload: req.payload,
    user: req.user,
    materialId,
    action: input.action,
    reasons: input.reasons,
    comment: input.comment ?? undefined,
    at: input.at,
    to: input.to,
    answers: input.answers,
  });
}

const transition = staffEndpoint('post', '/:id/transition', async (req) => {
  const id = String(req.routeParams?.id);
  await act(req, id, parse(body, req.data));
  return await req.payload.findByID({
    collection: 'materials',
    id,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    // A decision can move a material out of the sight of who made it (a recall, an endorsement).
    disableErrors: true,
  });
});

/** One transaction and one decision record each; what fails for one says nothing of the others. */
const bulkTransition = staffEndpoint('post', '/transition', async (req, lang: Lang) => {
  const { ids, ...input } = parse(bulkBody, req.data);
  const results = [];
  for (const id of [...new Set(ids)]) {
    try {
      await act(req, id, input);
      results.push({ id, ok: true });
    } catch (error) {
      const known = asAppError(error);
      if (known.status >= 500) req.payload.logger.error({ err: error, msg: 'bulk action failed' });
      results.push({ id, ok: false, problem: staffProblem(known, lang) });
    }
  }
  return { results };
});

const workbench = staffEndpoint(
  'get',
  '/:id/workbench',
  async (req, lang): Promise<GuidedWorkbenchView> => {
    const { view, dossier } = await workbenchView(req, String(req.routeParams?.id), lang);
    return {
      ...view,
      ...(await formGuide(req, dossier)),
      ...(await liveAndPreview(req.payload, dossier)),
    };
  },
);

const takeOverBody = z.object({
  from: z.string().min(1),
  rights: z.boolean().default(false),
  papers: z.boolean().default(false),
  overwrite: z.boolean().default(false),
  preview: z.boolean().default(false),
});

const takeOverFrom = staffEndpoint('post', '/:id/take-over', async (req) => {
  if (!req.user) throw new AppError('not_signed_in');
  const { from, ...how } = parse(takeOverBody, req.data);
  return await takeOver({
    payload: req.payload,
    user: req.user,
    materialId: String(req.routeParams?.id),
    fromId: from,
    ...how,
  });
});

const decisionBody = z.object({
  rights: z.string().min(1),
  ground: z.string().nullable(),
  seen: z.string().optional(),
});

/** The named decision that a claim of public domain waits for, or null to take it back. */
const termDecision = staffEndpoint('post', '/:id/term-decision', async (req) => {
  if (!req.user) throw new AppError('not_signed_in');
  const { rights: rightsId, ...decision } = parse(decisionBody, req.data);
  const materialId = String(req.routeParams?.id);
  const { payload, user } = req;
  await decideTerm({ payload, user, materialId, rightsId, ...decision });
  return { decided: decision.ground !== null };
});

export const materialEndpoints: Endpoint[] = [
  ...[bulkTransition, transition, takeOverFrom],
  ...[termDecision, workbench],
];
