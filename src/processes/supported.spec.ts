import { describe, expect, it } from 'vitest';
import { loadEnv } from '../platform/env';
import { requireSupported } from './supported';

const asked = (role: string, keys: Record<string, string> = {}) =>
  requireSupported(
    loadEnv({
      ROLE: role,
      DATABASE_URL: 'mongodb://db/kho?replicaSet=rs0',
      PUBLIC_URL: 'http://localhost:3000',
      PAYLOAD_SECRET: 'a-secret-for-tests-that-is-long-enough',
      SEARCH_URL: 'http://127.0.0.1:1',
      ...keys,
    }),
  );

describe('what a role needs of the settings', () => {
  it.each(['all', 'delivery', 'admin'])(
    'the role %s searches: without the key for it nothing starts',
    async (role) => {
      const others = { MEILI_MASTER_KEY: 'write' };
      await expect(asked(role, others)).rejects.toThrow(/MEILI_SEARCH_KEY/);
    },
  );

  it('takes the key that may only search for the staff side, whose writing is the worker’s', async () => {
    await expect(asked('admin', { MEILI_SEARCH_KEY: 'read' })).resolves.toBeUndefined();
    await expect(asked('worker', { MEILI_SEARCH_KEY: 'read' })).rejects.toThrow(/MEILI_MASTER_KEY/);
  });
});
