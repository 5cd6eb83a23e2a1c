import type { IncomingMessage } from 'node:http';
import type { Lang } from '../../i18n/translate';

export function pathOf({ url = '/' }: IncomingMessage): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}

/** For what is said before the parameters are read: `?lang=en`, else Vietnamese. */
export function langOf({ url = '/' }: IncomingMessage): Lang {
  const start = url.indexOf('?');
  return start !== -1 && new URLSearchParams(url.slice(start)).get('lang') === 'en' ? 'en' : 'vi';
}

/** Where people come; the rest is for programs. */
const FOR_PROGRAMS = /^\/(v1|assets)(\/|$)/;

/** Whether a person's browser asks for a page, which an error then is too. */
export function asksForPage(req: IncomingMessage): boolean {
  const { method = 'GET', headers } = req;
  const reading = method === 'GET' || method === 'HEAD';
  return reading && !FOR_PROGRAMS.test(pathOf(req)) && /\btext\/html\b/.test(headers.accept ?? '');
}

export function hasBody({ headers }: IncomingMessage): boolean {
  const { 'content-length': length = '0', 'transfer-encoding': coding } = headers;
  return coding !== undefined || length !== '0';
}

/** The header that names the request in the log, to be written with the others. */
export function requestIdLine({ headers }: IncomingMessage): string[] {
  const id = headers['x-request-id'];
  return typeof id === 'string' ? ['x-request-id', id] : [];
}
