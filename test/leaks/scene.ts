import { randomInt, randomUUID } from 'node:crypto';
import type { TypedUser } from 'payload';
import { expect } from 'vitest';
import { storeEvidence, storeFile } from '../../src/intake/store-upload';
import { getStorage } from '../../src/platform/storage/storage';
import { intakeGuards } from '../../src/processes/intake-guards';
import {
  advance,
  completeMaterial,
  PAPER,
  receivedFile,
  type MadeMaterial,
} from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';
import { startServer, type TestServer } from '../helpers/http';
import { makePdf } from '../intake/make-files';
import { DEPARTMENT, gather, type People } from './people';
import { EMBARGO, STATES, stepsTo, type State } from './states';

export interface Planted extends Omit<MadeMaterial, 'title'> {
  state: State;
  identifier: string | null;
  /** A version of the working copy, as it is now. */
  versionId: string;
  /** The last decision on it, and how many there are. */
  reviewId: string;
  reviews: number;
  /** In every text, name and byte of the working copy; whoever reads it has seen something of it. */
  canary: string;
  /** Stands beside the canary in the title: to ask by, without the answer echoing the canary. */
  clue: string;
  /** The same of what the world may read, and its file; equal to the above but for a newer draft. */
  open: { canary: string; clue: string; filePublicId: string };
}

export interface Scene {
  app: TestApp;
  server: TestServer;
  people: People;
  planted: Record<State, Planted>;
  close(): Promise<void>;
}

/** A word that is like no other: search forgives mistakes of typing. */
function word(): string {
  const letter = () => 'bcdfghjklmnpqrstvwxz'.charAt(randomInt(20));
  return Array.from({ length: 14 }, letter).join('');
}

/** One material in every state, all of one department, each with a canary of its own. */
export async function plant(): Promise<Scene> {
  const app = await startApp();
  const server = await startServer(app);
  const people = await gather(app);
  const author = people.own;
  if (!author) throw new Error('nobody to write');
  const decider = await app.person('editor');
  const planted = {} as Record<State, Planted>;
  for (const state of STATES) {
    planted[state] = await plantOne({ app, server, state, author, decider });
  }
  await server.work();
  return {
    app,
    server,
    people,
    planted,
    async close() {
      await server.close();
      await app.close();
    },
  };
}

interface Wish {
  app: TestApp;
  server: TestServer;
  state: State;
  author: TypedUser;
  decider: TypedUser;
}

async function plantOne(wish: Wish): Promise<Planted> {
  const { app, server, state, author, decider } = wish;
  const [canary, clue] = [word(), word()];
  const newer = { canary: word(), clue: word() };
  const made = await completeMaterial(app, {
    author,
    department: DEPARTMENT,
    title: `${clue} ${canary}`,
    abstract: `Tóm tắt ${canary}`,
    fileName: `${canary}.pdf`,
    fileText: `Trang ${canary}`,
    evidenceName: `${canary}-giay-phep.pdf`,
    evidenceText: `Giay ${canary}`,
    rights: { conditions: canary },
    fields: {
      ...(state === 'embargoed' ? { embargoUntil: EMBARGO } : {}),
      ...(state === 'reserved' ? { intendedUse: ['named_portals'] } : {}),
    },
  });
  await app.payload.db.updateOne({
    collection: 'files',
    id: made.fileId,
    data: { processing: 'pending' },
  });
  // Text and thumbnail are made before anything is decided, so that they are published too.
  await server.work();
  await requireEndorsement(app, state === 'awaiting_endorsement');
  const comments = { comment: canary, newerComment: newer.canary };
  await advance(app, made.id, stepsTo(state, { author, decider, ...comments }));
  const open = { canary, clue, filePublicId: made.filePublicId };
  const working =
    state === 'published_newer_draft'
      ? await writeNewerDraft(wish, made, newer)
      : { ...made, canary, clue };
  await arrange(wish, made.id);
  return { ...working, state, open, ...(await numbersOf(app, made.id)) };
}

async function requireEndorsement(app: TestApp, requiresEndorsement: boolean): Promise<void> {
  await app.payload.update({
    collection: 'departments',
    id: await app.departmentId(DEPARTMENT),
    data: { requiresEndorsement },
    depth: 0,
  });
}

/** What a state asks for besides steps of the workflow. */
async function arrange({ app, state, author, decider }: Wish, id: string): Promise<void> {
  if (state === 'bin') {
    const deletedAt = new Date().toISOString();
    const binned = await app.rest(author, 'PATCH', `/api/materials/${id}`, { deletedAt });
    expect(binned.status).toBe(200);
  }
  if (state === 'embargoed') {
    for (const at of [undefined, `${EMBARGO}T05:00:00.000Z`]) {
      await expect(
        advance(app, id, [{ as: decider, action: 'publish', at }]),
      ).rejects.toMatchObject({ errors: [{ field: 'embargoUntil', code: 'embargo_active' }] });
    }
  }
}

/** A revision under way: everything is new and nothing of it is approved. */
async function writeNewerDraft(
  { app, author }: Wish,
  made: MadeMaterial,
  { canary, clue }: { canary: string; clue: string },
): Promise<MadeMaterial & { canary: string; clue: string }> {
  const title = `${clue} ${canary}`;
  const changes = { title, abstract: canary };
  const own = { user: author, overrideAccess: false, depth: 0 } as const;
  await app.payload.update({ collection: 'materials', id: made.id, data: changes, ...own });
  const rights = { title, conditions: canary };
  await app.payload.update({
    collection: 'rights-records',
    id: made.rightsId,
    data: rights,
    ...own,
  });
  const scope = {
    payload: app.payload,
    storage: getStorage(),
    guards: intakeGuards,
    user: author,
  };
  const page = receivedFile(app, `${canary}.pdf`, makePdf([`Trang ${canary}`]));
  const fileId = await storeFile(scope, page, { materialId: made.id, role: 'attachment' });
  const paper = receivedFile(app, `${canary}-giay.pdf`, makePdf([`Giay ${canary}`]));
  const evidenceId = await storeEvidence(scope, paper, { rightsId: made.rightsId, ...PAPER });
  const { publicId } = await app.payload.findByID({ collection: 'files', id: fileId, depth: 0 });
  return { ...made, title, fileId, filePublicId: publicId, evidenceId, canary, clue };
}

async function numbersOf(app: TestApp, id: string) {
  const { identifier } = await app.payload.findByID({
    collection: 'materials',
    id,
    depth: 0,
    trash: true,
  });
  const versions = await app.payload.findVersions({
    collection: 'materials',
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    limit: 1,
    depth: 0,
    trash: true,
  });
  const reviews = await app.payload.find({
    collection: 'reviews',
    where: { material: { equals: id } },
    sort: '-at',
    pagination: false,
    depth: 0,
  });
  // The words of a schedule are the repository's own: they say for when, and nothing of the material.
  const said = reviews.docs.find(({ action, comment }) => comment && action !== 'publish');
  return {
    identifier: identifier ?? null,
    versionId: String(versions.docs[0]?.id),
    reviewId: String(said?.id ?? randomUUID()),
    reviews: reviews.totalDocs,
  };
}

/** A material that is not there: what is said of it is what is to be said of a hidden one. */
export function ghostOf(planted: Planted): Planted {
  const id = () => randomUUID();
  const face = { canary: word(), clue: word(), filePublicId: id() };
  return {
    ...planted,
    ...face,
    open: face,
    id: id(),
    rightsId: id(),
    fileId: id(),
    evidenceId: id(),
    versionId: id(),
    reviewId: id(),
    identifier: 'hl-0000000000',
  };
}
