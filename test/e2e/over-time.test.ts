import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as office from '../faults/office';
import { freePort, openHouse, type House, type Running } from '../helpers/built';
import { sayWhatItRanOn } from '../helpers/ran-on';
import {
  act,
  eventually,
  launchBrowser,
  PHONE,
  picture,
  signedIn,
  widthOf,
  type Person,
  type Site,
} from './browser';

const ADMINISTRATOR = 'quantri@hoclieu.example.vn';
const PORTAL = 'Cổng học tập thử';
const DAY_MS = 86_400_000;
const DESK = { width: 1280, height: 800 };

let house: House;
let running: Running;
let site: Site;
let port: number;
let people: { author: office.Person; editor: office.Person; administrator: office.Person };

/** As a person in Hanoi writes a day that is so many days from today. */
const shownDay = (days: number) => civilDay(days).split('-').reverse().join('/');
function civilDay(days: number): string {
  const moment = new Date(Date.now() + days * DAY_MS);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(moment);
}

/** What moves the clock in every thread of the program, or where `only` says so. */
function clockModule(ms: number, only = 'true'): string {
  const file = path.join(house.folder, `clock-${String(ms)}-${only.length}.mjs`);
  writeFileSync(
    file,
    `import { isMainThread } from 'node:worker_threads';
    const Real = Date;
    const now = () => Real.now() + (${only} ? ${String(ms)} : 0);
    globalThis.Date = new Proxy(Real, {
      construct: (target, given) => (given.length ? new target(...given) : new target(now())),
      get: (target, name) => (name === 'now' ? now : target[name]),
    });`,
  );
  return file;
}

async function start(clock?: string): Promise<void> {
  const moved: Record<string, string> = clock ? { NODE_OPTIONS: `--import ${clock}` } : {};
  running = await house.start('all', { PORT: String(port), ...moved });
}

async function again(clock?: string): Promise<void> {
  await running.stop();
  await start(clock);
}

beforeAll(async () => {
  house = openHouse({ SEED_DEMO: 'false', LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'fatal' });
  sayWhatItRanOn({ ...house.on, search: 'embedded', mail: 'kept', scanner: 'off' });
  port = await freePort();
  await start();
  const base = `http://localhost:${String(port)}`;
  const passwordOf = (email: string) =>
    email === ADMINISTRATOR ? house.passwordOf(email) : office.PASSWORD;
  const { folder, on } = house;
  const server = { base, folder, on, passwordOf, stop: () => running.stop() };
  site = { server, browser: await launchBrowser() };
  people = await staff(base, passwordOf(ADMINISTRATOR));
});
afterAll(async () => {
  await site.browser.close();
  await house.clear();
});

async function staff(base: string, password: string): Promise<typeof people> {
  const at = () => base;
  const administrator = await office.signedIn(at, ADMINISTRATOR, password);
  const department = await office.idOf(administrator, 'departments', { code: 'YT' });
  for (const [email, name, role, departments] of [
    [office.AUTHOR, 'Nguyễn Thị Lan', 'contributor', [department]],
    [office.EDITOR, 'Đỗ Thu Hà', 'editor', []],
  ] as const) {
    const data = { email, name, role, departments, active: true, password: office.PASSWORD };
    await administrator.ask('POST', '/api/users', data);
  }
  const author = await office.signedIn(at, office.AUTHOR, office.PASSWORD);
  return {
    administrator,
    author,
    editor: await office.signedIn(at, office.EDITOR, office.PASSWORD),
  };
}

/** Published by its officer and an editor; where `termTo` is given, on a grant that ends then. */
async function published(
  title: string,
  termTo?: string,
): Promise<{ id: string; identifier: string }> {
  const { author, editor } = people;
  const { id } = await office.makeDraft(people as office.Office, title);
  if (termTo) {
    const rights = await office.idOf(author, 'rights-records', { material: id });
    const licence = await office.idOf(author, 'licences', { code: 'InC' });
    await author.ask('PATCH', `/api/rights-records/${rights}`, { termTo, licence });
  }
  await office.advance(people as office.Office, id, ['submit', 'claim', 'approve', 'publish']);
  const { identifier } = await editor.ask('GET', `/api/materials/${id}?depth=0`);
  const made = { id, identifier: String(identifier) };
  await untilAnswers(made.identifier, 200);
  return made;
}

const get = (address: string, init?: RequestInit) => fetch(site.server.base + address, init);
const untilAnswers = (identifier: string, status: number) =>
  eventually(
    async () => ((await get(`/v1/materials/${identifier}`)).status === status ? true : undefined),
    30,
  );

interface Change {
  type: string;
  identifier: string;
}
interface Feed {
  changes: Change[];
  next: string;
}
async function feed(): Promise<Feed> {
  return (await (await get('/v1/changes?limit=1000')).json()) as Feed;
}
const changesOf = async (identifier: string) =>
  (await feed()).changes.filter((one) => one.identifier === identifier).map(({ type }) => type);

/** A browser of somebody who is nobody here. */
async function stranger(): Promise<Person> {
  const context = await site.browser.newContext({ viewport: DESK, locale: 'vi-VN' });
  return { context, page: await context.newPage() };
}

/** The public page of what was withdrawn: 410, with the reason and nothing of what it was. */
async function expectTombstone(identifier: string, reason: string, title: string): Promise<void> {
  const { context, page } = await stranger();
  const answer = await page.goto(`${site.server.base}/hoc-lieu/${identifier}`);
  expect(answer?.status()).toBe(410);
  await page.getByRole('heading', { name: 'Học liệu này không còn được công bố' }).waitFor();
  expect(await page.getByRole('main').innerText()).toContain(reason);
  expect(await page.content()).not.toContain(title);
  await picture(page, 'tombstone');
  await context.close();
}

async function bell(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Thông báo, \d+ tin chưa đọc$/ }).click();
  const first = page.locator('.kho-notice').first();
  await first.waitFor();
  const text = (await page.locator('.kho-notice').allInnerTexts()).join('\n');
  await page.keyboard.press('Escape');
  return text;
}

/** Wide and narrow; nothing needs sideways scrolling. */
async function pictures(page: Page, name: string): Promise<void> {
  await picture(page, name);
  await page.setViewportSize(PHONE);
  // What slides out of the way has gone.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))),
  );
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await widthOf(page), name).toBeLessThanOrEqual(PHONE.width);
  await picture(page, `${name}-360`);
  await page.setViewportSize(DESK);
}

describe('a notice of infringement, in a browser', () => {
  const TITLE = 'Phòng bệnh tay chân miệng';
  let identifier = '';
  let key = '';
  let editor: Person;
  const caseOf = async (reference: string) => {
    await editor.page.goto(`${site.server.base}/admin/thong-bao-vi-pham`);
    const row = editor.page.getByRole('row').filter({ hasText: reference });
    await row.waitFor();
    return row;
  };

  beforeAll(async () => {
    const { administrator } = people;
    const made = await administrator.ask('POST', '/api/portals', {
      name: PORTAL,
      contact: 'it@cong.example.vn',
    });
    const { id } = made.doc as { id: string };
    key = String((await administrator.ask('POST', `/api/portals/${id}/key`, {})).key);
    ({ identifier } = await published(TITLE));
    editor = await signedIn(site, office.EDITOR);
  });
  afterAll(() => editor.context.close());

  /** From the page of the material to the number of the notice, without any script. */
  async function complain(statement: string): Promise<string> {
    const { context, page } = await stranger();
    await page.goto(`${site.server.base}/hoc-lieu/${identifier}`);
    await page
      .getByRole('link', { name: /vi phạm/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Báo vi phạm bản quyền' }).waitFor();
    expect(await page.getByLabel('Mã học liệu').inputValue()).toBe(identifier);
    await page.getByLabel('Điều gì bị xâm phạm').selectOption({ label: 'Quyền tác giả' });
    await page.getByLabel('Nội dung').fill(statement);
    await page.getByLabel('Họ tên hoặc tổ chức').fill('Lê Kín Đáo');
    await page.getByLabel('Tư cách').selectOption({ label: 'Tác giả' });
    await page.getByLabel('Thư điện tử hoặc điện thoại').fill('kindao@example.vn');
    await pictures(page, 'notice-form');
    await page.getByRole('button', { name: 'Gửi thông báo' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sở đã nhận thông báo' }).waitFor();
    const text = await page.getByRole('main').innerText();
    await context.close();
    return /td-[0-9a-f]{12}/.exec(text)?.[0] ?? '';
  }

  it('goes from a stranger’s form to the editor’s bell, home and list, with its clock', async () => {
    const reference = await complain('Trang 2 chép nguyên văn bài của tôi.');
    const { page } = editor;
    await eventually(async () => {
      const { unread } = await people.editor.ask('GET', '/api/staff/notices');
      return Number(unread) > 0 ? true : undefined;
    }, 20);
    await page.goto(`${site.server.base}/admin`);
    await page.getByRole('link', { name: `Thông báo vi phạm ${reference}`, exact: true }).waitFor();
    expect(await bell(page)).toContain(`Khẩn: thông báo vi phạm ${reference}`);
    const row = await caseOf(reference);
    expect(await row.innerText()).toMatch(/Xem xét tạm thu hồi[^]*\d\d\/\d\d\/\d{4}/);
    await pictures(page, 'takedowns');
    await row.getByRole('link').click();
    await page.getByRole('heading', { name: `Thông báo vi phạm ${reference}` }).waitFor();
    const clocks = page.getByRole('region', { name: 'Các mốc hạn' });
    expect(await clocks.innerText()).toMatch(/Xem xét tạm thu hồi\s+trước \d\d:\d\d/);
    await page.getByText('Trang 2 chép nguyên văn bài của tôi.').waitFor();
  });

  it('takes the material from the world at once; portals are asked, and those that answered are seen', async () => {
    const { page } = editor;
    await act(page, 'Tạm thu hồi ngay', 'Tạm thu hồi ngay');
    await untilAnswers(identifier, 410);
    await expectTombstone(identifier, 'Theo thông báo vi phạm', TITLE);
    expect(await changesOf(identifier)).toEqual(['published', 'withdrawn']);
    const portals = page.getByRole('region', { name: 'Các cổng có thể đang giữ bản' });
    await portals.getByText('1 cổng chưa báo gỡ.').waitFor();
    const { next } = await feed();
    const said = await get('/v1/changes/ack', {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ cursor: next }),
    });
    expect(said.status).toBe(202);
    await eventually(async () => {
      await page.reload();
      await portals.waitFor();
      return (await portals.innerText()).includes('Mọi cổng đã báo gỡ.') ? true : undefined;
    }, 20);
    expect(await portals.innerText()).toMatch(
      new RegExp(`${PORTAL}[^]*it@cong\\.example\\.vn[^]*Đã theo dòng thay đổi`),
    );
    await pictures(page, 'takedown');
  });

  it('that is rejected brings the material back under its identifier', async () => {
    const { page } = editor;
    await act(page, 'Quyết định…', 'Không chấp nhận', async (dialog) => {
      await dialog.getByRole('radio', { name: /^Không chấp nhận/ }).check({ force: true });
      await dialog.getByLabel('Lý do').fill('Đã đối chiếu: bài của Sở có trước, có giấy phép.');
    });
    await untilAnswers(identifier, 200);
    expect(await changesOf(identifier)).toEqual(['published', 'withdrawn', 'reinstated']);
    const { context, page: reader } = await stranger();
    const answer = await reader.goto(`${site.server.base}/hoc-lieu/${identifier}`);
    expect(answer?.status()).toBe(200);
    await reader.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await context.close();
  });

  it('that is upheld keeps it withdrawn', async () => {
    const reference = await complain('Tôi gửi kèm hợp đồng và bản gốc năm 2019.');
    await eventually(async () => {
      const { rows } = await people.editor.ask('GET', '/api/staff/takedowns');
      return JSON.stringify(rows).includes(reference) ? true : undefined;
    }, 20);
    const { page } = editor;
    await (await caseOf(reference)).getByRole('link').click();
    await act(page, 'Quyết định…', 'Chấp nhận và thu hồi', async (dialog) => {
      await dialog.getByRole('radio', { name: /^Chấp nhận thông báo/ }).check({ force: true });
      await dialog.getByLabel('Lý do').fill('Người gửi chứng minh được quyền bằng hợp đồng.');
    });
    await untilAnswers(identifier, 410);
    await page.getByText('Chấp nhận thông báo').first().waitFor();
    expect(await page.getByRole('button', { name: 'Quyết định…' }).count()).toBe(0);
    expect((await changesOf(identifier)).at(-1)).toBe('withdrawn');
  });

  it('never shows the officer who complained', async () => {
    const { context, page } = await signedIn(site, office.AUTHOR);
    expect(await bell(page)).toContain(`Đã thu hồi: ${TITLE}`);
    await page.goto(`${site.server.base}/admin/thong-bao`);
    await page.getByRole('heading', { level: 1, name: 'Thông báo' }).waitFor();
    await page
      .getByRole('link', { name: `Đã thu hồi: ${TITLE}` })
      .first()
      .waitFor();
    expect(await page.content()).not.toMatch(/Kín Đáo|kindao@|nguyên văn/);
    await pictures(page, 'notices');
    await context.close();
  });
});

describe('a sweep that did not run', () => {
  it('is an alarm on the screen of the system’s health, with what to do', async () => {
    // The worker of this program lives three hours behind: its last sweep is that old for the others.
    await again(clockModule(3 * 3_600_000, 'isMainThread'));
    const { context, page } = await signedIn(site, ADMINISTRATOR);
    const sweeps = page.locator('[data-part="sweeps"]');
    const said = await eventually(async () => {
      await page.goto(`${site.server.base}/admin/suc-khoe`);
      await sweeps.waitFor();
      const text = await sweeps.innerText();
      return text.includes('Quá hai giờ chưa xem') ? text : undefined;
    }, 30);
    expect(said).toMatch(/Cần làm:/);
    await pictures(page, 'health-sweep-late');
    await context.close();
    await again();
  });
});

describe('a granted term, as the days pass', () => {
  const TITLE = 'Sơ cứu người bị đuối nước';
  const LAST_DAY = 100;
  let made: { id: string; identifier: string };

  it('that is 30 days from its end stands on the officer’s home and behind the bell, with the way to renew', async () => {
    made = await published(TITLE, civilDay(LAST_DAY));
    await again(clockModule((LAST_DAY - 30) * DAY_MS));
    const { context, page } = await signedIn(site, office.AUTHOR);
    await eventually(async () => {
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      return (await bell(page)).includes(TITLE) ? true : undefined;
    }, 60);
    expect(await bell(page)).toContain(`Quyền sắp hết hạn ngày ${shownDay(LAST_DAY)}: ${TITLE}`);
    await page.getByText(`Quyền sử dụng hết hạn ngày ${shownDay(LAST_DAY)}.`).waitFor();
    await pictures(page, 'home-expiring');
    await page.getByRole('link', { name: `Gia hạn: ${TITLE}` }).click();
    await page.waitForURL(`**/admin/hoc-lieu/${made.id}#quyen`);
    await page.getByRole('tab', { name: 'Quyền', selected: true }).waitFor();
    expect((await get(`/v1/materials/${made.identifier}`)).status).toBe(200);
    await context.close();
  });

  it('that has ended takes the material from the world by itself, and everybody is told why', async () => {
    await again(clockModule((LAST_DAY + 1) * DAY_MS));
    await untilAnswers(made.identifier, 410);
    await expectTombstone(made.identifier, 'Hết thời hạn được dùng', TITLE);
    expect(await changesOf(made.identifier)).toEqual(['published', 'withdrawn']);
    const { context, page } = await signedIn(site, office.AUTHOR);
    await page
      .getByText(
        `Quyền sử dụng đã hết hạn ngày ${shownDay(LAST_DAY)}, học liệu đã tự động thu hồi.`,
      )
      .waitFor();
    expect(await bell(page)).toContain(`Hết hạn quyền, đã thu hồi: ${TITLE}`);
    await page.getByText('Đã hết hạn', { exact: true }).waitFor();
    await pictures(page, 'home-ended');
    await context.close();
  });
});
