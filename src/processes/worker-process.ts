import { getEnv } from '../platform/env';
import { createHttpServer, announceReady, listen, onShutdown, StartError } from './serve';
import { startWorkerThread } from './worker-thread';

const STALE_MS = 60_000;

/** `ROLE=worker`: the worker alone, with a liveness address for whoever watches over it. */
export async function runWorkerProcess(): Promise<void> {
  const { database, port } = getEnv();
  if (database.kind === 'sqlite') {
    throw new StartError(
      'On a file: database the worker runs inside the one writing process. Use ROLE=all (and any number of ROLE=delivery).',
    );
  }
  const worker = startWorkerThread();
  const server = createHttpServer((_req, res, pathname) => {
    const last = worker.lastRound();
    const alive = last !== undefined && Date.now() - last < STALE_MS;
    const known = pathname === '/healthz' || pathname === '/readyz';
    res.writeHead(known ? (alive ? 200 : 503) : 404, { 'Content-Type': 'application/json' });
    res.end(JSON.stringify({ status: known ? (alive ? 'ok' : 'out') : 'not_found' }));
  });
  onShutdown(server, () => worker.stop());
  announceReady(await listen(server, port));
}
