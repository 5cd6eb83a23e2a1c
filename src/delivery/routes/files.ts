import type { IncomingMessage } from 'node:http';
import { z } from '@hono/zod-openapi';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { AppError } from '../../platform/errors';
import { sendObject } from '../../platform/http/send-object';
import type { Storage } from '../../platform/storage/port';
import type { Snapshot, SnapshotFile } from '../../publishing/read/snapshot';
import { answerWithdrawn, gone, problem, type Endpoint, type EndpointInput } from '../endpoint';
import { surrogateKey } from '../http/answer';
import { fileHeaders } from '../files/file-headers';
import { mayBeViewed, VIEWING } from '../files/viewing';
import * as fields from '../query/fields';

const query = z.strictObject({ lang: fields.lang });
const params = z.object({
  id: z.string().openapi({
    param: { name: 'id', in: 'path', description: 'delivery:api.params.fileId' },
  }),
});

const bytes = {
  description: 'delivery:api.responses.bytes',
  // Whatever type the file is of.
  content: { '*/*': { schema: z.string().openapi({ format: 'binary' }) } },
};
const responses = {
  200: bytes,
  302: { description: 'delivery:api.responses.atStorage' },
  206: { ...bytes, description: 'delivery:api.responses.part' },
  403: problem('notForDownload'),
  404: problem('notFound'),
  410: gone,
  416: problem('badRange'),
};

interface Chosen {
  key: string;
  mediaType: string;
  name: string;
  /** Strong: of the bytes. */
  etag: string;
  /** Headers that differ from those of any file. */
  only?: Record<string, string>;
}

/** Serves what `choose` picks of the file of a live publication. */
async function serve(
  { lang, param, context, c }: EndpointInput<typeof query>,
  choose: (file: SnapshotFile, snapshot: Snapshot) => Chosen,
): Promise<Response> {
  const { store, storage, logger, everywhere } = context;
  const found = await store.publicationOfFile(param('id'));
  if (!found) throw new AppError('not_found');
  if (found.status === 'withdrawn') {
    return answerWithdrawn(found.tombstone, lang);
  }
  const { snapshot } = found.publication;
  const { key, mediaType, name, etag, only = {} } = choose(found.file, snapshot);
  const byKey = context.portal !== undefined;
  const headers = {
    ...everywhere,
    ...fileHeaders(mediaType, name, { byKey }),
    ...surrogateKey(snapshot.identifier),
    ...only,
  };
  const { incoming: req, outgoing: res } = c.env;
  // An address at the storage opens to whoever has it: what a key opened does not leave that way.
  const location = byKey ? undefined : await addressAtStorage({ req, storage, key, headers });
  if (location !== undefined) return new Response(null, { status: 302, headers: { location } });
  await sendObject({ req, res, storage, logger, key, etag, headers });
  context.metrics.sent(res.statusCode, false);
  return RESPONSE_ALREADY_SENT;
}

/** A withdrawal is felt within this time also by whoever was sent to the storage. */
const SIGNED_SECONDS = 60;

/**
 * Where readers may fetch the bytes from the storage itself: an address for a minute, its type and
 * name fixed by the signature. Whoever asks whether something changed is answered here.
 */
async function addressAtStorage(input: {
  req: IncomingMessage;
  storage: Storage;
  key: string;
  headers: Record<string, string>;
}): Promise<string | undefined> {
  const { req, storage, key, headers } = input;
  const conditional =
    req.headers['if-none-match'] !== undefined || req.headers['if-modified-since'] !== undefined;
  if (req.method !== 'GET' || conditional) return undefined;
  return await storage.signedAddress?.(key, {
    mediaType: headers['content-type'] ?? 'application/octet-stream',
    disposition: headers['content-disposition'] ?? 'attachment',
    seconds: SIGNED_SECONDS,
  });
}

/** Viewing only: a picture of it may be shown, its content is not handed out. */
function mustBeForDownload({ download }: Snapshot): void {
  if (!download) throw new AppError('download_not_allowed');
}

export const getFile: Endpoint<typeof query> = {
  operationId: 'getFile',
  tag: 'files',
  path: '/v1/files/{id}',
  query,
  params,
  responses,
  handle: (input) =>
    serve(input, (file, snapshot) => {
      mustBeForDownload(snapshot);
      const { storageKey: key, mediaType, name, sha256 } = file;
      return { key, mediaType, name, etag: `"${sha256}"` };
    }),
};

/**
 * What may be viewed and not handed out, for the portal that it is reserved for to show to its readers:
 * under no name to save it by, kept by no cache.
 */
export const viewFile: Endpoint<typeof query> = {
  operationId: 'viewFile',
  tag: 'files',
  path: '/v1/files/{id}/view',
  query,
  params,
  responses,
  handle: (input) =>
    serve(input, (file, snapshot) => {
      if (!mayBeViewed(file, snapshot)) throw new AppError('not_found');
      const { storageKey: key, mediaType, name, sha256 } = file;
      return { key, mediaType, name, etag: `"${sha256}-view"`, only: VIEWING };
    }),
};

export const getThumbnail: Endpoint<typeof query> = {
  operationId: 'getThumbnail',
  tag: 'files',
  path: '/v1/files/{id}/thumbnail',
  query,
  params,
  responses,
  handle: (input) =>
    serve(input, ({ thumbnailKey, name, sha256 }) => {
      if (thumbnailKey === null) throw new AppError('not_found');
      const [mediaType, extension] = IMAGES.find(([, end]) => thumbnailKey.endsWith(end)) ?? WEBP;
      return {
        key: thumbnailKey,
        mediaType,
        name: `${name}${extension}`,
        etag: `"${sha256}-thumbnail"`,
      };
    }),
};

const WEBP = ['image/webp', '.webp'] as const;
const IMAGES = [WEBP, ['image/png', '.png'], ['image/jpeg', '.jpg']] as const;

export const getText: Endpoint<typeof query> = {
  operationId: 'getText',
  tag: 'files',
  path: '/v1/files/{id}/text',
  query,
  params,
  responses,
  handle: (input) =>
    serve(input, ({ textKey, name, sha256 }, snapshot) => {
      mustBeForDownload(snapshot);
      if (textKey === null) throw new AppError('not_found');
      return {
        key: textKey,
        mediaType: 'text/plain',
        name: `${name}.txt`,
        etag: `"${sha256}-text"`,
      };
    }),
};
