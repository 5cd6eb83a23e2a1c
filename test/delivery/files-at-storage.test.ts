import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStorage } from '../../src/platform/storage/storage';
import type { SignedAddress } from '../../src/platform/storage/port';
import { makeFile, makeSnapshot } from './make-snapshot';
import { startSite, type Site } from './site';

/** A disk that can be asked for signed addresses as a bucket can. */
const signed: (SignedAddress & { key: string })[] = [];
const storage = {
  ...createStorage({ kind: 'disk', folder: '/nonexistent' }),
  signedAddress: (key: string, fixed: SignedAddress) => {
    signed.push({ key, ...fixed });
    return Promise.resolve(`https://bucket.example.vn/${key}?signature=x`);
  },
};

let site: Site;
beforeAll(async () => {
  site = await startSite({ storage });
});
afterAll(() => site.close());

describe('a file in a bucket that readers reach', () => {
  it('is found under a signed address that fixes its type and name and holds a minute', async () => {
    const file = makeFile({});
    await site.publish(makeSnapshot({ files: [file] }), { index: false });
    const reply = await site.ask(`/v1/files/${file.id}`);
    expect(reply.status).toBe(302);
    expect(reply.headers.location).toBe(`https://bucket.example.vn/${file.storageKey}?signature=x`);
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.headers['access-control-allow-origin']).toBe('*');
    expect(signed.at(-1)).toEqual({
      key: file.storageKey,
      mediaType: 'application/pdf',
      disposition: expect.stringMatching(/^inline; filename=/) as string,
      seconds: 60,
    });
  });

  it('is not signed for a file that is only to be looked at, nor after a withdrawal', async () => {
    const before = signed.length;
    const viewing = makeFile({});
    await site.publish(makeSnapshot({ files: [viewing], download: false }), { index: false });
    expect((await site.ask(`/v1/files/${viewing.id}`)).status).toBe(403);
    const file = makeFile({});
    const { identifier } = await site.publish(makeSnapshot({ files: [file] }), { index: false });
    await site.withdraw(identifier);
    await site.noticed();
    expect((await site.ask(`/v1/files/${file.id}`)).status).toBe(410);
    expect(signed.length).toBe(before);
  });
});
