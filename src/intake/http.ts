import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Payload, TypedUser } from 'payload';
import type { Logger } from 'pino';
import { isUsable } from '../platform/code-lists';
import type { Env } from '../platform/env';
import { AppError, logLevel } from '../platform/errors';
import { sendObject } from '../platform/http/send-object';
import type { Storage } from '../platform/storage/port';
import { authenticate } from './authenticate';
import type { EvidenceDetails, IntakeGuards } from './guards';
import { asIntakeError, sendProblem } from './problem';
import { receiveUpload, sweepUploads } from './receive';
import { refusal } from './refuse';
import { previewHeaders } from './preview-headers';
import { storeEvidence, storeFile, type StoreScope } from './store-upload';

export interface IntakeOptions {
  payload: Payload;
  storage: Storage;
  guards: IntakeGuards;
  env: Pick<Env, 'dataDir' | 'maxUploadBytes' | 'publicUrl'>;
  logger: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
}

export interface Intake {
  matches(pathname: string): boolean;
  /** Answers every request that {@link matches}; never rejects. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
}

const READ = /^\/intake\/(files|evidence)\/([\w-]{1,64})\/(content|thumbnail)$/;
const ROLE = /^[a-z][a-z_]{0,39}$/;

/** Bytes in and out for signed-in staff, on plain `node:http`, without Payload's or Next's buffers. */
export function createIntake(options: IntakeOptions): Intake {
  const { payload, storage, guards, env, logger } = options;
  const folder = path.join(env.dataDir, 'uploads');
  sweepUploads(folder).catch((error: unknown) => logger.warn({ error }, 'uploads not swept'));

  async function upload(req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> {
    const user = await authenticate(payload, req, env.publicUrl);
    const scope: StoreScope = { payload, storage, guards, user };
    const limits = { folder, maxBytes: env.maxUploadBytes };
    if (url.pathname === '/intake/files') {
      const target = fileQuery(url.searchParams);
      await guards.fileTarget({ payload, user, ...target });
      const received = await receiveUpload(req, limits);
      const id = await stillAllowed(req, received, () => storeFile(scope, received, target));
      await created(res, user, 'files', id);
      return;
    }
    const target = evidenceQuery(url.searchParams);
    await guards.evidenceTarget({ payload, user, rightsId: target.rightsId });
    const received = await receiveUpload(req, limits);
    const id = await stillAllowed(req, received, () => storeEvidence(scope, received, target));
    await created(res, user, 'evidence', id);
  }

  /** A body may take an hour: whoever was suspended meanwhile leaves nothing here. */
  async function stillAllowed<T>(
    req: IncomingMessage,
    received: { path: string },
    store: () => Promise<T>,
  ): Promise<T> {
    try {
      await authenticate(payload, req, env.publicUrl);
    } catch (error) {
      await rm(received.path, { force: true });
      throw error;
    }
    return await store();
  }

  /** The document as its reader may see it, read after the commit. */
  async function created(
    res: ServerResponse,
    user: TypedUser,
    collection: 'files' | 'evidence',
    id: string,
  ): Promise<void> {
    const document = await guards.mayRead({ payload, user, collection, id });
    const body = Buffer.from(JSON.stringify(document));
    res.writeHead(201, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': body.length,
      Location: `/api/${collection}/${id}`,
      'Cache-Control': 'private, no-store',
    });
    res.end(body);
  }

  async function read(req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> {
    const [, collection, id, what] = READ.exec(url.pathname) ?? [];
    if (!id || (collection !== 'files' && (collection !== 'evidence' || what !== 'content'))) {
      throw new AppError('not_found');
    }
    const user = await authenticate(payload, req, env.publicUrl);
    await guards.mayRead({ payload, user, collection, id });
    // Where the bytes lie is nobody's to read, so it is asked for apart.
    const found = await payload.findByID({ collection, id, depth: 0, overrideAccess: true });
    if (!isUsable(found.verdict)) throw new AppError('file_held_back');
    const { name, mediaType, extension, sha256, storageKey } = found;
    const io = { req, res, storage, logger };
    if (what === 'content') {
      const headers = previewHeaders({ mediaType, extension, name });
      await sendObject({ ...io, key: storageKey, etag: `"${sha256}"`, headers });
      return;
    }
    const thumbnailKey = 'thumbnailKey' in found ? found.thumbnailKey : undefined;
    if (!thumbnailKey) throw new AppError('not_found');
    const picture = { mediaType: 'image/webp', extension: 'webp', name: `${name}.webp` };
    const headers = previewHeaders(picture);
    await sendObject({ ...io, key: thumbnailKey, etag: `"${sha256}-thumb"`, headers });
  }

  async function route(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', 'http://intake');
    const isUpload = url.pathname === '/intake/files' || url.pathname === '/intake/evidence';
    const allowed = isUpload ? ['POST'] : ['GET', 'HEAD'];
    if (!allowed.includes(req.method ?? '')) {
      const allow = allowed.join(', ');
      throw new AppError('method_not_allowed', {
        params: { allow },
        extra: { headers: { Allow: allow } },
      });
    }
    await (isUpload ? upload(req, res, url) : read(req, res, url));
  }

  return {
    matches: (pathname) => pathname === '/intake' || pathname.startsWith('/intake/'),
    async handle(req, res) {
      try {
        await route(req, res);
      } catch (error) {
        const known = asIntakeError(error);
        // Without the query: numbers and names of papers stand in it.
        const facts = { code: known.code, method: req.method, path: req.url?.split('?')[0] };
        logger[logLevel(known)]({ ...facts, err: error }, 'intake');
        sendProblem(req, res, known);
      }
    },
  };
}

function fileQuery(query: URLSearchParams): { materialId?: string; role: string } {
  const role = query.get('role') ?? 'main';
  if (!ROLE.test(role)) throw refusal('bad_request', 'role');
  return { materialId: query.get('material') || undefined, role };
}

function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function evidenceQuery(query: URLSearchParams): { rightsId: string } & EvidenceDetails {
  const rightsId = query.get('rights');
  if (!rightsId) throw refusal('bad_request', 'rights_missing');
  const text = (name: string) =>
    query.get(name)?.normalize('NFC').trim().slice(0, 300) || undefined;
  const kind = text('kind');
  if (kind !== undefined && !ROLE.test(kind)) throw refusal('bad_request', 'evidence_kind');
  const date = text('date');
  if (date !== undefined && !isCivilDate(date)) throw refusal('bad_request', 'date');
  return { rightsId, kind, number: text('number'), date, issuer: text('issuer') };
}
