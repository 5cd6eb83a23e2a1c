import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/publishing/read/snapshot';
import { answerOf } from '../../docs/client/kho';
import { makeFile, makeSnapshot } from './make-snapshot';
import { startSite, type Site } from './site';

/** Stands in everything that is reserved; whoever reads it has seen something of it. */
const SECRET = 'zxqvplmwk';
const INTERNAL = {
  code: 'HN-NOI-BO',
  version: 1,
  label: { vi: 'Nội bộ' },
  url: null,
  permits: ['copy'],
};

let site: Site;
let open: Snapshot;
let reserved: Snapshot;
let viewOnly: Snapshot;
/** A portal the licence names, and one it does not. */
let named: string;
let other: string;

beforeAll(async () => {
  site = await startSite();
  await site.storage.putBytes('reserved.txt', Buffer.from(SECRET), 'text/plain');
  const file = () =>
    makeFile({
      name: `${SECRET}.txt`,
      mediaType: 'text/plain',
      storageKey: 'reserved.txt',
      thumbnailKey: 'reserved.txt',
      textKey: 'reserved.txt',
    });
  const change = {
    title: { vi: `Tài liệu ${SECRET}` },
    abstract: { vi: SECRET },
    keywords: { vi: [SECRET] },
    licence: INTERNAL,
    access: 'named_portals' as const,
  };
  open = await site.publish(makeSnapshot());
  reserved = await site.publish(makeSnapshot({ ...change, files: [file()] }));
  viewOnly = await site.publish(
    makeSnapshot({
      ...change,
      licence: { ...INTERNAL, code: 'HN-XEM' },
      files: [file()],
      download: false,
    }),
  );
  named = await site.portal('Cổng học tập', ['HN-NOI-BO', 'HN-XEM']);
  other = await site.portal('Ứng dụng khác', []);
});
afterAll(async () => {
  await site.close();
});

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
/** The item as the portal with this key is told of it. */
const itemFor = (key: string, { identifier }: Snapshot) => {
  const params = { path: { identifier } };
  return answerOf(site.client(key).GET('/v1/materials/{identifier}', { params }));
};
const fileOf = ({ files: [file] }: Snapshot) => file?.id ?? '';

/** Every address under which something reserved could show. */
function addresses(): { one: string[]; lists: string[] } {
  const { identifier } = reserved;
  const [start, file] = [`/v1/materials/${identifier}`, `/v1/files/${fileOf(reserved)}`];
  return {
    one: [
      ...['', '?format=jsonld', '?format=dc', '?lang=en', '/similar'].map((form) => start + form),
      ...[file, `${file}/thumbnail`, `${file}/text`],
    ],
    lists: [
      ...['/v1/materials', '/v1/materials?licence=HN-NOI-BO', '/v1/materials?sort=title'],
      ...[`/v1/search?q=${SECRET}`, '/v1/search?facets=licence,department&limit=100'],
      ...[`/v1/suggest?q=${SECRET.slice(0, 5)}`, '/v1/changes', '/v1/docs'],
      `/v1/materials/${open.identifier}/similar`,
    ],
  };
}

describe('what licences reserve for named portals', () => {
  it('is opened by the key of such a portal, in every address of one item', async () => {
    for (const address of addresses().one) {
      const reply = await site.ask(address, bearer(named));
      expect(reply.status, address).toBe(200);
    }
    expect((await itemFor(named, reserved)).title).toContain(SECRET);
    const file = await site.ask(`/v1/files/${fileOf(reserved)}`, bearer(named));
    expect(file.text).toBe(SECRET);
  });

  it('stands in the lists and the feed of such a portal, and is counted there', async () => {
    const kho = site.client(named);
    const query = { licence: ['HN-NOI-BO'] };
    expect(await answerOf(kho.GET('/v1/materials', { params: { query } }))).toMatchObject({
      total: 1,
      items: [{ identifier: reserved.identifier }],
    });
    const { changes } = await answerOf(kho.GET('/v1/changes'));
    expect(changes.map(({ identifier }) => identifier)).toEqual([
      open.identifier,
      reserved.identifier,
      viewOnly.identifier,
    ]);
  });

  it('is to be viewed and not handed out where the licence says so', async () => {
    const address = `/v1/files/${fileOf(viewOnly)}`;
    expect((await site.ask(`${address}/thumbnail`, bearer(named))).status).toBe(200);
    for (const form of [address, `${address}/text`]) {
      const reply = await site.ask(form, bearer(named));
      expect([reply.status, JSON.parse(reply.text)]).toMatchObject([
        403,
        { code: 'download_not_allowed' },
      ]);
    }
  });

  it('is shown by such a portal where it may only be viewed: inline, under no name, kept nowhere', async () => {
    const [file] = (await itemFor(named, viewOnly)).files;
    expect(file?.url).toBeNull();
    const view = `/v1/files/${fileOf(viewOnly)}/view`;
    expect(file?.view?.endsWith(view)).toBe(true);
    const reply = await site.ask(view, bearer(named));
    expect([reply.status, reply.text]).toEqual([200, SECRET]);
    expect(reply.headers).toMatchObject({
      'content-disposition': 'inline',
      'cache-control': 'private, no-store',
    });
    expect(JSON.stringify(reply.headers)).not.toContain(SECRET);
    const part = await site.ask(view, { ...bearer(named), range: 'bytes=0-1' });
    expect([part.status, part.text]).toEqual([206, SECRET.slice(0, 2)]);
  });

  it('is shown to nobody else, and what may be downloaded has no such address', async () => {
    const view = `/v1/files/${fileOf(viewOnly)}/view`;
    for (const headers of [{}, bearer(other)]) {
      const reply = await site.ask(view, headers);
      const none = await site.ask('/v1/files/x/view', headers);
      expect([reply.status, reply.text]).toEqual([404, none.text]);
    }
    expect((await site.ask(view, bearer('kho_none'))).status).toBe(401);
    for (const one of [reserved, open]) {
      for (const { id, view: address } of (await itemFor(named, one)).files) {
        expect(address).toBeNull();
        expect((await site.ask(`/v1/files/${id}/view`, bearer(named))).status).toBe(404);
      }
    }
  });

  it('has no such address in a kind that a browser only saves', async () => {
    const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const licence = { ...INTERNAL, code: 'HN-XEM' };
    const change = { licence, access: 'named_portals', download: false } as const;
    const s = await site.publish(
      makeSnapshot({ ...change, files: [makeFile({ mediaType: docx })] }),
      { index: false },
    );
    expect((await site.ask(`/v1/files/${fileOf(s)}/view`, bearer(named))).status).toBe(404);
    await site.withdraw(s.identifier, 'takedown');
    expect((await site.ask(`/v1/files/${fileOf(s)}/view`, bearer(named))).status).toBe(410);
    expect((await site.ask(`/v1/files/${fileOf(s)}/view`)).status).toBe(404);
  });

  it.each([
    ['without a key', () => ({})],
    ['with the key of another portal', () => bearer(other)],
    ['with a password of another scheme', () => ({ authorization: 'Basic YTpi' })],
  ])('is nothing at all %s: not a word, not a count', async (_, headers) => {
    for (const address of addresses().one) {
      const reply = await site.ask(address, headers());
      expect(reply.status, address).toBe(404);
      const none = await site.ask(
        address.replace(reserved.identifier, 'hl-0000000000').replace(fileOf(reserved), 'x'),
        headers(),
      );
      expect(reply.text, address).toBe(none.text);
    }
    for (const address of addresses().lists) {
      const reply = await site.ask(address, headers());
      expect(reply.status, address).toBe(200);
      const said = reply.text.replaceAll(reserved.identifier, '!').replaceAll(SECRET, '!!');
      expect(reply.text, address).toBe(said);
    }
    const list = await site.ask('/v1/materials', headers());
    expect(JSON.parse(list.text)).toMatchObject({ total: 1 });
  });

  it('never stands on a page for people, whoever asks', async () => {
    for (const headers of [{}, bearer(named)]) {
      const page = await site.ask(`/hoc-lieu/${reserved.identifier}`, headers);
      expect(page.status).toBe(404);
      expect((await site.ask('/', headers)).text).not.toContain(SECRET);
    }
  });

  it('does not reach search, suggestions or similar materials, even for such a portal', async () => {
    for (const address of [`/v1/search?q=${SECRET}`, '/v1/search?facets=licence']) {
      const reply = await site.ask(address, bearer(named));
      expect(reply.text, address).not.toContain(reserved.identifier);
      expect(reply.text, address).not.toContain('HN-NOI-BO');
    }
  });
});

describe('an answer to a request with a key', () => {
  it('is kept by nobody else, and apart from the answer without one', async () => {
    const file = `/v1/files/${fileOf(reserved)}`;
    for (const address of ['/v1/materials', `/v1/materials/${reserved.identifier}`, file]) {
      const reply = await site.ask(address, bearer(named));
      expect(reply.headers['cache-control'], address).toBe('private, no-cache');
      expect(reply.headers.vary, address).toContain('Authorization');
    }
    const free = await site.ask('/v1/materials');
    expect(free.headers['cache-control']).toContain('public');
    expect(free.headers.vary).toContain('Authorization');
  });

  it('is never the ready answer of somebody else, nor becomes one', async () => {
    const address = '/v1/materials?limit=50';
    const total = async (headers = {}) =>
      (JSON.parse((await site.ask(address, headers)).text) as { total: number }).total;
    expect(await total()).toBe(1);
    expect(await total(bearer(named))).toBe(3);
    expect(await total(bearer(other))).toBe(1);
    expect(await total(bearer(named))).toBe(3);
    expect(await total()).toBe(1);
  });

  it('may be asked about: the same is told by its tag', async () => {
    const first = await site.ask('/v1/materials', bearer(named));
    const again = await site.ask('/v1/materials', {
      ...bearer(named),
      'if-none-match': String(first.headers.etag),
    });
    expect(again.status).toBe(304);
    expect(again.headers['cache-control']).toBe('private, no-cache');
  });
});

describe('a key that is wrong', () => {
  it.each([
    ['unknown', 'kho_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['not one of ours', 'abc'],
    ['empty', ''],
    ['of a strange form', 'a b'],
  ])('(%s) is refused even for what is open to everybody', async (_, key) => {
    for (const address of ['/v1/materials', `/v1/materials/${reserved.identifier}`, '/v1/none']) {
      const reply = await site.ask(address, bearer(key));
      expect(reply.status, address).toBe(401);
      expect(reply.headers['www-authenticate']).toBe(
        'Bearer realm="kho-hoc-lieu", error="invalid_token"',
      );
      expect(JSON.parse(reply.text)).toMatchObject({ code: 'portal_key_invalid' });
      expect(reply.headers['cache-control']).toBe('no-store');
    }
  });

  it('opens nothing from the moment the office replaced it or closed the portal', async () => {
    const old = await site.portal('Cổng tạm', ['HN-NOI-BO']);
    const address = `/v1/materials/${reserved.identifier}`;
    expect((await site.ask(address, bearer(old))).status).toBe(200);
    const fresh = await site.portal('Cổng tạm', ['HN-NOI-BO']);
    expect((await site.ask(address, bearer(old))).status).toBe(401);
    expect((await site.ask(address, bearer(fresh))).status).toBe(200);
    await site.closePortal('Cổng tạm', fresh);
    expect((await site.ask(address, bearer(fresh))).status).toBe(401);
  });

  it('is refused also where the word before it was forgotten', async () => {
    const reply = await site.ask('/v1/materials?lang=en', { authorization: named });
    expect([reply.status, reply.text]).toEqual([401, expect.stringContaining('Bearer')]);
  });

  it('is told its own limit, ten times that of everybody', async () => {
    const policy = async (headers: Record<string, string>) =>
      (await site.ask('/v1/licences', headers)).headers['ratelimit-policy'];
    expect(await policy({})).toBe('"default";q=600;w=60');
    expect(await policy(bearer(named))).toBe('"default";q=6000;w=60');
    const file = await site.ask(`/v1/files/${fileOf(reserved)}`, bearer(named));
    expect(file.headers['ratelimit-policy']).toBe('"default";q=6000;w=60');
  });

  it('does not matter where people read', async () => {
    expect((await site.ask('/', bearer('abc'))).status).toBe(200);
    expect((await site.ask('/healthz', bearer('abc'))).status).toBe(200);
  });
});

describe('the feed of a portal', () => {
  it('tells of the withdrawal of what was reserved for it, and nobody else', async () => {
    const gone = await site.publish(
      makeSnapshot({ licence: INTERNAL, access: 'named_portals', title: { vi: SECRET } }),
    );
    await site.withdraw(gone.identifier, 'takedown');
    const address = `/v1/materials/${gone.identifier}`;
    expect((await site.ask(address, bearer(named))).status).toBe(410);
    expect((await site.ask(address, bearer(other))).status).toBe(404);
    expect((await site.ask(address)).status).toBe(404);
    const told = async (headers: Record<string, string>) =>
      (await site.ask('/v1/changes?limit=1000', headers)).text.includes(gone.identifier);
    expect([await told(bearer(named)), await told(bearer(other)), await told({})]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
