import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  departmentsSchema,
  licencesSchema,
  readySchema,
  termsSchema,
} from '../../src/delivery/schemas/answers';
import { makeFile, makeSnapshot } from './make-snapshot';
import { startSite, type Site } from './site';

/** What is sent there is shown in another test. */
const WRITTEN = new Set(['/v1/changes/ack', '/v1/takedowns']);

let site: Site;
beforeAll(async () => {
  site = await startSite();
  await site.publish(
    makeSnapshot({
      title: { vi: 'Bơi an toàn <script>alert(1)</script>', en: 'Safe swimming' },
      files: [makeFile({ name: 'bơi & lội.pdf' })],
    }),
  );
});
afterAll(async () => {
  await site.close();
});

describe('reference data', () => {
  it('has terms by the name of the scheme or of its filter', async () => {
    const many = await site.read('/v1/terms/subjects', termsSchema);
    const one = await site.read('/v1/terms/subject?lang=en', termsSchema);
    expect(many.scheme).toBe('subjects');
    expect(one.items).toHaveLength(many.items.length);
    expect(many.items.find(({ code }) => code === 'toan')).toMatchObject({
      label: 'Toán',
      broader: 'mon-hoc-pho-thong',
    });
    expect(one.items.find(({ code }) => code === 'toan')?.label).not.toBe('Toán');
    expect((await site.ask('/v1/terms/colours')).status).toBe(404);
  });

  it('has licences with what they permit, and departments', async () => {
    const licences = await site.read('/v1/licences', licencesSchema);
    expect(licences.items.find(({ code }) => code === 'CC-BY-SA-4.0')).toMatchObject({
      version: 1,
      permits: ['copy', 'share', 'adapt', 'commercial'],
      conditions: ['attribution', 'share_alike'],
    });
    const departments = await site.read('/v1/departments?lang=en', departmentsSchema);
    expect(departments.items.find(({ code }) => code === 'YT')).toMatchObject({
      kind: 'city_department',
      mergedInto: null,
    });
  });
});

describe('the front page', () => {
  it('greets in Vietnamese, in English when asked, with nothing from elsewhere', async () => {
    const vi = await site.ask('/');
    expect(vi.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(vi.text).toContain('<html lang="vi">');
    expect(vi.text).toContain('Đây là gì?');
    expect(vi.text).toContain('href="/v1/docs"');
    expect(vi.text).toContain('href="/admin"');
    expect(vi.text).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(vi.text).not.toMatch(/ style=|<style|onclick/);
    const en = await site.ask('/?lang=en');
    expect(en.text).toContain('<html lang="en">');
    expect(en.text).toContain('What is this?');
  });

  it('searches without JavaScript, in plain words, with links to pages and files', async () => {
    const page = await site.ask('/?q=boi+an+toan');
    expect(page.status).toBe(200);
    expect(page.text).toContain('<mark>');
    expect(page.text).toContain('Tờ rơi');
    expect(page.text).toContain('Sở Y tế');
    expect(page.text).toContain('Được sao chép và sửa, phải ghi công');
    expect(page.text).toMatch(/<h3><a href="\/hoc-lieu\/hl-\w+">/);
    expect(page.text).toMatch(/href="\/v1\/files\/\w+"/);
    expect(page.text).toContain('bơi &amp; lội.pdf');
    expect(page.text).not.toContain('<script>alert');
  });

  it('writes what was typed as text', async () => {
    const page = await site.ask(`/?q=${encodeURIComponent('"><img src=x>')}&subject=%22%3E%3Cb%3E`);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/<img src=x|: "><b>/);
    expect(page.text).toContain('Không tìm thấy học liệu nào.');
  });

  it('filters by what the rail offers', async () => {
    const page = await site.ask('/?q=&department=YT');
    expect(page.text).toMatch(/name="department" value="YT" checked/);
    expect(page.text).toContain('Đơn vị cung cấp: Sở Y tế');
  });
});

describe('the documentation', () => {
  it('shows every address with an example, from our own server alone', async () => {
    const { paths } = JSON.parse((await site.ask('/v1/openapi.json')).text) as { paths: object };
    const page = await site.ask('/v1/docs?lang=en');
    for (const path of Object.keys(paths)) expect(page.text).toContain(path);
    expect(page.text).toContain('curl &#39;https://hoclieu.example.vn/v1/search');
    expect(page.text).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.text).toContain('1 to 1000, default 100');
  });

  it('gives examples that answer on this very server', async () => {
    await site.storage.putBytes('sample.txt', Buffer.from('chữ'), 'text/plain');
    const file = makeFile({ textKey: 'sample.txt', thumbnailKey: 'sample.webp' });
    const { identifier } = await site.publish(makeSnapshot({ files: [file] }));
    const page = await site.ask('/v1/docs');
    const examples = [
      ...page.text.matchAll(/curl &#39;https:\/\/hoclieu\.example\.vn(\S+?)&#39;/g),
    ];
    expect(examples.map(([, path]) => path)).toContain(`/hoc-lieu/${identifier}`);
    for (const [, path = ''] of examples) {
      if (path.startsWith('/v1/files/') || path.includes('{') || WRITTEN.has(path)) continue;
      expect((await site.ask(path.replaceAll('&amp;', '&'))).status, path).toBe(200);
    }
  });

  it('and the document speak both languages and are whole', async () => {
    for (const lang of ['vi', 'en']) {
      const reply = await site.ask(`/v1/openapi.json?lang=${lang}`);
      expect(JSON.parse(reply.text)).toMatchObject({ openapi: '3.1.0' });
      expect(reply.text).not.toMatch(/delivery:|\/oai|feed\.atom/);
    }
  });

  it('has its files', async () => {
    const page = await site.ask('/');
    const [, css = ''] = /href="(\/assets\/portal\.css\?v=[\w-]+)"/.exec(page.text) ?? [];
    const styles = await site.ask(css);
    expect(styles.headers['content-type']).toBe('text/css; charset=utf-8');
    expect(styles.headers['cache-control']).toContain('immutable');
    const [font = ''] =
      /\/assets\/fonts\/[\w-]+vietnamese-400-normal\.woff2/.exec(styles.text) ?? [];
    const reply = await site.ask(font);
    expect(reply.status).toBe(200);
    expect(reply.body.subarray(0, 4).toString()).toBe('wOF2');
    for (const name of ['copy.js', 'icon.svg', 'check.svg']) {
      expect((await site.ask(`/assets/${name}`)).status).toBe(200);
    }
    for (const name of ['fonts/../../package.json', 'nothing.css', 'toString']) {
      expect((await site.ask(`/assets/${name}`)).status).toBe(404);
    }
  });
});

describe('health', () => {
  it('says what is there', async () => {
    expect(JSON.parse((await site.ask('/healthz')).text)).toEqual({ status: 'ok' });
    const ready = await site.read('/readyz', readySchema);
    // Nobody has looked at the days that rights keep: what has ended may still be public.
    expect(ready).toMatchObject({
      status: 'degraded',
      parts: { sweeps: { status: 'degraded', detail: 'never' } },
    });
    expect(Object.keys(ready.parts)).toEqual(['database', 'search', 'storage', 'sweeps']);
    const figures = (await site.ask('/metrics')).text;
    expect(figures).toContain('kho_sweep_last_success_timestamp_seconds 0');
  });

  it('is out without its database, and degraded when the worker stands still', async () => {
    const stuck = await startSite({ workerAliveAt: () => Date.now() - 120_000 });
    try {
      expect(await stuck.read('/readyz', readySchema)).toMatchObject({
        status: 'degraded',
        parts: { worker: { status: 'out' } },
      });
      await stuck.store.close();
      expect(await stuck.read('/readyz', readySchema, 503)).toMatchObject({
        status: 'out',
        parts: { database: { status: 'out' } },
      });
    } finally {
      await stuck.close();
    }
  });

  it('gives its figures to this machine, not to who comes through a proxy, or to a token', async () => {
    const own = await site.ask('/metrics');
    expect(own.text).toContain('kho_delivery_answers_total');
    for (const part of ['database', 'search', 'storage'])
      expect(own.text).toContain(`kho_part_up{part="${part}"} 1`);
    expect((await site.ask('/metrics', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(403);
    const guarded = await startSite({ metricsToken: 'a-long-token' });
    try {
      expect((await guarded.ask('/metrics')).status).toBe(403);
      const headers = { authorization: 'Bearer a-long-token' };
      expect((await guarded.ask('/metrics', headers)).status).toBe(200);
    } finally {
      await guarded.close();
    }
  });
});
