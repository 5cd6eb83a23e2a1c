import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Payload, TypedUser } from 'payload';
import { randomCrockford } from '../platform/crockford';
import { getLogger } from '../platform/logger';
import { AppError } from '../platform/errors';
import { inTransaction } from '../platform/database/transaction';
import { enqueue } from '../platform/outbox/enqueue';
import type { Storage } from '../platform/storage/port';
import type { EvidenceDetails, IntakeGuards } from './guards';
import { inspectFile, type Inspection } from './inspect-file';
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

/** Content and evidence never share an object, whatever their bytes: the prefix is part of the key. */
function storageKey(prefix: 'content' | 'evidence', sha256: string): string {
  return `${prefix}/${sha256.slice(0, 2)}/${sha256}`;
}

/**
 * An object of the same content is used again, if it still is that content: what a disk spoilt is
 * taken away first, so that the good bytes now in hand mend it.
 */
async function dropIfChanged(storage: Storage, key: string, sha256: string): Promise<void> {
  if (!(await storage.head(key))) return;
  const hash = createHash('sha256');
  for await (const chunk of await storage.open(key)) hash.update(chunk as Buffer);
  if (hash.digest('hex') === sha256) return;
  getLogger().error({ key }, 'a stored object had changed and is stored anew');
  await storage.delete(key);
}

/** Bytes before rows: a row never names an object that is not there. */
async function placeBytes(
  storage: Storage,
  prefix: 'content' | 'evidence',
  received: Received,
): Promise<{ inspection: Inspection; key: string }> {
  try {
    const purpose = prefix === 'content' ? 'content' : 'evidence';
    const inspection = await inspectFile({ ...received, purpose });
    const key = storageKey(prefix, received.sha256);
    await dropIfChanged(storage, key, received.sha256);
    await storage.putFile(key, received.path, inspection.kind.mediaType);
    const stored = await storage.head(key);
    if (stored?.size !== received.size) {
      throw new AppError('internal', { params: { what: 'stored size', key } });
    }
    return { inspection, key };
  } finally {
    await rm(received.path, { force: true });
  }
}

function described({ name, size, sha256 }: Received, { kind, extension }: Inspection, key: string) {
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

/** Stores a received file as content and, with `materialId`, as an item of that material. */
export async function storeFile(
  { payload, storage, guards, user }: StoreScope,
  received: Received,
  { materialId, role }: { materialId?: string; role: string },
): Promise<string> {
  const { inspection, key } = await placeBytes(storage, 'content', received);
  const publicId = newPublicId();
  return await inTransaction({ payload, user }, async (req) => {
    const target = await guards.fileTarget({ payload, user, materialId, role, req });
    const { id } = await payload.create({
      collection: 'files',
      data: {
        publicId,
        ...described(received, inspection, key),
        processing: 'pending',
        width: inspection.image?.width,
        height: inspection.image?.height,
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
  });
}

/** Stores a received permission document and puts it on its rights record. */
export async function storeEvidence(
  { payload, storage, guards, user }: StoreScope,
  received: Received,
  { rightsId, ...details }: { rightsId: string } & EvidenceDetails,
): Promise<string> {
  const { inspection, key } = await placeBytes(storage, 'evidence', received);
  return await inTransaction({ payload, user }, async (req) => {
    const target = await guards.evidenceTarget({ payload, user, rightsId, req });
    const { id } = await payload.create({
      collection: 'evidence',
      data: {
        ...described(received, inspection, key),
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
  });
}
