import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIntake, type IntakeServer } from './intake-server';

let server: IntakeServer;
let officer: TypedUser;

beforeAll(async () => {
  server = await startIntake(1024 ** 2);
  officer = await server.app.person('contributor', ['YT']);
});

afterAll(async () => {
  await server.close();
});

describe('the size limit of uploads', () => {
  const big = Buffer.alloc(3 * 1024 ** 2, 'a');

  it('stops an upload that declares more, before its bytes are taken', async () => {
    const response = await server.send(officer, '/intake/files', 'a.txt', big);
    expect(await response.json()).toMatchObject({ status: 413, code: 'too_large' });
  });

  it('stops an upload while its bytes come, and names the limit', async () => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(big.subarray(0, 1.5 * 1024 ** 2))]), 'a.txt');
    const response = await server.send(officer, '/intake/files', undefined, form);
    expect(await response.json()).toMatchObject({
      status: 413,
      code: 'too_large',
      errors: [{ field: 'file', message: 'Tệp vượt quá giới hạn 1 MB.' }],
    });
  });

  it('leaves nothing behind', async () => {
    expect(await server.leftovers()).toEqual([]);
    expect(await server.fileCount()).toBe(0);
  });
});
