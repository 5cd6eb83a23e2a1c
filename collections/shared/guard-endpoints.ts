import type { Endpoint, PayloadHandler, PayloadRequest, SanitizedConfig } from 'payload';
import { AppError } from '../../src/platform/errors';
import { problemResponse } from './endpoint';
import { queryFaults } from './strict-query';

type Collection = SanitizedConfig['collections'][number];

/** `POST access/:id` tells what one may do; of what one may not see it would tell that it is there. */
async function requireVisible(req: PayloadRequest, slug: Collection['slug']): Promise<void> {
  const id = req.routeParams?.id;
  if (id === undefined) return;
  const where = { id: { equals: id } };
  const as = { overrideAccess: false, user: req.user, req, trash: true };
  const { totalDocs } = await req.payload.count({ collection: slug, where, ...as });
  if (totalDocs === 0) throw new AppError('not_found');
}

function guarded({ slug, versions }: Collection, { path, handler }: Endpoint): PayloadHandler {
  const ofVersions = path.startsWith('/versions') && !versions;
  const ofAccess = path.startsWith('/access/');
  return async (req) => {
    try {
      const errors = queryFaults(req, req.payload.config);
      if (errors.length > 0) throw new AppError('invalid_query', { errors });
      if (ofVersions && req.user) throw new AppError('not_found');
      if (ofAccess) await requireVisible(req, slug);
    } catch (error) {
      return problemResponse(req, error);
    }
    return await handler(req);
  };
}

/** Before each of Payload's own endpoints, its own collections' too: what they leave unasked. */
export function guardEndpoints(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    // `false` would be answered as a fault of the server: there is nothing here, that is all.
    collection.endpoints = (collection.endpoints || []).map((endpoint) => ({
      ...endpoint,
      handler: guarded(collection, endpoint),
    }));
  }
  return config;
}
