import { createApi } from '../delivery/api';
import { describeApi } from '../delivery/openapi';

/** The document as committed: for a server on this machine, in English. */
export function printOpenApi(): Promise<number> {
  const document = describeApi(createApi(), { publicUrl: 'http://localhost:3000', lang: 'en' });
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  return Promise.resolve(0);
}
