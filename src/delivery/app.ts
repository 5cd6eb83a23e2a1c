import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Logger } from 'pino';
import { AppError, asAppError, logLevel } from '../platform/errors';
import type { Part } from '../platform/health/tried';
import type { Storage } from '../platform/storage/port';
import type { Inbox } from '../platform/inbox/inbox';
import type { PortalKey, ReadStore } from '../publishing/read/store';
import type { SearchReader } from '../search/port';
import { createApi } from './api';
import type { DeliveryContext } from './context';
import { KEEP_HEADER, readKeep } from './endpoint';
import { mayReadMetrics } from './health/may-read-metrics';
import { createMetrics } from './health/metrics';
import { readReadiness } from './health/readiness';
import { encodingFor, formatFor } from './http/accept';
import { COMMON_HEADERS, makeAnswer, sendAnswer, type Answer } from './http/answer';
import { clientAddress, isLoopback } from './http/client-address';
import { createKnownAnswers } from './http/known';
import { createNoticeLimit } from './http/notice-limit';
import { keyInvalid, portalOf, shownKey } from './http/portal-key';
import { createRateLimiter } from './http/rate-limit';
import { forPortal, varyByKey } from './http/private-answer';
import { asksForPage, hasBody, langOf, pathOf, requestIdLine } from './http/request';
import { missingPage } from './pages/missing';
import { createPortalUse } from './portal-use';
import { toProblem } from './problem';

export interface Delivery {
  /** Whether the address is one of ours. */
  matches(pathname: string): boolean;
  handle(req: IncomingMessage, res: ServerResponse): void;
  /** For a process that serves nothing else: a 404 like ours. */
  notFound(req: IncomingMessage, res: ServerResponse): void;
  close(): Promise<void>;
}

export interface RateLimit {
  perMinute: number;
  /** Whether clients on this very machine are limited too. */
  loopback?: boolean;
}

export interface DeliveryInput {
  store: ReadStore;
  search: SearchReader;
  storage: Storage;
  /** Where what the public writes goes. */
  inbox: Inbox;
  publicUrl: string;
  logger: Logger;
  /** Proxies in front, whose X-Forwarded-For is believed. */
  trustProxy: number;
  /** Default: 600 a minute and address, loopback free. */
  rateLimit?: RateLimit | false;
  /** Notices of infringement an hour from one address; loopback too. Default: 10. */
  noticesPerHour?: number;
  /** Unset: /metrics answers on loopback alone. */
  metricsToken?: string | undefined;
  /** When the worker of this process ended its last round; absent where it is elsewhere. */
  workerAliveAt?: (() => number | undefined) | undefined;
  /** Further parts of /readyz. */
  health?: () => Promise<Record<string, Part>>;
  /** Memory for ready answers. */
  knownBytes?: number;
}

const OWN = new Set(['/', '/v1', '/bao-vi-pham', '/healthz', '/readyz', '/metrics']);
const PREFIXES = ['/v1/', '/hoc-lieu/', '/assets/', '/bao-vi-pham/'];
const UNLIMITED = new Set(['/healthz', '/readyz', '/metrics']);
const READ_METHODS = ['GET', 'HEAD'];
const USUAL_LIMIT: RateLimit = { perMinute: 600 };
/** Who shows a key of their own may ask ten times as often. */
const PORTAL_TIMES = 10;
const NOTICES_PER_HOUR = 10;
const YEAR = 31_536_000;

function notAllowed(methods: string[]): AppError {
  const allow = [...methods, 'OPTIONS'].join(', ');
  return new AppError('method_not_allowed', { params: { allow }, extra: { headers: { allow } } });
}

/**
 * The public side: plain node:http in front, so that a ready answer never reaches the router; Hono
 * behind it for what has to be computed.
 */
export function createDelivery(input: DeliveryInput): Delivery {
  const { store, search, storage, publicUrl, logger, trustProxy } = input;
  const api = createApi();
  const known = createKnownAnswers({
    maxBytes: input.knownBytes ?? 16 * 1024 * 1024,
    generation: store.generation,
  });
  store.onChange(known.changed);
  const readiness = () =>
    readReadiness({
      store,
      search,
      storage,
      ...(input.workerAliveAt ? { workerAliveAt: input.workerAliveAt } : {}),
      ...(input.health ? { more: input.health } : {}),
    });
  const metrics = createMetrics({
    generation: store.generation,
    knownBytes: known.bytes,
    readiness,
    lastSweep: store.lastSweep,
  });
  const limit = input.rateLimit ?? USUAL_LIMIT;
  const limiter = limit ? createRateLimiter(limit.perMinute) : undefined;
  const portalLimiter = limit ? createRateLimiter(limit.perMinute * PORTAL_TIMES) : undefined;
  /** Whose key a request showed. */
  const portals = new WeakMap<IncomingMessage, PortalKey>();
  const noteUse = createPortalUse({ inbox: input.inbox, logger });
  const everywhere: Record<string, string> = {
    ...(publicUrl.startsWith('https:')
      ? { 'strict-transport-security': `max-age=${String(YEAR)}` }
      : {}),
    ...(limiter ? { 'ratelimit-policy': limiter.policy } : {}),
  };
  const everywhereByKey: Record<string, string> = {
    ...everywhere,
    ...(portalLimiter ? { 'ratelimit-policy': portalLimiter.policy } : {}),
  };
  const context: DeliveryContext = {
    everywhere,
    store,
    search,
    storage,
    inbox: input.inbox,
    publicUrl,
    logger,
    metrics,
    readiness,
    notices: createNoticeLimit(input.noticesPerHour ?? NOTICES_PER_HOUR),
    addressOf: (req) => clientAddress(req, trustProxy),
    portal: undefined,
  };
  const keyOf = (req: IncomingMessage): string =>
    `${formatFor(req.headers.accept) ?? '-'} ${encodingFor(req.headers['accept-encoding'])} ${req.url ?? '/'}`;

  /** What an answer says of who may keep it: nobody else's cache what a key has opened. */
  function kept(req: IncomingMessage, status: number, own: Record<string, string>) {
    const varied = varyByKey(pathOf(req), own);
    if (!portals.has(req)) return { ...everywhere, ...varied };
    return forPortal(status, { ...everywhereByKey, ...varied });
  }

  async function completed(req: IncomingMessage, response: Response): Promise<Answer> {
    return await makeAnswer({
      status: response.status,
      headers: kept(req, response.status, Object.fromEntries(response.headers)),
      body: Buffer.from(await response.arrayBuffer()),
      encoding: encodingFor(req.headers['accept-encoding']),
    });
  }

  async function problemAnswer(req: IncomingMessage, thrown: unknown): Promise<Answer> {
    const error = asAppError(thrown);
    const level = logLevel(error);
    const cause = error.cause ?? error;
    // Where what was sent is at fault, the place in the program where it was noticed says nothing.
    if (level === 'info') logger.info({ code: error.code }, 'delivery');
    else if (level !== 'debug') logger[level]({ err: cause, code: error.code }, 'delivery');
    if (error.code === 'not_found' && asksForPage(req)) {
      return await completed(req, missingPage(pathOf(req), langOf(req)));
    }
    const { status, headers, body } = toProblem(error, langOf(req));
    return await makeAnswer({
      status,
      headers: kept(req, status, headers),
      body: Buffer.from(JSON.stringify(body)),
      encoding: encodingFor(req.headers['accept-encoding']),
    });
  }

  function send(req: IncomingMessage, res: ServerResponse, answer: Answer, ready: boolean): void {
    if (res.headersSent || res.destroyed) {
      res.destroy();
      return;
    }
    // A body nobody asked for is not read to its end.
    if (hasBody(req)) res.setHeader('connection', 'close');
    metrics.sent(sendAnswer(req, res, answer), ready);
  }

  function refuse(req: IncomingMessage, res: ServerResponse, error: unknown): void {
    problemAnswer(req, error)
      .then((answer) => {
        send(req, res, answer, false);
      })
      .catch((failure: unknown) => {
        logger.error({ err: failure }, 'delivery could not answer');
        res.destroy();
      });
  }

  /**
   * A change of one publication leaves the answers of all others as they are: of such an answer only
   * the tag of its publication is read again.
   */
  async function stillTrue(key: string, generation: number): Promise<Answer | undefined> {
    const old = known.unsure(key);
    if (!old) return undefined;
    const { answer, madeOf } = old;
    if ((await store.etagOf(madeOf.identifier)) !== madeOf.etag) return undefined;
    known.put(key, answer, { generation, madeOf });
    return answer;
  }

  /** Computes an answer and, where its route says so, keeps it ready. */
  async function compute(
    request: Request,
    req: IncomingMessage,
    res: ServerResponse,
  ): Promise<void> {
    const generation = store.generation();
    // Hono drops the body of a HEAD before it can be measured and tagged.
    const asked =
      request.method === 'HEAD' ? new Request(request.url, { headers: request.headers }) : request;
    const portal = portals.get(req);
    const same = portal ? undefined : await stillTrue(keyOf(req), generation);
    if (same) {
      send(req, res, same, true);
      return;
    }
    const own = portal
      ? { ...context, everywhere: everywhereByKey, store: store.forPortal(portal), portal }
      : context;
    const response = await api.fetch(asked, { incoming: req, outgoing: res, context: own });
    if (response === RESPONSE_ALREADY_SENT || res.headersSent) return;
    const keep = response.headers.get(KEEP_HEADER);
    response.headers.delete(KEEP_HEADER);
    const answer = await completed(req, response);
    if (keep !== null && !portal) {
      known.put(keyOf(req), answer, { generation, ...readKeep(keep) });
    }
    send(req, res, answer, false);
  }

  const listener = getRequestListener(
    async (request, env) => {
      const req = env.incoming as IncomingMessage;
      const res = env.outgoing as ServerResponse;
      await compute(request, req, res).catch((error: unknown) => {
        refuse(req, res, error);
      });
      return RESPONSE_ALREADY_SENT;
    },
    {
      // Next runs in the same process: its Request and Response stay the platform's own.
      overrideGlobalObjects: false,
      hostname: 'localhost',
      // What is no request to Hono (a backslash in the path) would be answered without a word.
      errorHandler: (error) => {
        throw error;
      },
    },
  );
  const toRouter = (req: IncomingMessage, res: ServerResponse): void => {
    listener(req, res).catch((cause: unknown) => {
      refuse(req, res, new AppError('bad_request', {}, cause));
    });
  };

  function route(req: IncomingMessage, res: ServerResponse, pathname: string): void {
    const { method = 'GET' } = req;
    const reading = READ_METHODS.includes(method);
    const ready = reading && !portals.has(req) ? known.get(keyOf(req)) : undefined;
    if (ready) {
      send(req, res, ready, true);
      return;
    }
    const [name, id] = requestIdLine(req);
    if (name && id) res.setHeader(name, id);
    if (reading && pathname === '/metrics') {
      void sendMetrics(req, res);
      return;
    }
    const methods = methodsOf(pathname);
    // A request line with a whole address, as sent to a proxy, is none of ours.
    if (!req.url?.startsWith('/')) refuse(req, res, new AppError('bad_request'));
    else if (methods.includes(method) || (reading && methods.length === 0)) toRouter(req, res);
    else if (methods.length === 0) refuse(req, res, new AppError('not_found'));
    else if (method === 'OPTIONS') preflight(req, res, methods);
    else refuse(req, res, notAllowed(methods));
  }

  function methodsOf(pathname: string): string[] {
    const has = (method: string) => api.router.match(method, pathname)[0].length > 0;
    return [
      ...(pathname === '/metrics' || has('GET') ? READ_METHODS : []),
      ...(has('POST') ? ['POST'] : []),
    ];
  }

  /** Other origins may read without a key, and no more. */
  function preflight(req: IncomingMessage, res: ServerResponse, methods: string[]): void {
    if (hasBody(req)) res.setHeader('connection', 'close');
    const reads = [...methods.filter((method) => READ_METHODS.includes(method)), 'OPTIONS'];
    res.writeHead(204, {
      ...COMMON_HEADERS,
      ...everywhere,
      allow: [...methods, 'OPTIONS'].join(', '),
      'access-control-allow-methods': reads.join(', '),
      'access-control-allow-headers': 'Accept, If-Modified-Since, If-None-Match, If-Range, Range',
      'access-control-max-age': '86400',
    });
    res.end();
  }

  async function sendMetrics(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (!mayReadMetrics(req, input.metricsToken)) {
      refuse(req, res, new AppError('forbidden'));
      return;
    }
    res.writeHead(200, {
      ...COMMON_HEADERS,
      ...everywhere,
      'content-type': metrics.contentType,
      'cache-control': 'no-store',
    });
    res.end(await metrics.text());
  }

  /** Counts the request where limits hold. */
  function counted(req: IncomingMessage, pathname: string): Promise<number> | undefined {
    if (!limiter || UNLIMITED.has(pathname)) return undefined;
    const address = clientAddress(req, trustProxy);
    if (limit && !limit.loopback && isLoopback(address)) return undefined;
    return limiter.take(address);
  }

  /** True when the client has to wait; it has been told so. */
  function isRefused(req: IncomingMessage, res: ServerResponse, wait: number): boolean {
    if (wait === 0) return false;
    const headers = { 'retry-after': String(wait), ratelimit: `"default";r=0;t=${String(wait)}` };
    const params = { minutes: Math.ceil(wait / 60) };
    refuse(req, res, new AppError('rate_limited', { params, extra: { headers } }));
    return true;
  }

  /** A key is looked up before anything else: wrong, it opens not even what is open. */
  async function handleKeyed(
    req: IncomingMessage,
    res: ServerResponse,
    { pathname, key }: { pathname: string; key: string },
  ): Promise<void> {
    await store.settling();
    const portal = await portalOf(store, key);
    if (!portal) {
      const wait = (await counted(req, pathname)) ?? 0;
      if (!isRefused(req, res, wait)) refuse(req, res, keyInvalid());
      return;
    }
    portals.set(req, portal);
    if (isRefused(req, res, (await portalLimiter?.take(portal.id)) ?? 0)) return;
    noteUse(portal.id);
    route(req, res, pathname);
  }

  function handle(req: IncomingMessage, res: ServerResponse): void {
    const pathname = pathOf(req);
    const key = shownKey(req, pathname);
    if (key !== undefined) {
      handleKeyed(req, res, { pathname, key }).catch((error: unknown) => {
        refuse(req, res, error);
      });
      return;
    }
    const count = counted(req, pathname);
    if (!count) {
      settleAndRoute(req, res, pathname);
      return;
    }
    count
      .then((wait) => {
        if (!isRefused(req, res, wait)) settleAndRoute(req, res, pathname);
      })
      .catch((error: unknown) => {
        refuse(req, res, error);
      });
  }

  function settleAndRoute(req: IncomingMessage, res: ServerResponse, pathname: string): void {
    // Whether the process lives must be known even while the database does not answer.
    const settling = UNLIMITED.has(pathname) ? undefined : store.settling();
    if (!settling) {
      route(req, res, pathname);
      return;
    }
    void settling.then(() => {
      route(req, res, pathname);
    });
  }

  return {
    matches: (pathname) =>
      OWN.has(pathname) || PREFIXES.some((prefix) => pathname.startsWith(prefix)),
    handle,
    notFound(req, res) {
      refuse(req, res, new AppError('not_found'));
    },
    close() {
      known.drop();
      return Promise.resolve();
    },
  };
}
