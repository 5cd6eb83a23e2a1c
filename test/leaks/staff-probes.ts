import { OFFICE, OWN, type Actor } from './people';
import type { Planted } from './scene';
import { GONE, maySee, STATES, TAB, UNDECIDED, type State } from './states';
import type { Probe } from './tally';

type Probes = (planted: Planted) => Probe[];

/** Versions of the working copy are the department's own and the administrator's. */
const seesVersions = (actor: Actor) => OWN.includes(actor);
const inQueue = (...states: State[]) => {
  return ({ state }: Planted) =>
    (actor: Actor) =>
      states.includes(state) && (OFFICE.includes(actor) || actor === 'administrator');
};
const unclaimed = inQueue('submitted');
const decided = inQueue('approved', 'scheduled', 'embargoed');

const UNDERWAY: State[] = [
  'awaiting_endorsement',
  'submitted',
  'in_review',
  'approved',
  'scheduled',
  'embargoed',
];

/** The eight that were touched last; the states were planted in their order. */
const recent = (actor: Actor) =>
  STATES.filter((state) => state !== 'bin' && maySee(actor, state)).slice(-8);

function onHome({ state }: Planted): (actor: Actor) => boolean {
  return (actor) =>
    UNDERWAY.includes(state) ||
    recent(actor).includes(state) ||
    (state === 'returned' && ['own', 'two_departments', 'manager'].includes(actor));
}

/** The department's officer who handed it in, its manager of what waits, the editors of what came. */
function wasTold({ state }: Planted): (actor: Actor) => boolean {
  const decided: State[] = ['draft', 'bin', 'awaiting_endorsement', 'submitted', 'in_review'];
  return (actor) =>
    (actor === 'own' && !decided.includes(state)) ||
    (actor === 'manager' && state === 'awaiting_endorsement') ||
    (actor === 'editor' && !['draft', 'bin', 'awaiting_endorsement'].includes(state));
}

/** Payload's own: what may I do with this document? */
const rightsOver = (address: string): Probe => ({
  address: `/api/${address}`,
  method: 'POST',
  body: {},
  blind: true,
});

const materials: Probes = ({ id, versionId, clue, state }) => {
  const shows = state !== 'bin';
  const title = `where[title][like]=${clue}`;
  const versions = '/api/materials/versions';
  return [
    { address: `/api/materials/${id}?depth=3&locale=all&draft=true`, shows },
    { address: `/api/materials/${id}?trash=true&depth=2` },
    { address: `/api/materials?${title}&depth=2`, shows },
    { address: `/api/materials?${title}&trash=true&select[title]=true` },
    { address: `/api/materials?where[items.file.name][like]=${clue}`, shows: false },
    { address: `/api/materials/count?${title}`, counts: shows ? 1 : 0 },
    { address: `/api/materials/count?${title}&trash=true`, counts: 1 },
    {
      address: `${versions}/${versionId}?depth=2`,
      shows: (actor) => seesVersions(actor) && shows,
    },
    { address: `${versions}/${versionId}?trash=true`, shows: seesVersions },
    { address: `${versions}?where[parent][equals]=${id}&limit=0`, shows: seesVersions },
    { address: `${versions}?where[version.title][like]=${clue}`, shows: seesVersions },
    rightsOver(`materials/access/${id}`),
    { address: `/api/materials/${id}/duplicate`, method: 'POST', body: {}, blind: true },
    { address: `${versions}/${versionId}`, method: 'POST', body: {}, blind: true },
  ];
};

/** Payload's own routes to the collections that hold something of a material. */
export const PARTS: Record<string, Probes> = {
  materials,
  'rights-records': ({ id, rightsId, clue }) => [
    { address: `/api/rights-records/${rightsId}` },
    { address: `/api/rights-records/${rightsId}?depth=3&populate[materials][title]=true` },
    { address: `/api/rights-records?where[material][equals]=${id}` },
    { address: `/api/rights-records?where[material.title][like]=${clue}&depth=2` },
    { address: `/api/rights-records/count?where[material.title][like]=${clue}`, counts: 1 },
    { address: `/api/rights-records/count?where[title][like]=${clue}`, counts: 1 },
    { address: `/api/rights-records/versions?where[version.title][like]=${clue}`, shows: false },
    rightsOver(`rights-records/access/${rightsId}`),
  ],
  files: ({ id, fileId, filePublicId, clue }) => [
    { address: `/api/files/${fileId}?depth=2` },
    { address: `/api/files?where[publicId][equals]=${filePublicId}` },
    { address: `/api/files?where[material][equals]=${id}` },
    { address: `/api/files?where[material.title][like]=${clue}&depth=2` },
    { address: `/api/files/count?where[publicId][equals]=${filePublicId}`, counts: 1 },
    rightsOver(`files/access/${fileId}`),
  ],
  evidence: ({ id, rightsId, evidenceId, clue }) => [
    { address: `/api/evidence/${evidenceId}?depth=2` },
    { address: `/api/evidence?where[rights][equals]=${rightsId}` },
    { address: `/api/evidence?where[rights.title][like]=${clue}&depth=2` },
    { address: `/api/evidence?where[material][equals]=${id}` },
    { address: `/api/evidence/count?where[id][equals]=${evidenceId}`, counts: 1 },
    rightsOver(`evidence/access/${evidenceId}`),
  ],
  reviews: ({ id, reviewId, reviews, clue, state }) => {
    const shows = !UNDECIDED.includes(state);
    return [
      { address: `/api/reviews/${reviewId}`, shows },
      { address: `/api/reviews?where[material][equals]=${id}`, shows },
      { address: `/api/reviews?where[material.title][like]=${clue}&depth=2`, shows },
      { address: `/api/reviews/count?where[material][equals]=${id}`, counts: reviews },
      rightsOver(`reviews/access/${reviewId}`),
    ];
  },
};

const silent: Probes = () => [];
const showsNothing =
  (...addresses: string[]): Probes =>
  () =>
    addresses.map((address) => ({ address, shows: false }));

/** Every endpoint besides Payload's standard ones, and how a material might show through it. */
export const ENDPOINTS: Record<string, Probes> = {
  'materials get /:id/workbench': ({ id, state }) => [
    { address: `/api/materials/${id}/workbench`, shows: state !== 'bin' },
  ],
  'materials post /:id/transition': ({ id }) =>
    (['submit', 'claim', 'withdraw'] as const).map((action) => ({
      address: `/api/materials/${id}/transition`,
      method: 'POST' as const,
      body: { action, reasons: ['quality'] },
      blind: true as const,
    })),
  'materials post /transition': ({ id }) => [
    {
      address: '/api/materials/transition',
      method: 'POST',
      body: { ids: [id], action: 'withdraw', reasons: ['quality'] },
      blind: true,
    },
  ],
  'materials post /:id/term-decision': ({ id, rightsId }) => [
    {
      address: `/api/materials/${id}/term-decision`,
      method: 'POST',
      body: { rights: rightsId, ground: 'leak' },
      blind: true,
    },
  ],
  // Into a draft of one's own: take-over.ts.
  'materials post /:id/take-over': ({ id, versionId }) => [
    {
      address: `/api/materials/${id}/take-over`,
      method: 'POST',
      body: { from: versionId, preview: true },
      blind: true,
    },
  ],
  'get /staff/home': (planted) => [{ address: '/api/staff/home', shows: onHome(planted) }],
  'get /staff/materials': ({ clue, state }) => [
    { address: `/api/staff/materials?q=${clue}`, shows: state !== 'bin' },
    { address: `/api/staff/materials?q=${clue}&state=bin`, shows: state === 'bin' },
    { address: `/api/staff/materials?q=${clue}&state=${TAB[state]}` },
    {
      address: `/api/staff/materials?q=${clue}&publication=withdrawn`,
      shows: GONE.includes(state),
    },
  ],
  'get /staff/queue': (planted) => [
    { address: '/api/staff/queue?tab=mine', shows: false },
    { address: '/api/staff/queue?tab=overdue', shows: false },
    { address: `/api/staff/queue?tab=unclaimed&q=${planted.clue}`, shows: unclaimed(planted) },
    { address: `/api/staff/queue?tab=approved&q=${planted.clue}`, shows: decided(planted) },
  ],
  // Notices, with who sent them: takedowns.ts.
  'get /staff/takedowns': showsNothing('/api/staff/takedowns', '/api/staff/takedowns?tab=decided'),
  'get /staff/takedowns/:id': silent,
  'post /staff/takedowns/:id/withdraw': silent,
  'post /staff/takedowns/:id/decide': silent,
  // A key is none of a material; whose it is to make is in test/staff/portals.test.ts.
  'portals post /:id/key': silent,
  // Of the system, none of a material.
  'get /staff/health': showsNothing('/api/staff/health'),
  // Puts effects back in the queue, of no material by name.
  'post /staff/health/retry': () => [
    { address: '/api/staff/health/retry', method: 'POST', body: {}, blind: true },
  ],
  // One's own, of what one may see: who was told of the planted is in notices.test.ts.
  'get /staff/notices': (planted) => [{ address: '/api/staff/notices', shows: wasTold(planted) }],
  'post /staff/notices/read': silent,
  // Who did what to it: for those who watch over everybody.
  'get /staff/audit': ({ clue, state }) => [
    {
      address: `/api/staff/audit?q=${clue}`,
      shows: (actor) => ['auditor', 'administrator'].includes(actor) && state !== 'bin',
    },
  ],
  'get /staff/audit/export': showsNothing('/api/staff/audit/export'),
  'get /staff/reference': showsNothing('/api/staff/reference'),
  'get /access': showsNothing('/api/access'),
  'users get /me': showsNothing('/api/users/me?depth=3'),
  'users get /init': showsNothing('/api/users/init'),
  'payload-preferences get /:key': ({ id }) => [
    { address: `/api/payload-preferences/materials-${id}`, shows: false },
  ],
  // Who may write them: preferences.ts. They say nothing of a material.
  'payload-preferences post /:key': silent,
  'payload-preferences delete /:key': silent,
  // Signing in and out says nothing of a material; what a stranger may is in writes.ts.
  'users post /login': silent,
  'users post /logout': silent,
  'users post /refresh-token': silent,
  'users post /forgot-password': silent,
  'users post /reset-password': silent,
  'users post /first-register': silent,
  'users post /password': silent,
  'users post /unlock': silent,
  'users post /verify/:id': silent,
};
