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

export function hasBody({ headers }: IncomingMessage): boolean {
  const { 'content-length': length = '0', 'transfer-encoding': coding } = headers;
  return coding !== undefined || length !== '0';
}

/** The header that names the request in the log, to be written with the others. */
export function requestIdLine({ headers }: IncomingMessage): string[] {
  const id = headers['x-request-id'];
  return typeof id === 'string' ? ['x-request-id', id] : [];
}
