import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../src/delivery/schemas/answers';
import { materialSchema } from '../../src/delivery/schemas/material';
import type { Snapshot } from '../../src/publishing/read/snapshot';
import { makeSnapshot } from './make-snapshot';
import { startSite, type Site } from './site';

let site: Site;
let s: Snapshot;
beforeAll(async () => {
  site = await startSite();
  s = await site.publish(makeSnapshot({ abstract: { vi: 'Dài. '.repeat(500) } }));
});
afterAll(async () => {
  await site.close();
});
interface List {
  items: { identifier: string }[];
}
const item = () => `/v1/materials/${s.identifier}`;

describe('caching', () => {
  it('tags every format, language and encoding by itself, and answers 304 on any match', async () => {
    const tags = new Set<string>();
    for (const headers of [
      {},
      { accept: 'application/ld+json' },
      { accept: 'application/xml' },
      { 'accept-encoding': 'br' },
      { 'accept-encoding': 'gzip' },
    ] as Record<string, string>[]) {
      for (const lang of ['vi', 'en']) {
        const first = await site.ask(`${item()}?lang=${lang}`, headers);
        const etag = first.headers.etag ?? '';
        expect(etag).toMatch(/^"[\w-]+"$/);
        tags.add(etag);
        const again = await site.ask(`${item()}?lang=${lang}`, {
          ...headers,
          'if-none-match': `"x", W/${etag}`,
        });
        expect(again.status).toBe(304);
        expect(again.body).toHaveLength(0);
        expect(again.headers.etag).toBe(etag);
        expect(again.headers['cache-control']).toBe(first.headers['cache-control']);
        expect(again.headers.vary).toBe('Authorization, Accept, Accept-Encoding');
      }
    }
    expect(tags.size).toBe(10);
  });

  it('makes an item anew when it changes, and not when another one does', async () => {
    const computed = async () =>
      Number(
        /kho_delivery_seconds_count\{route="getMaterial"\} (\d+)/.exec(
          (await site.ask('/metrics')).text,
        )?.[1] ?? 0,
      );
    const mine = await site.publish(makeSnapshot());
    const address = `/v1/materials/${mine.identifier}`;
    const first = await site.ask(address);
    const made = await computed();
    const other = await site.publish(makeSnapshot());
    const again = await site.ask(address);
    expect([again.headers.etag, await computed()]).toEqual([first.headers.etag, made]);
    const listed = JSON.parse((await site.ask('/v1/materials')).text) as List;
    expect(listed.items[0]?.identifier).toBe(other.identifier);

    await site.publish({ ...mine, revision: 2, title: { vi: 'Tên mới' } });
    expect((await site.ask(address)).text).toContain('Tên mới');
    expect(await computed()).toBe(made + 1);
    await site.withdraw(mine.identifier, 'takedown');
    expect((await site.ask(address)).status).toBe(410);
  });

  it('compresses to what it would have said', async () => {
    const plain = await site.ask(item());
    const br = await site.ask(item(), { 'accept-encoding': 'gzip, br' });
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
    const gzip = await site.ask(item(), { 'accept-encoding': 'gzip' });
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(Number(br.headers['content-length'])).toBe(br.body.length);
  });

  it('lets shared caches hold metadata for 30 seconds and no longer', async () => {
    for (const address of [
      item(),
      '/v1/materials',
      '/v1/search?q=tay',
      '/v1/changes',
      '/v1/licences',
    ]) {
      const { headers } = await site.ask(address);
      expect(headers['cache-control']).toMatch(/public.*s-maxage=30, stale-while-revalidate=30$/);
    }
    const { headers } = await site.ask(item());
    expect(headers['last-modified']).toBe('Wed, 01 Apr 2026 02:15:00 GMT');
    expect((await site.ask('/v1/materials')).headers['last-modified']).toBeDefined();
    const since = { 'if-modified-since': 'Wed, 01 Apr 2026 02:15:00 GMT' };
    expect((await site.ask(item(), since)).status).toBe(304);
    expect((await site.ask('/v1/materials/hl-zzzzzzzzzz')).headers['cache-control']).toBe(
      'no-store',
    );
  });

  it('names what a cache in front forgets an answer by', async () => {
    const own = await site.publish(makeSnapshot());
    const { identifier } = own;
    const keyOf = async (address: string) =>
      (await site.ask(address, { accept: '*/*' })).headers['surrogate-key'];
    const about = [`/v1/materials/${identifier}`, `/hoc-lieu/${identifier}`];
    for (const address of about) expect(await keyOf(address), address).toBe(identifier);
    for (const address of ['/v1/materials', '/v1/search?q=tay', '/']) {
      expect(await keyOf(address), address).toBe('materials');
    }
    expect(await keyOf('/v1/materials/hl-zzzzzzzzzz')).toBeUndefined();
    await site.withdraw(identifier);
    for (const address of about) expect(await keyOf(address), address).toBe(identifier);
  });

  it('forgets ready answers the moment something is published or withdrawn', async () => {
    const other = await site.publish(makeSnapshot());
    const address = `/v1/materials/${other.identifier}`;
    const before = await site.ask(address);
    expect((await site.ask(address)).headers.etag).toBe(before.headers.etag);
    const changed = { ...other, revision: 2, title: { vi: 'Tên mới' } };
    await site.publish(changed);
    expect((await site.read(address, materialSchema)).title).toBe('Tên mới');
    await site.withdraw(other.identifier);
    expect((await site.ask(address, { 'if-none-match': before.headers.etag ?? '' })).status).toBe(
      410,
    );
  });
});

describe('methods', () => {
  it('answers HEAD as GET without its body', async () => {
    for (const address of [
      item(),
      '/',
      '/v1/materials',
      '/v1/materials/hl-zzzzzzzzzz',
      '/healthz',
    ]) {
      const get = await site.ask(address);
      const head = await site.ask(address, {}, 'HEAD');
      expect(head.status).toBe(get.status);
      expect(head.body).toHaveLength(0);
      expect(head.headers['content-length']).toBe(get.headers['content-length']);
      expect(head.headers.etag).toBe(get.headers.etag);
    }
  });

  it('answers OPTIONS for any origin', async () => {
    const reply = await site.ask('/v1/search', { origin: 'https://cong.example' }, 'OPTIONS');
    expect(reply.status).toBe(204);
    expect(reply.headers.allow).toBe('GET, HEAD, OPTIONS');
    expect(reply.headers['access-control-allow-origin']).toBe('*');
    expect((await site.ask('/v1/nowhere', {}, 'OPTIONS')).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    'refuses %s where something can be read',
    async (method) => {
      const reply = await site.ask(item(), {}, method);
      expect(reply.status).toBe(405);
      expect(reply.headers.allow).toBe('GET, HEAD, OPTIONS');
      const { code, detail } = problemSchema.parse(JSON.parse(reply.text));
      expect([code, detail]).toEqual([
        'method_not_allowed',
        'Địa chỉ này chỉ nhận GET, HEAD, OPTIONS.',
      ]);
      expect((await site.ask('/v1/nowhere', {}, method)).status).toBe(404);
    },
  );
});

describe('an address that is none', () => {
  it.each(['/v1/material', '/v1/search/', '/v1/terms'])(
    '%s leads to the list of them',
    async (one) => {
      const reply = await site.ask(one);
      const { code, errors } = problemSchema.parse(JSON.parse(reply.text));
      expect([code, errors[0]?.field]).toEqual(['not_found', 'path']);
      expect(errors[0]?.remedy).toContain('/v1/docs');
    },
  );

  it('of a vocabulary names those that there are', async () => {
    const { errors } = problemSchema.parse(JSON.parse((await site.ask('/v1/terms/foo')).text));
    expect(errors).toMatchObject([
      { field: 'scheme', remedy: expect.stringContaining('levels') as string },
    ]);
  });

  it('is the start of the interface, with a slash or without: it leads to its pages', async () => {
    for (const start of ['/v1', '/v1/']) {
      const { status, headers } = await site.ask(start);
      expect([status, headers.location]).toEqual([302, '/v1/docs']);
    }
  });
});

describe('headers of every answer', () => {
  it('open reads to every origin and let nothing run', async () => {
    for (const address of [item(), '/v1/nowhere', '/v1/materials?x=1', '/']) {
      const { headers } = await site.ask(address, { origin: 'https://cong.example' });
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['strict-transport-security']).toBeDefined();
      expect(headers['kho-keep']).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });
});

describe('the rate limit', () => {
  it('counts ready answers too, says when to come back, and spares the probes', async () => {
    const small = await startSite({ rateLimit: { perMinute: 5, loopback: true } });
    try {
      for (let n = 0; n < 5; n += 1) expect((await small.ask('/v1/licences')).status).toBe(200);
      const reply = await small.ask('/v1/licences?lang=en');
      expect(reply.status).toBe(429);
      expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
      expect(reply.headers.ratelimit).toMatch(/^"default";r=0;t=\d+$/);
      expect(reply.headers['ratelimit-policy']).toBe('"default";q=5;w=60');
      const { title, detail } = problemSchema.parse(JSON.parse(reply.text));
      expect(title).toBe('Too many requests');
      expect(detail).toContain('in 1 min');
      expect((await small.ask('/healthz')).status).toBe(200);
    } finally {
      await small.close();
    }
  });
});

describe('nasty requests', () => {
  const strings = [
    '%00',
    '%E0%A4%A',
    '%',
    '%ff%fe',
    "'%20OR%201=1--",
    '%22%3B',
    '%F0%9F%92%A9',
    '..%2f..%2fetc',
    'a'.repeat(3000),
    '%C3%28',
    '__proto__',
    'constructor',
    '{{7*7}}',
    '%0d%0aX-Evil:%201',
    '*',
    '"',
    'NEAR(',
    'a%20AND',
    '%E1%BA%A5%CC%81',
    '%E2%80%AE',
    '-',
    '()',
    '%5C',
  ];
  const places = [
    '/v1/materials/@',
    '/v1/materials/@/similar',
    '/v1/files/@',
    '/v1/files/@/text',
    '/v1/terms/@',
    '/v1/search?q=@',
    '/v1/search?subject=@',
    '/v1/search?@=1',
    '/v1/search?cursor=@',
    '/v1/suggest?q=@',
    '/v1/materials?subject=@',
    '/v1/materials?cursor=@',
    '/v1/materials?updatedSince=@',
    '/v1/materials?limit=@',
    '/v1/changes?since=@',
    '/v1/@',
    '/assets/@',
    '/?q=@',
    '/?subject=@',
    '/?cursor=@',
    '/v1/docs?@',
    '/v1/openapi.json?lang=@',
  ];
  it('never meet a 5xx nor a stack', async () => {
    for (const place of places) {
      for (const text of strings) {
        const address = place.replace('@', text.replace(/["\\ {}]/g, encodeURIComponent));
        const reply = await site.ask(address);
        expect(reply.status, address.slice(0, 90)).toBeLessThan(500);
        expect(reply.text).not.toMatch(/SQLITE|at .*\.ts:\d+|node_modules/);
        if (reply.status >= 400) {
          expect(reply.headers['content-type']).toContain('application/problem+json');
        }
        expect(reply.headers['x-evil']).toBeUndefined();
      }
    }
  });

  it('with a strange request line or no host are answered all the same', async () => {
    const raw = (head: string) =>
      new Promise<string>((resolve, reject) => {
        const socket = connect(site.port, '127.0.0.1', () =>
          socket.write(`${head}\r\nConnection: close\r\n\r\n`),
        );
        let text = '';
        socket.on('data', (chunk) => (text += chunk.toString()));
        socket.on('end', () => resolve(text));
        socket.on('error', reject);
      });
    expect(await raw(`GET http://evil.example${item()} HTTP/1.1\r\nHost: x`)).toMatch(
      /^HTTP\/1.1 404/,
    );
    expect(await raw(`GET ${item()} HTTP/1.0`)).toMatch(/^HTTP\/1.1 200/);
    expect(await raw(`GET ${item()} HTTP/1.1\r\nHost: a b@c/?`)).toMatch(/^HTTP\/1.1 (200|400)/);
    expect(await raw(`GET /v1/materials/\\ HTTP/1.1\r\nHost: x`)).toMatch(
      /^HTTP\/1.1 400[^]*application\/problem\+json[^]*"code":"bad_request"/,
    );
    expect(await raw(`GET //evil.example/v1/materials HTTP/1.1\r\nHost: x`)).toMatch(
      /^HTTP\/1.1 404/,
    );
    expect(
      await raw(`POST /v1/search HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello`),
    ).toMatch(/^HTTP\/1.1 405/);
  });
});
