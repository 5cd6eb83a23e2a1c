import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkExport, type ExportLine } from '../../src/audit/export-format';
import { sealEvents } from '../../src/audit/seal';
import { lostHead } from '../../src/audit/verify';
import type { AuditView } from '../../src/reporting/audit/audit-view';
import { publishedMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let author: TypedUser;
let editor: TypedUser;
let auditor: TypedUser;
let published: { id: string };
let folder: string;

beforeAll(async () => {
  app = await startApp();
  author = await app.person('contributor', ['YT'], 'Nguyễn Thị Lan');
  editor = await app.person('editor', [], 'Trần Bảo');
  auditor = await app.person('auditor', [], 'Lê Kiểm');
  published = await publishedMaterial(app, { author, editor });
  while ((await sealEvents(app.payload)) > 0);
  folder = mkdtempSync(path.join(os.tmpdir(), 'kho-audit-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

const ask = (user: TypedUser, query = '') => app.rest(user, 'GET', `/api/staff/audit${query}`);
async function view(query = '', lang = 'vi'): Promise<AuditView> {
  const { status, body } = await ask(auditor, `?lang=${lang}${query}`);
  expect(status).toBe(200);
  return body as AuditView;
}
async function exported(): Promise<string> {
  const { status, body } = await app.rest(auditor, 'GET', '/api/staff/audit/export');
  expect(status).toBe(200);
  return body as string;
}
async function* linesOf(text: string): AsyncGenerator<string> {
  await Promise.resolve();
  yield* text.trim().split('\n');
}

describe('the audit trail as an auditor reads it', () => {
  it('names who did what about which material, newest first', async () => {
    const { items } = await view(`&q=Trần Bảo`);
    expect(items.map(({ actor, actionLabel }) => [actor, actionLabel])).toEqual([
      ['Trần Bảo', 'Công bố'],
      ['Trần Bảo', 'Duyệt'],
      ['Trần Bảo', 'Nhận thẩm định'],
    ]);
    expect(items.every(({ href }) => href === `/admin/hoc-lieu/${published.id}`)).toBe(true);
    expect(items[0]?.subjectLabel).not.toContain('/');
  });

  it('is in English for who reads English', async () => {
    const { items } = await view('&q=Trần Bảo', 'en');
    expect(items.map(({ actionLabel }) => actionLabel)).toEqual(['Publish', 'Approve', 'Claim']);
  });

  it('is found by the identifier of a material', async () => {
    const { identifier } = await app.payload.findByID({
      collection: 'materials',
      id: published.id,
    });
    const { items } = await view(`&q=${String(identifier)}`);
    expect(items.length).toBeGreaterThan(4);
    expect(new Set(items.map(({ subject }) => subject))).toEqual(
      new Set([`materials/${published.id}`]),
    );
  });

  it('is narrowed by kind and by days, and refuses what is no day', async () => {
    const accounts = await view('&area=account');
    expect(accounts.items.every(({ action }) => /^(user|portal)\./.test(action))).toBe(true);
    expect(accounts.total).toBeGreaterThan(0);
    expect((await view('&to=2020-01-01')).total).toBe(0);
    expect((await view('&from=2020-01-01')).total).toBe((await view()).total);
    for (const day of ['2026-13-40', '2026-02-30'])
      expect((await ask(auditor, `?from=${day}`)).status).toBe(422);
  });

  it('names the portal whose key was made, and opens it only to who may change it', async () => {
    const administrator = await app.person('administrator');
    const made = await app.rest(administrator, 'POST', '/api/portals', { name: 'Cổng trường học' });
    const { id } = (made.body as { doc: { id: string } }).doc;
    await app.rest(administrator, 'POST', `/api/portals/${id}/key`, {});
    const first = async (user: TypedUser) =>
      ((await ask(user, '?lang=vi&area=account')).body as AuditView).items.find(
        ({ action }) => action === 'portal.make_key',
      );
    const href = `/admin/collections/portals/${id}`;
    const said = { actionLabel: 'Tạo khóa cho cổng', subjectLabel: 'Cổng trường học' };
    expect(await first(administrator)).toMatchObject({ ...said, href });
    expect(await first(auditor)).toMatchObject({ ...said, href: null });
  });

  it('says how much is sealed and names the newest seal', async () => {
    const { chain } = await view();
    expect(chain.events).toBeGreaterThan(4);
    expect(chain.head).toMatch(/^[0-9a-f]{64}$/);
    expect(chain.broken).toBeNull();
  });

  it.each(['', '/export'])('is for auditors and administrators alone (%s)', async (address) => {
    const url = `/api/staff/audit${address}`;
    expect((await app.rest(null, 'GET', url)).status).toBe(401);
    for (const role of ['contributor', 'manager', 'editor'] as const)
      expect((await app.rest(await app.person(role, ['YT']), 'GET', url)).status).toBe(403);
    expect((await app.rest(await app.person('administrator'), 'GET', url)).status).toBe(200);
  });
});

describe('the exported audit trail', () => {
  it('holds by itself and has every sealed event', async () => {
    const report = await checkExport(linesOf(await exported()));
    const { chain } = await view();
    expect(report).toMatchObject({
      fault: undefined,
      events: chain.events,
      head: { hash: chain.head },
    });
    expect(report.heads.length).toBeGreaterThan(0);
    expect(await lostHead(app.payload, report.heads)).toBeUndefined();
  });

  /** What `cli audit --verify` says of a file, and its exit code. */
  async function verified(text: string): Promise<{ code: number; said: string }> {
    const { verifyFile } = await import('../../src/cli/audit');
    const file = path.join(folder, 'doi-chieu.jsonl');
    await writeFile(file, text);
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const code = await verifyFile(app.payload, file);
    const said = out.mock.calls.map(([line]) => String(line)).join('');
    out.mockRestore();
    return { code, said };
  }
  const linesBut = (text: string, kind: ExportLine['kind']) =>
    text
      .split('\n')
      .filter((line) => line && (JSON.parse(line) as ExportLine).kind !== kind)
      .map((line) => `${line}\n`)
      .join('');

  it('is compared with the database by its end and its count too, and says when it has nothing', async () => {
    const whole = await exported();
    const noDays = linesBut(whole, 'day');
    expect(await verified(whole)).toMatchObject({ code: 0 });
    expect(await verified(noDays)).toMatchObject({ code: 0 });
    const [start = ''] = whole.split('\n');
    const end = { kind: 'end', seq: 0, hash: '0'.repeat(64) };
    expect(await verified(`${start}\n${JSON.stringify(end)}\n`)).toEqual({
      code: 1,
      said: expect.stringContaining('nothing was compared') as string,
    });
    const rows = (
      await app.payload.find({
        collection: 'audit-events',
        where: { seq: { exists: true } },
        sort: '-seq',
        limit: 2,
        depth: 0,
      })
    ).docs;
    const without = async (row: (typeof rows)[number] | undefined, text: string) => {
      await app.payload.db.deleteOne({
        collection: 'audit-events',
        where: { id: { equals: row?.id } },
      });
      const found = await verified(text);
      await app.payload.db.create({ collection: 'audit-events', data: { ...row } });
      return found;
    };
    const lost = await without(rows[0], noDays);
    expect(lost.code).toBe(1);
    expect(lost.said).toContain(`no longer has event ${String(rows[0]?.seq)}`);
    // The last event stands, one before it is gone.
    const fewer = await without(rows[1], whole);
    expect(fewer.code).toBe(1);
    expect(fewer.said).toContain('of the');
    expect(await verified(whole)).toMatchObject({ code: 0 });
  });

  it('shows later that the end of the trail was cut off in the database', async () => {
    const { heads } = await checkExport(linesOf(await exported()));
    const file = path.join(folder, 'nhat-ky.jsonl');
    await writeFile(file, await exported());
    const last = heads.at(-1);
    await app.payload.db.deleteOne({
      collection: 'audit-events',
      where: { seq: { equals: last?.seq } },
    });
    const kept = await checkExport(linesOf(await readFile(file, 'utf8')));
    expect(kept.fault).toBeUndefined();
    expect(await lostHead(app.payload, kept.heads)).toEqual(last);
  });

  it('has nothing but what the seal is made of', async () => {
    const lines = (await exported())
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as ExportLine);
    const event = lines.find(({ kind }) => kind === 'event');
    expect(Object.keys(event ?? {}).sort()).toEqual(
      'action actor actorName at detail hash kind previousHash seq subject'.split(' '),
    );
  });
});
