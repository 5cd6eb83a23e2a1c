import type { Context } from 'hono';
import type { z } from '@hono/zod-openapi';
import { AppError, type FieldProblem } from '../../platform/errors';
import type { Env } from '../context';
import { boundsOf, isTooMany } from './issue';

/** What the public writes is short: a notice with its statement, percent-encoded. */
const MOST_BYTES = 64 * 1024;
/** Who sends so little and takes longer keeps a connection for its own sake. */
const LONGEST_MS = 10_000;

export type BodyKind = 'json' | 'form';

const KINDS: Record<string, BodyKind> = {
  'application/json': 'json',
  'application/x-www-form-urlencoded': 'form',
};

export function bodyKind(c: Context<Env>, allowed: readonly BodyKind[]): BodyKind {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const kind = KINDS[type];
  if (kind && allowed.includes(kind)) return kind;
  const taken = Object.keys(KINDS).filter((name) => KINDS[name] && allowed.includes(KINDS[name]));
  throw new AppError('unsupported_media_type', { params: { types: taken.join(', ') } });
}

async function collected(body: ReadableStream<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = () => new AppError('body_too_large', { params: { limit: MOST_BYTES / 1024 } });

async function text(c: Context<Env>): Promise<string> {
  if (Number(c.req.header('content-length') ?? 0) > MOST_BYTES) throw tooLarge();
  const { body } = c.req.raw;
  if (!body) return '';
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new AppError('bad_request'));
    }, LONGEST_MS);
  });
  try {
    const bytes = await Promise.race([collected(body), late]);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // Not UTF-8, or the client went away.
    if (error instanceof TypeError) throw new AppError('bad_request', {}, error);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** What was sent, as it came: JSON, or the fields of a form (each once, or a list). */
export async function readSent(c: Context<Env>, kind: BodyKind): Promise<unknown> {
  const sent = await text(c);
  if (kind === 'form') return fieldsOf(new URLSearchParams(sent));
  try {
    return JSON.parse(sent) as unknown;
  } catch (cause) {
    throw new AppError('bad_request', { errors: [{ field: 'body', code: 'not_json' }] }, cause);
  }
}

function fieldsOf(params: URLSearchParams): Record<string, string | string[]> {
  const fields = new Map<string, string | string[]>();
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    fields.set(name, values.length === 1 ? (values[0] ?? '') : values);
  }
  return Object.fromEntries(fields);
}

/** Throws AppError `invalid_input` that names every field that is unknown or wrong. */
export function checkSent<S extends z.ZodType>(schema: S, sent: unknown): z.output<S> {
  const result = schema.safeParse(sent);
  if (result.success) return result.data;
  const allowed = Object.keys((schema as { shape?: object }).shape ?? {}).join(', ');
  const errors = new Map<string, FieldProblem>();
  for (const issue of result.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys.slice(0, 10)) {
        const name = key.slice(0, 60);
        errors.set(name, { field: name, code: 'unknown_field', params: { name, allowed } });
      }
      continue;
    }
    const name = String(issue.path[0] ?? 'body');
    const code = `${isTooMany(issue) ? 'too_many' : 'invalid'}_${name}`;
    errors.set(name, { field: name, code, params: { name, ...boundsOf(issue) } });
  }
  throw new AppError('invalid_input', { errors: [...errors.values()] });
}
