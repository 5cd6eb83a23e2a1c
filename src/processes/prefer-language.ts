import type { IncomingMessage } from 'node:http';

const CHOSEN = /(?:^|;\s*)payload-lng=(vi|en)/;

/**
 * The language a person chose in the screens, Vietnamese before that: the language of a browser says
 * little about who sits before it. A program without cookies keeps its `Accept-Language`.
 */
export function preferLanguage(req: IncomingMessage, pathname: string): void {
  const { cookie } = req.headers;
  if (cookie === undefined && !pathname.startsWith('/admin')) return;
  req.headers['accept-language'] = CHOSEN.exec(cookie ?? '')?.[1] ?? 'vi';
}
