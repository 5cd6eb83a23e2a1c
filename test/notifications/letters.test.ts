import type { TypedUser } from 'payload';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enqueue } from '../../src/platform/outbox/enqueue';
import { inTransaction } from '../../src/platform/database/transaction';
import { setClock } from '../../src/platform/clock';
import { forgetEnv, getEnv } from '../../src/platform/env';
import { runSweep } from '../../src/processes/sweeps';
import { decideTakedown } from '../../src/publishing/takedown/decide-takedown';
import { receiveNotice } from '../../src/publishing/takedown/receive-notice';
import { withdrawOnNotice } from '../../src/publishing/takedown/withdraw-on-notice';
import type { NoticesView } from '../../src/notifications/notices-view';
import { advance, completeMaterial, publishedMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';
import { openMailCatcher, type MailCatcher } from '../helpers/mail-catcher';
import { work } from '../helpers/mails';
import { sayWhatItRanOn } from '../helpers/ran-on';
import { readMail, type ReadMail } from '../helpers/read-mail';

const PUBLIC = 'http://localhost:4321';
const COMPLAINANT = {
  name: 'Lê Kín Đáo',
  contact: 'kindao@example.vn',
  statement: 'Trang 2 chép nguyên văn bài của tôi.',
};
const CASE_REASONS = 'Đã đối chiếu bản gốc do người khiếu nại cung cấp.';

let app: TestApp;
let catcher: MailCatcher;
let officer: TypedUser;
let foreign: TypedUser;
let editor: TypedUser;

beforeAll(async () => {
  catcher = await openMailCatcher();
  app = await startApp();
  Object.assign(process.env, {
    SMTP_URL: `smtp://127.0.0.1:${String(catcher.port)}`,
    MAIL_FROM: 'khohoclieu@example.vn',
    PUBLIC_URL: PUBLIC,
  });
  forgetEnv();
  sayWhatItRanOn({ database: getEnv().database.kind, mail: 'smtp' });
  officer = await app.person('contributor', ['YT'], 'Nguyễn Thị Lan');
  foreign = await app.person('contributor', ['YT'], 'Anna Ngô');
  editor = await app.person('editor', [], 'Trần Văn Xét');
  await prefer(foreign, 'screen-language', 'en');
});
afterAll(async () => {
  delete process.env.SMTP_URL;
  delete process.env.MAIL_FROM;
  await catcher.close();
  await app.close();
});
beforeEach(async () => {
  await catcher.set('pass');
  await work(app);
  catcher.messages.length = 0;
  catcher.messageIds.length = 0;
});
afterEach(() => setClock(undefined));

const prefer = (user: TypedUser, name: string, value: string) =>
  app.rest(user, 'POST', `/api/payload-preferences/${name}`, { value });

/** What arrived for this person since the test began, once the worker has been. */
async function lettersTo(person: TypedUser): Promise<ReadMail[]> {
  await work(app);
  return catcher.messages.map(readMail).filter(({ to }) => to === person.email);
}
async function letterTo(
  person: TypedUser,
): Promise<{ mail: ReadMail; text: string; html: string }> {
  const mails = await lettersTo(person);
  expect(mails.map(({ subject }) => subject)).toHaveLength(1);
  const [mail] = mails as [ReadMail];
  expect(mail.type).toBe('multipart/alternative');
  expect(mail.parts.map(({ type }) => type)).toEqual(['text/plain', 'text/html']);
  const [text = '', html = ''] = mail.parts.map((part) => part.text);
  return { mail, text, html };
}

/** That a mail can be read on a phone, fetches nothing, and leads nowhere but to the repository. */
function expectReadable(html: string, lang: string): void {
  expect(html).toContain(`<html lang="${lang}">`);
  expect(html).toMatch(/<meta name="viewport" content="width=device-width/);
  expect(html).not.toMatch(/<img|<link|<script|url\(|src=/);
  const widths = [...html.matchAll(/(?<!max-)(?:min-)?width[:=]\s*"?(\d+)(?!\d*%)/g)].map(Number);
  expect(widths.filter((width) => width > 600)).toEqual([]);
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, link]) => link ?? '');
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(link).toMatch(new RegExp(`^${PUBLIC}/admin/`));
  expect(html).not.toMatch(/\{\{|undefined|null|\[object/);
}

async function returned(author: TypedUser, title: string, comment?: string) {
  const made = await completeMaterial(app, { author, title });
  await advance(app, made.id, [
    { as: author, action: 'submit' },
    { as: editor, action: 'claim' },
    { as: editor, action: 'return', reasons: ['quality'], ...(comment ? { comment } : {}) },
  ]);
  return made;
}

/** A notice as the public form leaves it for the worker; the id of the case. */
async function complainedAbout(identifiers: string[], capacity = 'author'): Promise<string> {
  const reference = `td-${Math.random().toString(36).slice(2, 12)}`;
  const body = {
    reference,
    ...COMPLAINANT,
    capacity,
    grounds: 'copyright',
    identifiers,
    lang: 'vi',
  };
  const { payload } = app;
  await inTransaction({ payload }, (req) =>
    receiveNotice(req, { body, receivedAt: new Date().toISOString() }),
  );
  const found = await payload.find({
    collection: 'takedowns',
    where: { reference: { equals: reference } },
    depth: 0,
  });
  return String(found.docs[0]?.id);
}

describe('a return', () => {
  it('reaches a Vietnamese reader as text and HTML, with the words of the editor and the way back', async () => {
    const title = 'Ủ phân hữu cơ từ rác bếp & lá khô <thử>';
    const made = await returned(officer, title, 'Xin ghi rõ nguồn ảnh ở trang 4.');
    const { mail, text, html } = await letterTo(officer);
    expect(mail.subject).toBe(`Trả lại để bổ sung: ${title}`);
    const link = `${PUBLIC}/admin/hoc-lieu/${made.id}`;
    for (const part of [text, html]) {
      expect(part).toContain('Kính gửi anh/chị Nguyễn Thị Lan');
      expect(part).toContain('Xin ghi rõ nguồn ảnh ở trang 4.');
      expect(part).toContain(link);
    }
    expect(text).toContain(title);
    expect(html).toContain('rác bếp &amp; lá khô &lt;thử&gt;');
    expectReadable(html, 'vi');
  });

  it('reaches an English reader in English', async () => {
    await returned(foreign, 'Làng gốm Bát Tràng');
    const { mail, text, html } = await letterTo(foreign);
    expect(mail.subject).toBe('Returned for changes: Làng gốm Bát Tràng');
    expect(text).toContain('Dear Anna Ngô');
    expect(text).not.toContain('Kính gửi');
    expectReadable(html, 'en');
  });

  it('is written about to nobody who has lost sight of it since', async () => {
    const left = await app.person('contributor', ['YT']);
    const gone = await app.person('contributor', ['YT']);
    await returned(left, 'Đã rời đơn vị');
    await returned(gone, 'Đã nghỉ việc');
    const data = { departments: [] };
    await app.payload.update({ collection: 'users', id: left.id, data, depth: 0 });
    await app.payload.update({
      collection: 'users',
      id: gone.id,
      data: { active: false },
      depth: 0,
    });
    expect(await lettersTo(left)).toEqual([]);
    expect(await lettersTo(gone)).toEqual([]);
  });
});

describe('a date that comes near', () => {
  it('is written about with its day, the days left and the way to renew', async () => {
    setClock(new Date('2034-01-02T03:00:00Z'));
    const rights = { licence: await app.licenceId('InC'), termTo: '2034-12-31' };
    const made = await publishedMaterial(app, { author: officer, editor, title: 'Sơ cứu', rights });
    setClock(new Date('2034-12-01T03:00:00Z'));
    await work(app);
    catcher.messages.length = 0;
    await runSweep(app.payload);
    const { mail, text, html } = await letterTo(officer);
    expect(mail.subject).toBe('Quyền sắp hết hạn ngày 31/12/2034: Sơ cứu');
    expect(text).toMatch(/hết hạn sau ngày 31\/12\/2034, còn 30 ngày/);
    expect(text).toContain(`Gia hạn quyền:\n${PUBLIC}/admin/hoc-lieu/${made.id}#quyen`);
    expectReadable(html, 'vi');
    const english = await letterTo(foreign);
    expect(english.text).toContain('31/12/2034');
    expectReadable(english.html, 'en');
  });
});

describe('the mail of the day', () => {
  it('is one, with a line and an address for each thing its reader may still see', async () => {
    const daily = await app.person('contributor', ['YT'], 'Phạm Gộp Thư');
    await prefer(daily, 'notice-mail', 'daily');
    const [first, second] = [await returned(daily, 'Tin một'), await returned(daily, 'Tin hai')];
    const other = await completeMaterial(app, { author: daily, title: 'Đơn vị khác' });
    await advance(app, other.id, [
      { as: daily, action: 'submit' },
      { as: editor, action: 'claim' },
      { as: editor, action: 'return', reasons: ['quality'] },
    ]);
    const moved = { department: await app.departmentId('VHTT') };
    await app.payload.update({ collection: 'materials', id: other.id, data: moved, depth: 0 });
    expect(await lettersTo(daily)).toEqual([]);
    setClock(new Date('2035-02-01T01:00:00Z'));
    await runSweep(app.payload);
    const { mail, text, html } = await letterTo(daily);
    expect(mail.subject).toBe('Thông báo ngày 01/02/2035: 2 tin');
    for (const [{ id }, title] of [
      [first, 'Tin một'],
      [second, 'Tin hai'],
    ] as const) {
      expect(text).toContain(`• Trả lại để bổ sung: ${title}\n  ${PUBLIC}/admin/hoc-lieu/${id}`);
      expect(html).toContain(`href="${PUBLIC}/admin/hoc-lieu/${id}"`);
    }
    expect(text + html).not.toContain('Đơn vị khác');
    expectReadable(html, 'vi');
  });

  it('speaks English to who reads English, and is not sent to who wants none by then', async () => {
    const english = await app.person('contributor', ['YT'], 'Mary Digest');
    await prefer(english, 'screen-language', 'en');
    const silent = await app.person('contributor', ['YT'], 'Đỗ Thôi Thư');
    for (const reader of [english, silent]) {
      await prefer(reader, 'notice-mail', 'daily');
      await returned(reader, 'Tin gộp');
    }
    await work(app);
    await prefer(silent, 'notice-mail', 'none');
    setClock(new Date('2035-02-02T01:00:00Z'));
    await runSweep(app.payload);
    const { mail, text, html } = await letterTo(english);
    expect(mail.subject).toBe('Notices of 02/02/2035: 1');
    expect(text).toContain('Dear Mary Digest');
    expect(text).toContain('• Returned for changes: Tin gộp');
    expectReadable(html, 'en');
    expect(await lettersTo(silent)).toEqual([]);
  });
});

describe('a notice of infringement', () => {
  const bell = async (user: TypedUser) =>
    (await app.rest(user, 'GET', '/api/staff/notices')).body as NoticesView;

  it('is written about to editors at once, also to those who have one mail a day', async () => {
    const daily = await app.person('editor', [], 'Vũ Mỗi Ngày');
    await prefer(daily, 'notice-mail', 'daily');
    const silent = await app.person('editor', [], 'Bùi Không Thư');
    await prefer(silent, 'notice-mail', 'none');
    const made = await publishedMaterial(app, { author: officer, editor, title: 'Bị khiếu nại' });
    await work(app);
    catcher.messages.length = 0;
    const id = await complainedAbout([made.identifier], 'authority');
    for (const reader of [editor, daily]) {
      const { mail, text, html } = await letterTo(reader);
      expect(mail.subject).toMatch(
        /^Khẩn: thông báo vi phạm td-\w+, hạn \d\d:\d\d, \d\d\/\d\d\/\d{4}$/,
      );
      expect(text).toContain('Bị khiếu nại');
      expect(text).toContain('Cơ quan có thẩm quyền');
      expect(text).toContain(`${PUBLIC}/admin/thong-bao-vi-pham/${id}`);
      expect(text + html).not.toMatch(/Kín Đáo|kindao@|nguyên văn/);
      expectReadable(html, 'vi');
    }
    expect(await lettersTo(silent)).toEqual([]);
    expect(await lettersTo(officer)).toEqual([]);
    for (const reader of [editor, daily, silent]) {
      const path = `/admin/thong-bao-vi-pham/${id}`;
      expect((await bell(reader)).notices).toContainEqual(expect.objectContaining({ path }));
    }
    expect((await bell(officer)).notices.some(({ kind }) => kind === 'takedown')).toBe(false);
  });

  it('that names none of ours is told as well', async () => {
    await complainedAbout(['hl-0000000000']);
    const { text } = await letterTo(editor);
    expect(text).toContain('hl-0000000000');
  });

  it('is kept from an editor who is none any more', async () => {
    const former = await app.person('editor');
    await complainedAbout(['hl-0000000000']);
    const data = { role: 'contributor' as const, departments: [await app.departmentId('YT')] };
    await app.payload.update({ collection: 'users', id: former.id, data, depth: 0 });
    expect(await lettersTo(former)).toEqual([]);
    expect((await bell(former)).notices).toEqual([]);
  });

  it('tells the officer what becomes of the material, and what has to be mended, and never who complained', async () => {
    const { identifier } = await publishedMaterial(app, {
      author: officer,
      editor,
      title: 'Bị gỡ',
    });
    await work(app);
    catcher.messages.length = 0;
    const takedownId = await complainedAbout([identifier]);
    const scope = { payload: app.payload, user: editor, takedownId };
    await withdrawOnNotice(scope);
    const decision = { outcome: 'upheld', reasons: CASE_REASONS, reinstate: false } as const;
    await decideTakedown({ ...scope, decision });
    const mails = await lettersTo(officer);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Đã thu hồi: Bị gỡ',
      'Giữ quyết định thu hồi: Bị gỡ',
    ]);
    const [, upheld = ''] = mails.map(({ parts }) => parts[0]?.text ?? '');
    expect(upheld).toContain('Điều bị xâm phạm: Quyền tác giả.');
    expect(upheld).toContain(CASE_REASONS);
    const { notices } = await bell(officer);
    const told = notices.find(({ kind }) => kind === 'takedown_upheld');
    expect(told?.detail).toContain('Điều bị xâm phạm: Quyền tác giả.');
    for (const { parts } of mails) {
      const [text = '', html = ''] = parts.map((part) => part.text);
      expect(text + html).not.toMatch(/Kín Đáo|kindao@|nguyên văn/);
      expectReadable(html, 'vi');
    }
  });
});

describe('a mail server that is out', () => {
  it.each(['refuse', '500', 'truncate'] as const)(
    'by “%s” is tried again, and the mail is sent once',
    async (outage) => {
      await catcher.set(outage);
      const calls = catcher.calls;
      await returned(officer, `Khi máy chủ thư ${outage}`);
      expect(await lettersTo(officer)).toEqual([]);
      if (outage !== 'refuse') expect(catcher.calls).toBeGreaterThan(calls);
      await catcher.set('pass');
      setClock(new Date(Date.now() + 5_000));
      const { mail } = await letterTo(officer);
      setClock(new Date(Date.now() + 3_600_000));
      expect(await lettersTo(officer)).toHaveLength(1);
      expect(mail.messageId).toMatch(/^<[^@>]+@kho-hoc-lieu>$/);
    },
  );
});

describe('a mail that an earlier version ordered without its notice', () => {
  it('is given up for the administrator to see, never dropped as if it were sent', async () => {
    const { payload } = app;
    const data = { template: 'return', userId: officer.id, materialId: 'x' };
    await inTransaction({ payload }, (req) =>
      enqueue({ payload, req, topic: 'mail.send', key: 'user:old', data }),
    );
    await work(app);
    const { docs } = await payload.find({
      collection: 'outbox',
      where: { key: { equals: 'user:old' } },
    });
    expect(docs).toMatchObject([{ status: 'failed', attempts: 1 }]);
    expect(docs[0]?.lastError).toBeTruthy();
  });
});
