import type { TypedUser } from 'payload';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/platform/clock';
import { inTransaction } from '../../src/platform/database/transaction';
import type { NoticesView } from '../../src/notifications/notices-view';
import { runSweep } from '../../src/processes/sweeps';
import { decideTakedown } from '../../src/publishing/takedown/decide-takedown';
import { receiveNotice } from '../../src/publishing/takedown/receive-notice';
import type { HealthView } from '../../src/reporting/health/health-view';
import { startApp, type TestApp } from '../helpers/app';
import { work } from '../helpers/mails';

let app: TestApp;
let editor: TypedUser;
let administrator: TypedUser;
let auditor: TypedUser;

beforeAll(async () => {
  app = await startApp();
  editor = await app.person('editor');
  administrator = await app.person('administrator');
  auditor = await app.person('auditor');
});
afterEach(() => {
  setClock(undefined);
});
afterAll(() => app.close());

/** Monday 2 November 2026, ten in the morning in Hanoi. */
const RECEIVED = '2026-11-02T03:00:00.000Z';
let made = 0;

async function received(): Promise<{ id: string; reference: string }> {
  made += 1;
  const reference = `td-clock-${String(made)}`;
  const body = {
    ...{ reference, name: 'Lê Kín Đáo', contact: 'kindao@example.vn', capacity: 'author' },
    ...{ grounds: 'copyright', statement: 'Chép bài của tôi.', identifiers: ['hl-0000000000'] },
  };
  setClock(new Date(RECEIVED));
  await inTransaction({ payload: app.payload }, (req) =>
    receiveNotice(req, { body, receivedAt: RECEIVED }),
  );
  const found = await app.payload.find({
    collection: 'takedowns',
    where: { reference: { equals: reference } },
    depth: 0,
  });
  return { id: String(found.docs[0]?.id), reference };
}
async function sweepAt(moment: string): Promise<void> {
  setClock(new Date(moment));
  expect((await runSweep(app.payload)).failed).toBe(0);
}
async function told(takedown: string) {
  const { docs } = await app.payload.find({
    collection: 'notices',
    where: {
      and: [
        { takedown: { equals: takedown } },
        { kind: { in: ['takedown_near', 'takedown_late'] } },
      ],
    },
    sort: 'createdAt',
    pagination: false,
    depth: 0,
  });
  return docs.map(({ kind, user, mail, data }) => ({
    ...{ kind, user, mail },
    clock: (data as { clock: string }).clock,
  }));
}
const decide = (takedownId: string) =>
  decideTakedown({
    payload: app.payload,
    user: editor,
    takedownId,
    decision: { outcome: 'rejected', reasons: 'Không chép gì của ai.', reinstate: false },
  });
const part = async () =>
  (
    (await app.rest(administrator, 'GET', '/api/staff/health?lang=vi')).body as HealthView
  ).parts.find((one) => one.part === 'takedowns');

describe('a statutory clock', () => {
  it('is told of when its end is near and when it has passed, each once, to editors and administrators', async () => {
    const { id, reference } = await received();
    // Its arrival was told this very day.
    await sweepAt('2026-11-02T09:00:00.000Z');
    await sweepAt('2026-11-03T03:00:00.000Z');
    expect(await told(id)).toEqual([]);
    await sweepAt('2026-11-04T03:00:00.000Z');
    await sweepAt('2026-11-05T02:59:00.000Z');
    const near = await told(id);
    expect(near.map(({ kind, clock }) => [kind, clock])).toEqual([
      ['takedown_near', 'precaution'],
      ['takedown_near', 'precaution'],
    ]);
    expect(new Set(near.map(({ user }) => user))).toEqual(new Set([editor.id, administrator.id]));
    await sweepAt('2026-11-05T03:01:00.000Z');
    await sweepAt('2026-11-06T03:00:00.000Z');
    const late = (await told(id)).slice(2);
    expect(late.map(({ kind, clock }) => [kind, clock])).toEqual([
      ['takedown_late', 'precaution'],
      ['takedown_late', 'precaution'],
    ]);
    const bell = (await app.rest(editor, 'GET', '/api/staff/notices')).body as NoticesView;
    const [newest, before] = bell.notices;
    expect(newest).toMatchObject({
      kind: 'takedown_late',
      path: `/admin/thong-bao-vi-pham/${id}`,
    });
    expect(newest?.text).toContain(reference);
    expect(newest?.text).toContain('quá hạn');
    expect(before?.text).toContain('sắp hết hạn');
    const others = (await app.rest(auditor, 'GET', '/api/staff/notices')).body as NoticesView;
    expect(others.notices).toEqual([]);
    await decide(id);
  });

  it('is written of at once, also to who has chosen one mail a day', async () => {
    const choose = (value: string) =>
      app.rest(editor, 'POST', '/api/payload-preferences/notice-mail', { value });
    await choose('daily');
    const { id } = await received();
    for (const moment of ['2026-11-04T03:00:00.000Z', '2026-11-05T03:01:00.000Z']) {
      await sweepAt(moment);
      await work(app);
    }
    const own = (await told(id)).filter(({ user }) => user === editor.id);
    expect(own.map(({ kind, mail }) => [kind, mail])).toEqual([
      ['takedown_near', 'sent'],
      ['takedown_late', 'sent'],
    ]);
    await choose('now');
    await decide(id);
  });

  it('that ran out while the machine was off is told of as passed alone', async () => {
    const { id } = await received();
    await sweepAt('2026-11-10T03:00:00.000Z');
    expect(new Set((await told(id)).map(({ kind, clock }) => `${kind} ${clock}`))).toEqual(
      new Set(['takedown_late precaution']),
    );
    // Ten working days: the decision is due on the 16th.
    await sweepAt('2026-11-13T03:00:00.000Z');
    expect((await told(id)).at(-1)).toMatchObject({ kind: 'takedown_near', clock: 'decision' });
    await decide(id);
  });

  it('that does not run any more is nobody’s news', async () => {
    const { id } = await received();
    await decide(id);
    for (const moment of ['2026-11-04T03:00:00.000Z', '2026-11-20T03:00:00.000Z'])
      await sweepAt(moment);
    expect(await told(id)).toEqual([]);
  });

  it('that has passed is seen in the health of the system, with how many', async () => {
    setClock(new Date(RECEIVED));
    expect(await part()).toMatchObject({ status: 'ok', remedy: null });
    const { id } = await received();
    expect(await part()).toMatchObject({ status: 'ok', code: 'takedownsInTime' });
    setClock(new Date('2026-11-05T03:01:00.000Z'));
    const late = await part();
    expect(late).toMatchObject({ status: 'warning', code: 'takedownsLate' });
    expect(late?.detail).toContain(': 1 trong 1 ');
    await decide(id);
    expect(await part()).toMatchObject({ status: 'ok' });
  });
});
