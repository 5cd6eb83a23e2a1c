import { options } from './.dependency-cruiser.mjs';

/**
 * Over what really runs (types erased), however far away: a delivery process loads neither the CMS
 * nor Next nor React.
 */
export default {
  forbidden: [
    {
      name: 'delivery-never-reaches-the-cms',
      severity: 'error',
      from: {
        path: '^src/(delivery/|publishing/read/|processes/delivery\\.ts$)',
        pathNot: '\\.spec\\.ts$',
      },
      to: {
        path: '^node_modules/(payload|@payloadcms|next|react|react-dom)/',
        reachable: true,
      },
    },
  ],
  options: { ...options, tsPreCompilationDeps: false },
};
