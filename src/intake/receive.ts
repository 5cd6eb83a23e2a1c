import busboy from 'busboy';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { Transform, type Readable, type Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { AppError } from '../platform/errors';
import { cleanFileName } from './file-name';
import { refusal } from './refuse';

export interface Received {
  /** A temporary file of the caller's: whoever is done with it removes it. */
  path: string;
  name: string;
  declaredType: string | undefined;
  size: number;
  sha256: string;
}

/** Nothing arrived for so long: the client is gone. */
const IDLE_MS = 120_000;
/** What a form adds to its file. */
const FORM_BYTES = 1024 ** 2;
const STALE_MS = 24 * 3600 * 1000;

export function tooLarge(maxBytes: number): AppError {
  const params = { limit: Math.floor(maxBytes / 1024 ** 2) };
  return refusal('too_large', 'too_large', params);
}

/**
 * Takes one file out of a request, a raw body named by `X-File-Name` or the multipart part `file`,
 * into `folder`. Bytes pass through; they are hashed, counted and never held.
 */
export async function receiveUpload(
  req: IncomingMessage,
  { folder, maxBytes }: { folder: string; maxBytes: number },
): Promise<Received> {
  const encoding = req.headers['content-encoding'];
  if (encoding && encoding !== 'identity') throw refusal('bad_request', 'content_encoding');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const target = path.join(folder, `${randomUUID()}.upload`);
  const { socket } = req;
  const giveUp = () => socket.destroy();
  socket.setTimeout(IDLE_MS, giveUp);
  try {
    return await (/^multipart\//i.test(req.headers['content-type'] ?? '')
      ? receivePart(req, target, maxBytes)
      : receiveRaw(req, target, maxBytes));
  } catch (error) {
    await rm(target, { force: true });
    if (req.destroyed && !req.complete) throw new AppError('upload_aborted', {}, error);
    throw error;
  } finally {
    socket.setTimeout(0, giveUp);
  }
}

async function receiveRaw(
  req: IncomingMessage,
  target: string,
  maxBytes: number,
): Promise<Received> {
  const header = req.headers['x-file-name'];
  const name = nameOrRefuse(typeof header === 'string' ? percentDecoded(header) : undefined);
  if (Number(req.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const counter = countAndHash(maxBytes);
  feed(req, counter.stream);
  await save(counter.stream, target);
  return { path: target, name, declaredType: req.headers['content-type'], ...counter.result() };
}

/**
 * A pipe that passes on the end of the connection but leaves it open when the other side fails, so
 * that the client can be answered.
 */
function feed(req: IncomingMessage, into: Writable): void {
  req.once('error', (error) => into.destroy(error));
  req.once('close', () => {
    if (!req.complete) into.destroy(new AppError('upload_aborted'));
  });
  req.pipe(into);
}

function percentDecoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw refusal('bad_request', 'name_encoding');
  }
}

function nameOrRefuse(raw: string | undefined): string {
  const name = raw === undefined ? undefined : cleanFileName(raw);
  if (name === undefined) throw refusal('file_name_missing', 'name_missing');
  return name;
}

function countAndHash(maxBytes: number) {
  const hash = createHash('sha256');
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) {
        done(tooLarge(maxBytes));
        return;
      }
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ size, sha256: hash.digest('hex') }) };
}

/** The file is open before anything is read, so that a failure cannot create it afterwards. */
async function save(source: Readable, target: string): Promise<void> {
  let handle;
  try {
    handle = await open(target, 'wx', 0o600);
  } catch (error) {
    source.destroy();
    throw error;
  }
  await pipeline(source, handle.createWriteStream());
}

async function receivePart(
  req: IncomingMessage,
  target: string,
  maxBytes: number,
): Promise<Received> {
  if (Number(req.headers['content-length'] ?? 0) > maxBytes + FORM_BYTES) throw tooLarge(maxBytes);
  let parser: busboy.Busboy;
  try {
    parser = busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: { files: 2, fields: 20, fieldSize: 64 * 1024, parts: 22 },
    });
  } catch (error) {
    throw refusal('bad_request', 'multipart', {}, error);
  }
  let receiving: Promise<Received> | undefined;
  let refused: AppError | undefined;
  parser.on('file', (field, stream, info) => {
    if (field !== 'file' || receiving) {
      refused ??= refusal('bad_request', receiving ? 'one_file' : 'multipart');
      stream.resume();
      return;
    }
    receiving = (async () => {
      const name = nameOrRefuse(info.filename);
      const counter = countAndHash(maxBytes);
      stream.on('error', (error) => counter.stream.destroy(error));
      await save(stream.pipe(counter.stream), target);
      return { path: target, name, declaredType: info.mimeType, ...counter.result() };
    })();
    // A refused part must stop the whole; its error is thrown below.
    receiving.catch((error: unknown) => parser.destroy(error as Error));
  });
  try {
    feed(req, parser);
    await finished(parser);
  } catch (error) {
    // Wait until nothing writes any more, and prefer what the part itself had to say.
    await receiving;
    if (error instanceof Error && error.message === 'Unexpected end of form') {
      throw refusal('bad_request', 'multipart', {}, error);
    }
    throw error;
  }
  const received = await receiving;
  if (refused) throw refused;
  if (!received) throw refusal('bad_request', 'multipart');
  return received;
}

/** Removes what killed processes left behind; younger files may belong to a running upload. */
export async function sweepUploads(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name);
    const info = await stat(file).catch(() => undefined);
    if (info && Date.now() - info.mtimeMs > STALE_MS) await rm(file, { force: true });
  }
}
