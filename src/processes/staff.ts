import next from 'next';
import { clientAddress } from '../delivery/http/client-address';
import { createIntake } from '../intake/http';
import { getEnv } from '../platform/env';
import { getLogger } from '../platform/logger';
import { projectRoot } from '../platform/project-root';
import { CLIENT_ADDRESS } from '../platform/sign-in/limits';
import { getStorage } from '../platform/storage/storage';
import { createDeliveryParts } from './delivery-parts';
import { intakeGuards } from './intake-guards';
import { preferLanguage } from './prefer-language';
import { preparePayload } from './prepare';
import { announceReady, createHttpServer, listen, onShutdown } from './serve';
import { screenHeaders, staffHeaders } from './staff-headers';
import { startWorkerThread } from './worker-thread';

/** What Next answers; any other address that nobody took does not exist. */
const STAFF_SCREENS = /^\/(admin|api|_next|__next\w*)(\/|$)/;

/** `ROLE=all` and `ROLE=admin`: the staff side, and in `all` the public side and the worker too. */
export async function runStaff(): Promise<void> {
  const env = getEnv();
  const { payload, lock } = await preparePayload();
  const worker = env.role === 'all' ? startWorkerThread() : undefined;
  const parts = await createDeliveryParts({ workerAliveAt: worker ? worker.lastRound : undefined });
  const intake = createIntake({
    payload,
    storage: getStorage(),
    guards: intakeGuards,
    env,
    logger: getLogger(),
  });
  const server = createHttpServer((req, res, pathname) => {
    if (intake.matches(pathname)) {
      staffHeaders(res, env);
      preferLanguage(req, pathname);
      void intake.handle(req, res);
    } else if (!STAFF_SCREENS.test(pathname)) {
      parts.delivery.notFound(req, res);
    } else {
      staffHeaders(res, env);
      if (!/^\/(api|_next)(\/|$)/.test(pathname)) screenHeaders(req, res, env);
      else delete req.headers['content-security-policy'];
      req.headers[CLIENT_ADDRESS] = clientAddress(req, env.trustProxy);
      preferLanguage(req, pathname);
      void handleByNext(req, res);
    }
  }, parts.delivery);
  const app = next({
    dev: env.development,
    dir: projectRoot(),
    hostname: 'localhost',
    port: env.port,
    httpServer: server,
  });
  await app.prepare();
  const handleByNext = app.getRequestHandler();
  onShutdown(server, async () => {
    await worker?.stop();
    await parts.close();
    await app.close();
    await payload.destroy();
    lock?.close();
  });
  announceReady(await listen(server, env.port));
}
