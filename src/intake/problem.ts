import type { IncomingMessage, ServerResponse } from 'node:http';
import { translate, translateIfKnown, type Lang } from '../i18n/translate';
import { AppError, isAppError, type FieldProblem } from '../platform/errors';
import {
  PROBLEM_MEDIA_TYPE,
  problemDocument,
  problemField,
  problemHeaders,
  type ProblemDocument,
} from '../platform/problem';

/** `?lang=` decides, then the browser's first known language; Vietnamese otherwise. */
export function requestLang(req: IncomingMessage): Lang {
  const asked = new URLSearchParams(req.url?.split('?')[1] ?? '').get('lang');
  if (asked === 'vi' || asked === 'en') return asked;
  const first = (req.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((lang) => lang === 'vi' || lang === 'en');
  return first === 'en' ? 'en' : 'vi';
}

/** Problems of the machine that a person can do something about. */
function ofSystem(error: unknown): AppError {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk_full', {}, error);
  if (code === 'EMFILE' || code === 'ENFILE') return new AppError('unavailable', {}, error);
  const { status } = error as { status?: unknown };
  // Payload's own errors carry their status; its words are not for people.
  if (status === 400) return new AppError('invalid_input', { errors: fieldsOf(error) }, error);
  if (status === 403) return new AppError('forbidden', {}, error);
  if (status === 404) return new AppError('not_found', {}, error);
  return new AppError('internal', {}, error);
}

/** Which fields Payload refused; its words for them are in the language of its own screens. */
function fieldsOf(error: unknown): FieldProblem[] {
  const { data } = error as { data?: { errors?: { path?: unknown }[] } };
  return (data?.errors ?? []).flatMap(({ path }) =>
    typeof path === 'string' ? [{ field: path, code: 'value_refused' }] : [],
  );
}

/** Anything thrown here as an error of ours, those of the disk and of Payload among them. */
export function asIntakeError(error: unknown): AppError {
  return isAppError(error) ? error : ofSystem(error);
}

/** RFC 9457, in the reader's language. */
export function intakeProblem(error: AppError, lang: Lang): ProblemDocument {
  const params = worded(error.params, lang);
  const text = (part: 'title' | 'detail') =>
    translateIfKnown(lang, `errors:${error.code}.${part}`, params);
  const errors = error.errors.map((problem) => refusalInWords(problem, lang));
  const detail = errors[0]?.message ?? text('detail');
  return problemDocument(error, { title: text('title'), detail, errors });
}

/** Conditions of intake, or of the workflow when a material or record refused. */
function refusalInWords(problem: FieldProblem, lang: Lang) {
  const words = worded(problem.params ?? {}, lang);
  return problemField(
    problem,
    (part) =>
      translateIfKnown(lang, `intake:refusals.${problem.code}.${part}`, words) ??
      translateIfKnown(lang, `workflow:conditions.${problem.code}.${part}`, words),
  );
}

/** Codes among the parameters become words. */
function worded(params: Record<string, unknown>, lang: Lang): Record<string, unknown> {
  const { found, state, by } = params as { found?: string; state?: string; by?: { name?: string } };
  const words: Record<string, unknown> = { ...params };
  if (found !== undefined) {
    words.found =
      translateIfKnown(lang, `intake:kinds.${found}`) ??
      translateIfKnown(lang, `intake:foreign.${found}`) ??
      translate(lang, 'intake:foreign.unknown');
  }
  if (state !== undefined) {
    words.state = translateIfKnown(lang, `workflow:states.${state}`) ?? state;
  }
  if (by?.name) words.name = by.name;
  return words;
}

/** Answers with the problem; the connection is closed when a body is still on its way. */
export function sendProblem(req: IncomingMessage, res: ServerResponse, error: AppError): void {
  if (res.headersSent || res.destroyed) {
    res.destroy();
    return;
  }
  const lang = requestLang(req);
  const body = Buffer.from(JSON.stringify(intakeProblem(error, lang)));
  const unread = !req.complete;
  res.writeHead(error.status, {
    'Content-Type': PROBLEM_MEDIA_TYPE,
    'Content-Length': body.length,
    'Content-Language': lang,
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
    ...problemHeaders(error),
    ...(unread ? { Connection: 'close' } : {}),
  });
  res.end(req.method === 'HEAD' ? undefined : body);
  if (unread) discardRest(req);
}

/** A client reads the answer only after it has sent its body: some of that is read and dropped. */
const DISCARD_BYTES = 64 * 1024 ** 2;
const DISCARD_MS = 10_000;

function discardRest(req: IncomingMessage): void {
  let left = DISCARD_BYTES;
  const timer = setTimeout(() => req.destroy(), DISCARD_MS);
  req.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) req.destroy();
  });
  req.on('close', () => clearTimeout(timer));
  req.on('error', () => undefined);
  req.resume();
}
