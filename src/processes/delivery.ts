import { existsSync } from 'node:fs';
import { getEnv } from '../platform/env';
import { getStorage } from '../platform/storage/storage';
import { createDeliveryParts } from './delivery-parts';
import { announceReady, createHttpServer, listen, onShutdown, StartError } from './serve';

/** `ROLE=delivery`: the public API alone, as many of it as needed. */
export async function runDelivery(): Promise<void> {
  const { database, port } = getEnv();
  if (database.kind === 'sqlite' && !existsSync(database.file)) {
    throw new StartError(
      `There is no database at ${database.file} yet. Start the repository once with npm start (ROLE=all), then start delivery.`,
    );
  }
  // It only reads: any folder of files that was ever taken into use will do.
  getStorage().mark?.expect(null);
  const parts = await createDeliveryParts({});
  const server = createHttpServer(parts.delivery.notFound, parts.delivery);
  onShutdown(server, () => parts.close());
  announceReady(await listen(server, port));
}
