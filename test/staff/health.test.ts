import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TypedUser } from 'payload';
import { sealEvents } from '../../src/audit/seal';
import { setClock } from '../../src/platform/clock';
import { markPart, markWorker } from '../../src/platform/health/marks';
import { PARTS, type PartName } from '../../src/reporting/health/finding';
import type { HealthView } from '../../src/reporting/health/health-view';
import { forgetEnv, getEnv } from '../../src/platform/env';
import { getStorage } from '../../src/platform/storage/storage';
import { allSearchDocuments } from '../../src/publishing/sync-search';
import { createSearchWriter } from '../../src/search/create';
import { startApp, type TestApp } from '../helpers/app';
import { searchDocument } from '../search/documents';

const HOUR_MS = 3_600_000;

let app: TestApp;
let administrator: TypedUser;

beforeAll(async () => {
  app = await startApp();
  administrator = await app.person('administrator');
}, 120_000);

afterAll(() => app.close());
afterEach(() => setClock(undefined));

async function health(lang = 'vi'): Promise<HealthView> {
  const reply = await app.rest(administrator, 'GET', `/api/staff/health?lang=${lang}`);
  expect(reply.status).toBe(200);
  return reply.body as HealthView;
}

async function part(name: PartName) {
  return (await health()).parts.find((one) => one.part === name);
}

const later = (ms: number) => setClock(new Date(Date.now() + ms));

async function effect(topic: string, status: 'pending' | 'failed', more = {}): Promise<void> {
  const availableAt = new Date().toISOString();
  const data = { topic, key: topic, data: {}, status, attempts: 0, availableAt, ...more };
  await app.payload.create({ collection: 'outbox', data, depth: 0 });
}

describe('the health of the system', () => {
  it('is told to administrators and auditors, and to nobody else', async () => {
    const status = async (user: TypedUser | null) =>
      (await app.rest(user, 'GET', '/api/staff/health')).status;
    expect(await status(null)).toBe(401);
    expect(await status(await app.person('contributor', ['YT']))).toBe(403);
    expect(await status(await app.person('manager', ['YT']))).toBe(403);
    expect(await status(await app.person('editor'))).toBe(403);
    expect(await status(await app.person('auditor'))).toBe(200);
  });

  it('names every part, in words of either language', async () => {
    for (const lang of ['vi', 'en']) {
      const { parts } = await health(lang);
      expect(parts.map((one) => one.part)).toEqual(PARTS);
      for (const { label, detail, remedy, status } of parts) {
        for (const text of [label, detail, ...(remedy === null ? [] : [remedy])])
          expect(text).not.toMatch(/^(part|detail|remedy)\.|\{\{/);
        if (status === 'fault' || status === 'warning') expect(remedy).not.toBeNull();
      }
    }
  });

  it('says that the worker is out when none was heard of for three minutes, and when it led last', async () => {
    expect(await part('worker')).toMatchObject({ status: 'fault', lastWorkedAt: null });
    await markWorker(app.payload, 'first', true);
    await markWorker(app.payload, 'second', false);
    const leads = await part('worker');
    expect(leads).toMatchObject({ status: 'ok' });
    expect(leads?.detail).toContain('1');
    later(4 * 60_000);
    expect(await part('worker')).toMatchObject({
      status: 'fault',
      lastWorkedAt: leads?.lastWorkedAt,
    });
  });

  it('asks search now as a reader does: its index, and how many of the publications are in it', async () => {
    await markPart(app.payload, 'search');
    const missing = await part('search');
    expect(missing).toMatchObject({ status: 'fault', code: 'indexMissing' });
    expect(missing?.remedy).toContain('reindex');
    expect(Date.parse(missing?.lastWorkedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
    const writer = createSearchWriter({ setting: getEnv().search });
    await writer.upsert([searchDocument({ identifier: 'hl-more', title: 'Không còn xuất bản' })]);
    expect(await part('search')).toMatchObject({ status: 'warning', code: 'indexPartial' });
    const documents = () => allSearchDocuments({ payload: app.payload, storage: getStorage() });
    await writer.rebuild(documents());
    expect(await part('search')).toMatchObject({ status: 'ok', code: 'indexed' });
    await writer.upsert([searchDocument({ identifier: 'hl-more', title: 'Không còn xuất bản' })]);
    const differs = await part('search');
    expect(differs).toMatchObject({ status: 'warning', code: 'indexDiffers' });
    expect(differs?.detail).toMatch(/1 học liệu.* 0 học liệu/);
    await effect('search.sync', 'pending');
    expect(await part('search')).toMatchObject({ status: 'ok', code: 'indexCatchingUp' });
    await app.payload.delete({ collection: 'outbox', where: { topic: { equals: 'search.sync' } } });
    await writer.close();
    expect(await part('storage')).toMatchObject({ status: 'ok' });
  });

  it('lets effects wait for their hour and ten minutes, and counts what was given up', async () => {
    const availableAt = new Date(Date.now() + 24 * HOUR_MS).toISOString();
    await effect('publication.scheduled', 'pending', { availableAt });
    await effect('mail.send', 'pending', { availableAt });
    expect(await part('outbox')).toMatchObject({ status: 'ok' });
    later(11 * 60_000);
    expect(await part('outbox')).toMatchObject({ status: 'warning', code: 'effectsLate' });
    await effect('mail.send', 'failed');
    expect(await part('outbox')).toMatchObject({ status: 'fault', code: 'effectsFailed' });
  });

  it('has an administrator, and nobody else, put back in the queue what was given up', async () => {
    const retry = (user: TypedUser | null) => app.rest(user, 'POST', '/api/staff/health/retry');
    const auditor = await app.person('auditor');
    expect((await retry(null)).status).toBe(401);
    expect((await retry(auditor)).status).toBe(403);
    expect((await retry(await app.person('editor'))).status).toBe(403);
    const asAuditor = (await app.rest(auditor, 'GET', '/api/staff/health')).body as HealthView;
    const seen = asAuditor.parts.find((one) => one.part === 'outbox');
    expect(seen).toMatchObject({ code: 'effectsFailed', retry: 0 });
    const offered = await part('outbox');
    expect(offered).toMatchObject({ code: 'effectsFailed', retry: 1 });
    expect(offered?.remedy).toMatch(/“Thử lại”.*retry/);
    expect(await retry(administrator)).toMatchObject({ status: 200, body: { count: 1 } });
    const after = await part('outbox');
    expect(after?.code).not.toBe('effectsFailed');
    expect(after?.retry).toBe(0);
    const events = await app.payload.find({
      collection: 'audit-events',
      where: { action: { equals: 'outbox.retry' } },
    });
    expect(events.docs).toMatchObject([
      { actor: administrator.id, detail: { topic: null, count: 1 } },
    ]);
    expect((await retry(administrator)).body).toEqual({ count: 0 });
  });

  it('says how much of what the public wrote could not be read for ten minutes, and since when', async () => {
    const received = new Date('2026-03-02T19:30:00Z');
    const row = (at: Date) =>
      app.payload.create({
        collection: 'inbox',
        data: { kind: 'takedown', body: {}, receivedAt: at.toISOString() },
      });
    const fresh = await row(new Date());
    expect(await part('inbox')).toMatchObject({ status: 'ok', code: 'inbox' });
    const old = await row(received);
    const found = await part('inbox');
    expect(found).toMatchObject({ status: 'fault', code: 'inboxLate' });
    expect(found?.detail).toMatch(/2, .*02:30, 03\/03\/2026/);
    expect(found?.remedy).toContain('nhật ký máy chủ');
    const processedAt = new Date().toISOString();
    for (const { id } of [old, fresh])
      await app.payload.update({ collection: 'inbox', id, data: { processedAt } });
    expect(await part('inbox')).toMatchObject({ status: 'ok', lastWorkedAt: processedAt });
  });

  it('raises an alarm when an event of the audit trail is not sealed within a minute', async () => {
    while ((await sealEvents(app.payload)) > 0);
    expect(await part('audit')).toMatchObject({ status: 'ok', code: 'sealed' });
    await app.person('editor');
    await app.payload.create({
      collection: 'audit-events',
      data: { at: new Date().toISOString(), action: 'test', subject: 'test' } as never,
    });
    expect(await part('audit')).toMatchObject({ status: 'ok' });
    later(61_000);
    expect(await part('audit')).toMatchObject({ status: 'fault', code: 'unsealed' });
  });

  it('asks for a backup each night and a check of the files each week', async () => {
    expect(await part('backup')).toMatchObject({ status: 'warning', code: 'never' });
    const endedAt = new Date().toISOString();
    await app.payload.kv.set('backup', { endedAt, records: 1, objects: 1, faults: 0 });
    await app.payload.kv.set('fixity', { endedAt, objects: 1, faults: 0, repaired: 0 });
    expect(await part('backup')).toMatchObject({ status: 'ok', lastWorkedAt: endedAt });
    expect(await part('fixity')).toMatchObject({ status: 'ok', lastWorkedAt: endedAt });
    later(37 * HOUR_MS);
    expect(await part('backup')).toMatchObject({ status: 'warning', code: 'backupOld' });
    later(9 * 24 * HOUR_MS);
    expect(await part('fixity')).toMatchObject({ status: 'warning' });
    await app.payload.kv.set('fixity', { endedAt, objects: 1, faults: 1, repaired: 0 });
    expect(await part('fixity')).toMatchObject({ status: 'fault', code: 'fixityFaults' });
  });

  it('says that a second storage in which nothing is keeps no copy', async () => {
    const folder = path.join(app.folder, 'copy');
    process.env.STORAGE_COPY_URL = `file:${folder}`;
    forgetEnv();
    try {
      expect(await part('storageCopy')).toMatchObject({ status: 'fault', code: 'copyEmpty' });
      mkdirSync(path.join(folder, 'content'), { recursive: true });
      expect(await part('storageCopy')).toMatchObject({ status: 'ok' });
    } finally {
      delete process.env.STORAGE_COPY_URL;
      forgetEnv();
    }
  });
});

describe('the doctor', () => {
  it('shows the same parts, and holds a stopped worker for no fault', async () => {
    const { examineAll } = await import('../../src/cli/doctor');
    later(10 * 60_000);
    const findings = await examineAll(app.payload, getStorage());
    expect(findings.map((one) => one.part)).toEqual(PARTS);
    const statusOf = (name: PartName) => findings.find((one) => one.part === name)?.status;
    expect(statusOf('worker')).toBe('warning');
    expect(statusOf('fixity')).toBe('ok');
  });
});
