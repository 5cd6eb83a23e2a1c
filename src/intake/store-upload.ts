import type { Payload, PayloadRequest, TypedUser } from 'payload';
import { randomCrockford } from '../platform/crockford';
import { inTransaction } from '../platform/database/transaction';
import { inTurn } from '../platform/in-turn';
import { enqueue } from '../platform/outbox/enqueue';
import type { Storage } from '../platform/storage/port';
import type { EvidenceDetails, IntakeGuards } from './guards';
import { withBytes, type Placed } from './place-bytes';
import type { Received } from './receive';

export interface StoreScope {
  payload: Payload;
  storage: Storage;
  guards: IntakeGuards;
  user: TypedUser;
}

/** The topic under which the worker takes up {@link deriveFile}. */
export const DERIVE_TOPIC = 'file.derive';

/** 100 random bits: unguessable and never used twice. */
export function newPublicId(): string {
  return randomCrockford(20);
}

function described({ name, size, sha256 }: Received, { inspection, key }: Placed) {
  const { kind, extension } = inspection;
  return {
    name,
    extension,
    mediaType: kind.mediaType,
    size,
    sha256,
    storageKey: key,
    // Scanning is off in this version, and a file never says that it is clean without it.
    verdict: 'not_scanned' as const,
  };
}

/** Ten files dropped on one material change the same record: each waits for the one before it. */
async function oneByOne<T>(id: string | undefined, work: () => Promise<T>): Promise<T> {
  return id === undefined ? await work() : await inTurn(`uploads to ${id}`, work);
}

/** Stores a received file as content and, with `materialId`, as an item of that material. */
export async function storeFile(
  scope: StoreScope,
  received: Received,
  target: { materialId?: string; role: string },
): Promise<string> {
  const { payload, storage, user } = scope;
  return await withBytes(
    storage,
    'content',
    received,
    async (placed) =>
      await oneByOne(target.materialId, () =>
        inTransaction({ payload, user }, async (req) => {
          await placed.keep(req);
          return await recordFile(scope, req, { received, placed, ...target });
        }),
      ),
  );
}

async function recordFile(
  { payload, guards, user }: StoreScope,
  req: PayloadRequest,
  wish: { received: Received; placed: Placed; materialId?: string; role: string },
): Promise<string> {
  const { received, placed, materialId, role } = wish;
  const target = await guards.fileTarget({ payload, user, materialId, role, req });
  const { id } = await payload.create({
    collection: 'files',
    data: {
      publicId: newPublicId(),
      ...described(received, placed),
      processing: 'pending',
      width: placed.inspection.image?.width,
      height: placed.inspection.image?.height,
      department: target.departmentId,
      material: target.materialId,
      uploadedBy: user.id,
    },
    req,
    depth: 0,
  });
  const fileId = String(id);
  if (target.materialId) {
    await guards.attachFile({ req, materialId: target.materialId, fileId, role });
  }
  await enqueue({ payload, req, topic: DERIVE_TOPIC, key: `file:${fileId}`, data: { fileId } });
  return fileId;
}

/** Stores a received permission document and puts it on its rights record. */
export async function storeEvidence(
  scope: StoreScope,
  received: Received,
  target: { rightsId: string } & EvidenceDetails,
): Promise<string> {
  const { payload, storage, user } = scope;
  return await withBytes(
    storage,
    'evidence',
    received,
    async (placed) =>
      await oneByOne(target.rightsId, () =>
        inTransaction({ payload, user }, async (req) => {
          await placed.keep(req);
          return await recordEvidence(scope, req, { received, placed, ...target });
        }),
      ),
  );
}

async function recordEvidence(
  { payload, guards, user }: StoreScope,
  req: PayloadRequest,
  wish: { received: Received; placed: Placed; rightsId: string } & EvidenceDetails,
): Promise<string> {
  const { received, placed, rightsId, ...details } = wish;
  const target = await guards.evidenceTarget({ payload, user, rightsId, req });
  const { id } = await payload.create({
    collection: 'evidence',
    data: {
      ...described(received, placed),
      rights: rightsId,
      material: target.materialId,
      department: target.departmentId,
      uploadedBy: user.id,
    },
    req,
    depth: 0,
  });
  const evidenceId = String(id);
  await guards.attachEvidence({ req, rightsId, evidenceId, ...details });
  return evidenceId;
}
