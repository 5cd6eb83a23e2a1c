import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { withWorkContext } from '../platform/database/sqlite-client';
import { getEnv } from '../platform/env';
import { getLogger } from '../platform/logger';

export type HandleRequest = (req: IncomingMessage, res: ServerResponse, pathname: string) => void;

/** What answers without touching a transaction, and says `X-Request-Id` itself. */
export interface ReadingSide {
  matches(pathname: string): boolean;
  handle(req: IncomingMessage, res: ServerResponse): void;
}

/** A sentence for the person at the terminal instead of a stack. */
export class StartError extends Error {
  readonly isStartError = true;
}

const REQUEST_ID = /^[\w.-]{8,64}$/;

function pathnameOf(req: IncomingMessage): string {
  const url = req.url ?? '/';
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}

/**
 * The HTTP server of a process: request ids, an access log line, and each request its own work. What
 * `reading` takes has no work to keep apart, and a header set before the others costs Node's short
 * path of writing them: its ready answers are written in a few microseconds.
 */
export function createHttpServer(handle: HandleRequest, reading?: ReadingSide): Server {
  const logger = getLogger();
  const debug = logger.isLevelEnabled('debug');
  const server = createServer((req, res) => {
    const pathname = pathnameOf(req);
    const given = req.headers['x-request-id'];
    const id = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    req.headers['x-request-id'] = id;
    if (debug) {
      const start = performance.now();
      res.once('finish', () => {
        // No query and no address: a log must not say who looked for what.
        logger.debug(
          {
            id,
            method: req.method,
            path: pathname,
            status: res.statusCode,
            ms: Math.round(performance.now() - start),
          },
          'request',
        );
      });
    }
    if (reading?.matches(pathname)) {
      reading.handle(req, res);
      return;
    }
    res.setHeader('X-Request-Id', id);
    withWorkContext(() => {
      handle(req, res, pathname);
    });
  });
  // A large upload takes longer than Node's 300 s; intake has its own limit for silent clients.
  server.requestTimeout = 0;
  // Longer than a proxy keeps a quiet connection (nginx: 60 s): who closes second loses no request.
  server.keepAliveTimeout = 65_000;
  return server;
}

/** Opens the port. Throws {@link StartError} when it is taken or not allowed. */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        reject(
          new StartError(
            `Port ${String(port)} is taken by another program. Stop it, or choose another: PORT=${String(port + 1)} npm start`,
          ),
        );
      } else if (error.code === 'EACCES') {
        reject(
          new StartError(
            `Port ${String(port)} may not be opened by this user. Choose one above 1024: PORT=3000 npm start`,
          ),
        );
      } else {
        reject(error);
      }
    });
    server.listen(port, resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

const GRACE_MS = 15_000;

/** On SIGTERM or SIGINT: no new connections, requests under way finish, then the parts are closed. */
export function onShutdown(server: Server, close: () => Promise<void>): void {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    getLogger().info({ signal }, 'stopping');
    const hard = setTimeout(() => {
      server.closeAllConnections();
    }, GRACE_MS);
    server.close(() => {
      clearTimeout(hard);
      close()
        .then(() => process.exit(0))
        .catch((error: unknown) => {
          getLogger().error({ err: error }, 'stopping failed');
          process.exit(1);
        });
    });
    server.closeIdleConnections();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** For the log, and on a machine that tries it out for the person before the terminal too. */
export function announceReady(port: number): void {
  const { publicUrl, role, production, dataDir } = getEnv();
  getLogger().info({ port, role, publicUrl }, 'ready');
  if (production || role !== 'all') return;
  const signIns = path.join(dataDir, 'first-sign-in.txt');
  const lines = [
    'Kho Học Liệu is ready. Stop it with Ctrl+C.',
    `  public page   ${publicUrl}`,
    `  API           ${publicUrl}/v1/docs`,
    `  staff         ${publicUrl}/admin`,
    ...(existsSync(signIns) ? [`  sign-ins      ${signIns}`] : []),
  ];
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}
