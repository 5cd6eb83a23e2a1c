import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, signedIn, type Site } from './browser';
import { startServer } from './server';

const OFFICER = 'tuan.le@hoclieu.example.vn';
const EDITOR = 'ha.do@hoclieu.example.vn';
const ADMINISTRATOR = 'quantri@hoclieu.example.vn';

let site: Site;
let identifier: string;
let fileId: string;
let evidenceId: string;
let ownFileId: string;
let token: string;

const ask = (address: string, init: RequestInit = {}) =>
  fetch(new URL(address, site.server.base), { redirect: 'manual', ...init });

beforeAll(async () => {
  site = { server: await startServer(), browser: await launchBrowser() };
  const list = (await (await ask('/v1/materials?limit=20')).json()) as {
    items: { identifier: string; files: { id: string }[] }[];
  };
  const [first] = list.items.filter(({ files }) => files.length > 0);
  [identifier, fileId] = [first?.identifier ?? '', first?.files[0]?.id ?? ''];
  const email = ADMINISTRATOR;
  const signIn = await ask('/api/users/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: site.server.passwordOf(email) }),
  });
  token = ((await signIn.json()) as { token: string }).token;
  const firstOf = async (slug: string) => {
    const found = await ask(`/api/${slug}?limit=1`, { headers: { authorization: `JWT ${token}` } });
    return ((await found.json()) as { docs: { id: string }[] }).docs[0]?.id ?? '';
  };
  [ownFileId, evidenceId] = [await firstOf('files'), await firstOf('evidence')];
});

afterAll(async () => {
  await site.browser.close();
  await site.server.stop();
});

interface Kind {
  /** Addresses, with the status each is to have. */
  addresses: () => [address: string, status: number, init?: RequestInit][];
  policy: RegExp;
  frames: string | null;
  referrer: string;
}

const signed = (): RequestInit => ({ headers: { authorization: `JWT ${token}` } });
const NOTHING = /^default-src 'none'; frame-ancestors 'none'/;
const PUBLIC_PAGE = /^default-src 'none'; .*script-src 'self';.*frame-ancestors 'none'$/;
const SCREEN = /script-src 'nonce-[\w+/=]{20,}' 'strict-dynamic'; .*frame-ancestors 'none'$/;

/** Every kind of address there is, errors and downloads among them. */
const KINDS: Record<string, Kind> = {
  'public pages': {
    addresses: () => [
      ['/', 200],
      ['/?q=phong', 200],
      [`/hoc-lieu/${identifier}`, 200],
      ['/v1/docs', 200],
      ['/hoc-lieu/hl-0000000000', 404, { headers: { accept: 'text/html' } }],
    ],
    policy: PUBLIC_PAGE,
    frames: 'DENY',
    referrer: 'strict-origin-when-cross-origin',
  },
  'answers of the public API and their errors': {
    addresses: () => [
      ['/v1/materials', 200],
      [`/v1/materials/${identifier}`, 200],
      [`/v1/materials/${identifier}?format=jsonld`, 200],
      [`/v1/materials/${identifier}?format=dc`, 200],
      [`/v1/materials/${identifier}/similar`, 200],
      ['/v1/search?q=phong', 200],
      ['/v1/suggest?q=ph', 200],
      ['/v1/changes', 200],
      ['/v1/terms/subject', 200],
      ['/v1/licences', 200],
      ['/v1/departments', 200],
      ['/v1/openapi.json', 200],
      ['/healthz', 200],
      ['/readyz', 200],
      ['/assets/none', 404],
      ['/v1/materials/hl-0000000000', 404],
      ['/v1/files/none', 404],
      ['/v1/materials?limit=x', 400],
      ['/v1/materials', 405, { method: 'DELETE' }],
      ['/v1/none', 404],
      ['/none', 404],
    ],
    policy: /^default-src 'none'; frame-ancestors 'none'; sandbox$/,
    frames: null,
    referrer: 'strict-origin-when-cross-origin',
  },
  'published files': {
    addresses: () => [[`/v1/files/${fileId}`, 200]],
    policy: /^(frame-ancestors \*|default-src 'none'; sandbox)$/,
    frames: null,
    referrer: 'strict-origin-when-cross-origin',
  },
  'staff screens': {
    addresses: () => [
      ['/admin/login', 200],
      ['/admin', 200],
      ['/admin/none', 200],
      ['/admin/hoc-lieu/none', 200],
    ],
    policy: SCREEN,
    frames: 'DENY',
    referrer: 'same-origin',
  },
  'answers of the staff API and their errors': {
    addresses: () => [
      ['/api/users/me', 200],
      ['/api/materials', 403],
      ['/api/none', 404],
      ['/api/staff/home', 401],
      ['/api/materials?where=x', 400, signed()],
      ['/api/materials/none', 404, signed()],
      ['/api/users/login', 401, { method: 'POST', body: '{"email":"x@x.vn","password":"x"}' }],
      ['/_next/none', 404],
      ['/intake/files', 401, { method: 'POST', body: 'x' }],
      ['/intake/none', 404],
      [`/intake/files/${ownFileId}/content`, 401],
    ],
    policy: NOTHING,
    frames: 'SAMEORIGIN',
    referrer: 'same-origin',
  },
  'previews of uploaded files': {
    addresses: () => [
      [`/intake/files/${ownFileId}/content`, 200, signed()],
      [`/intake/evidence/${evidenceId}/content`, 200, signed()],
    ],
    policy: /frame-ancestors 'self'/,
    frames: 'SAMEORIGIN',
    referrer: 'same-origin',
  },
};

describe.each(Object.entries(KINDS))('the headers of %s', (_, { addresses, ...wanted }) => {
  it('say what may run, be framed, be sniffed and be told to others', async () => {
    for (const [address, status, init = {}] of addresses()) {
      const answer = await ask(address, {
        ...init,
        headers: { 'content-type': 'application/json', ...init.headers },
      });
      await answer.arrayBuffer();
      const get = (name: string) => answer.headers.get(name);
      expect(answer.status, address).toBe(status);
      expect(get('content-security-policy') ?? '', address).toMatch(wanted.policy);
      expect(get('x-frame-options'), address).toBe(wanted.frames);
      expect(get('referrer-policy'), address).toBe(wanted.referrer);
      expect(get('x-content-type-options'), address).toBe('nosniff');
      expect(get('x-powered-by'), address).toBeNull();
      // Over http a browser would ignore it; over https it is tested with the settings.
      expect(get('strict-transport-security'), address).toBeNull();
    }
  });
});

/** What the browser refused on this page, by its policy. */
function refusals(page: Page): string[] {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  return refused;
}

describe('the screens under their policy', () => {
  it.each([
    [OFFICER, ['/admin', '/admin/hoc-lieu', '/admin/account']],
    [EDITOR, ['/admin', '/admin/hang-doi', '/admin/hoc-lieu']],
    [
      ADMINISTRATOR,
      [
        '/admin',
        '/admin/collections/users',
        '/admin/collections/terms',
        '/admin/collections/users/create',
      ],
    ],
  ])('work for %s, and nothing of theirs is refused', async (email, addresses) => {
    const { context, page } = await signedIn(site, email);
    const refused = refusals(page);
    for (const address of addresses) {
      await page.goto(site.server.base + address);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
    }
    expect(refused).toEqual([]);
    await context.close();
  });

  it('run no script that got into the page', async () => {
    const { context, page } = await signedIn(site, OFFICER);
    const refused = refusals(page);
    await page.evaluate(() => {
      const holder = document.createElement('div');
      holder.innerHTML = '<img src="/none.png" onerror="window.gotIn = true">';
      document.body.append(holder);
      const link = document.createElement('a');
      link.href = 'javascript:window.gotIn = true';
      document.body.append(link);
      link.click();
    });
    await expect.poll(() => refused.length).toBeGreaterThanOrEqual(1);
    expect(await page.evaluate(() => 'gotIn' in window)).toBe(false);
    await context.close();
  });
});

describe('signing in too often', () => {
  it('counts the address of the connection, whatever the client says, and the form says how long', async () => {
    const email = 'ai-do@example.vn';
    const page = await site.browser.newPage();
    await page.goto(`${site.server.base}/admin/login`);
    // By the browser itself: another program may reach this machine at its other address.
    const statuses = await page.evaluate(async (who) => {
      const tries = Array.from({ length: 11 }, (_, n) =>
        fetch('/api/users/login', {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-kho-client-address': `203.0.113.${String(n)}`,
            'x-forwarded-for': `203.0.113.${String(n)}`,
          },
          body: JSON.stringify({ email: who, password: 'doan-bua' }),
        }),
      );
      return (await Promise.all(tries)).map(({ status }) => status).sort();
    }, email);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    await page.fill('#field-email', email);
    await page.fill('#field-password', 'doan-bua');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page
      .getByText(/nhập sai mật khẩu quá nhiều lần/i)
      .first()
      .waitFor();
    await page
      .getByText(/thử lại sau 1[45] phút/i)
      .first()
      .waitFor();
    await page.close();
  });
});
