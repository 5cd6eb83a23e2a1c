import type { TypedUser } from 'payload';
import { expect } from 'vitest';
import type { TakedownView } from '../../src/publishing/takedown/takedown-views';
import type { NoticeKind } from '../../src/review/notice-kinds';
import { publishedMaterial } from '../factories/materials';
import { startApp } from '../helpers/app';
import { startServer } from '../helpers/http';

export const SENDER = { name: 'Lê Kín Đáo', contact: 'kindao@example.vn' };
export const STATEMENT = 'Trang 2 chép nguyên văn bài của tôi.';

export type Desk = Awaited<ReturnType<typeof startDesk>>;

/** An office with its public address, and what notices of infringement come to and go through there. */
export async function startDesk() {
  const app = await startApp();
  const server = await startServer(app);
  const officer = await app.person('contributor', ['YT']);
  const editor = await app.person('editor', [], 'Trần Văn Xét');
  const auditor = await app.person('auditor');
  const administrator = await app.person('administrator');

  const published = () => publishedMaterial(app, { author: officer, editor });
  const post = (address: string, body: object, headers: Record<string, string> = {}) =>
    server.ask(null, address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  /** Sends a notice as the public does; the case once the worker has turned it into one. */
  async function noticeOf(identifiers: string[], change: object = {}): Promise<string> {
    const more = { capacity: 'author', grounds: 'copyright', statement: STATEMENT };
    const reply = await post('/v1/takedowns', { identifiers, ...SENDER, ...more, ...change });
    expect(reply.status).toBe(202);
    await server.work();
    const { reference } = JSON.parse(reply.text) as { reference: string };
    const found = await app.payload.find({
      collection: 'takedowns',
      where: { reference: { equals: reference } },
      depth: 0,
    });
    expect(found.totalDocs).toBe(1);
    return String(found.docs[0]?.id);
  }

  const view = async (id: string, user: TypedUser = editor) =>
    (await app.rest(user, 'GET', `/api/staff/takedowns/${id}`)).body as TakedownView;
  const act = async (id: string, action: string, body: object = {}, user: TypedUser = editor) => {
    const answer = await app.rest(user, 'POST', `/api/staff/takedowns/${id}/${action}`, body);
    await server.work();
    return answer;
  };
  const decide = (id: string, outcome: string, more: object = {}) =>
    act(id, 'decide', { outcome, reasons: 'Đã đối chiếu bản gốc và giấy phép.', ...more });
  /** Of its public address. */
  const statusOf = async (identifier: string) =>
    (await server.ask(null, `/v1/materials/${identifier}`)).status;
  const events = async (id: string) => {
    const { docs } = await app.payload.find({
      collection: 'audit-events',
      where: { subject: { equals: `takedowns/${id}` } },
      sort: 'at',
      depth: 0,
    });
    return docs;
  };
  /** What people were told, and are written to about. */
  const notices = async (kind: NoticeKind, to: TypedUser = officer) => {
    const { docs } = await app.payload.find({
      collection: 'notices',
      where: { and: [{ kind: { equals: kind } }, { user: { equals: to.id } }] },
      pagination: false,
    });
    return docs;
  };

  async function close(): Promise<void> {
    await server.close();
    await app.close();
  }
  return {
    ...{ app, server, officer, editor, auditor, administrator, close },
    ...{ published, post, noticeOf, view, act, decide, statusOf, events, notices },
  };
}
