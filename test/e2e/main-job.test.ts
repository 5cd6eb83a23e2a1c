import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  act,
  choose,
  claim,
  eventually,
  launchBrowser,
  openFullForm,
  PHONE,
  picture,
  printPdf,
  signedIn,
  tab,
  widthOf,
  type Person,
  type Site,
} from './browser';
import { claimRights, DECISION, describeMaterial, LEAFLET, OWNER, TITLE } from './fill-in';
import { send } from './prepare';
import { sayWhatItRanOn } from '../helpers/ran-on';
import { startServer } from './server';

const OFFICER = 'tuan.le@hoclieu.example.vn';
const EDITOR = 'ha.do@hoclieu.example.vn';
const ADMINISTRATOR = 'quantri@hoclieu.example.vn';
const REPLY = 'Đã ghi rõ tên và đơn vị của người biên soạn.';
const WORDS = 'Xin ghi rõ tên người biên soạn trong quyết định.';

let site: Site;

beforeAll(async () => {
  const server = await startServer();
  sayWhatItRanOn({ ...server.on, search: 'embedded', mail: 'kept', scanner: 'off' });
  site = { server, browser: await launchBrowser() };
});

afterAll(async () => {
  await site.browser.close();
  const { code, seconds } = await site.server.stop();
  expect(code).toBe(0);
  expect(seconds).toBeLessThan(20);
});

const get = (address: string, headers?: Record<string, string>) =>
  fetch(new URL(address, site.server.base), { headers });
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function openReview(page: Page, id: string): Promise<void> {
  await page.goto(`${site.server.base}/admin/tham-dinh/${id}`);
  await page.getByRole('region', { name: 'Quyết định' }).waitFor();
}

describe('the main job, in a browser', () => {
  let officer: Person;
  let editor: Person;
  let file = '';
  let id = '';
  let identifier = '';
  let fileUrl = '';

  it('takes a file on the home page and says at once what is missing', async () => {
    officer = await signedIn(site, OFFICER);
    const { page } = officer;
    await page.getByText('Kéo tệp vào đây để nộp học liệu mới').waitFor();
    await picture(page, 'officer-home');
    file = await printPdf(site, 'u-phan-huu-co.pdf', LEAFLET);
    await choose(page, page.getByRole('button', { name: 'Chọn tệp' }), file);
    await page.waitForURL(/\/admin\/nop-hoc-lieu\/[0-9a-f-]{36}/, { timeout: 60_000 });
    id = /hoc-lieu\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
    await openFullForm(page);
    const rail = page.getByRole('complementary', { name: 'Tình trạng' });
    await rail.getByText('Chưa có tóm tắt.').waitFor();
    await rail.getByText('Chưa chọn lĩnh vực.').waitFor();
    await expect(page.getByRole('button', { name: 'Nộp thẩm định' }).isEnabled()).resolves.toBe(
      false,
    );
  });

  it('keeps no empty draft of a file that is refused', async () => {
    const { page } = officer;
    const drafts = async () =>
      await send<{ totalDocs: number }>(page, 'GET', '/api/materials?limit=1&depth=0');
    const before = (await drafts()).totalDocs;
    await page.goto(`${site.server.base}/admin`);
    const fake = path.join(site.server.folder, 'khong-phai-pdf.pdf');
    writeFileSync(fake, 'Đây không phải là một tệp PDF.');
    await choose(page, page.getByRole('button', { name: 'Chọn tệp' }), fake);
    await page.locator('.kho-uploads__why').waitFor({ timeout: 60_000 });
    await expect.poll(async () => (await drafts()).totalDocs, { timeout: 30_000 }).toBe(before);
    expect(page.url()).toBe(`${site.server.base}/admin`);
  });

  it('is described, its rights claimed on evidence, and submitted', async () => {
    const { page } = officer;
    await page.goto(`${site.server.base}/admin/nop-hoc-lieu/${id}`);
    await openFullForm(page);
    const rail = page.getByRole('complementary', { name: 'Tình trạng' });
    await describeMaterial(page);
    await rail.getByText('Chưa ghi người thực hiện.').waitFor({ state: 'detached' });
    await page.evaluate(() => window.scrollTo(0, 0));
    await picture(page, 'material');
    await claimRights(page, await printPdf(site, 'quyet-dinh-87.pdf', DECISION));
    await rail
      .getByText('Đã đủ để nộp thẩm định.')
      .waitFor({ timeout: 20_000 })
      .catch(async (cause: unknown) => {
        throw new Error(`still missing: ${await rail.innerText()}`, { cause });
      });
    await act(page, 'Nộp thẩm định', 'Nộp thẩm định');
    await page.getByText('Đã nộp', { exact: true }).first().waitFor();
  });

  it('is doubted by an editor who writes why while reading, and comes back with these words', async () => {
    editor = await signedIn(site, EDITOR);
    const { page } = editor;
    await page.getByRole('link', { name: 'Mở hàng đợi' }).click();
    const row = page.getByRole('link', { name: TITLE });
    await row.waitFor();
    await picture(page, 'queue');
    await row.click();
    await claim(page);
    await expectClaimBesideEvidence(page);
    await picture(page, 'review');
    const line = page.getByRole('listitem').filter({
      has: page.getByRole('group', { name: 'Nhận xét mục Tác giả' }),
    });
    await line.getByRole('button', { name: 'Không đạt' }).click();
    await line.getByLabel('Lý do trả lại').selectOption({ label: 'Văn bản chứng minh chưa đủ' });
    await line.getByLabel('Lời nhắn về Tác giả').fill(WORDS);
    await expect(
      page.getByRole('button', { name: 'Duyệt', exact: true }).isEnabled(),
    ).resolves.toBe(false);
    await act(page, /^Trả lại/, 'Trả lại để bổ sung', async (dialog) => {
      await expect(dialog.getByLabel('Lời nhắn').inputValue()).resolves.toContain(WORDS);
      await expect(dialog.getByLabel('Văn bản chứng minh chưa đủ').isChecked()).resolves.toBe(true);
    });
    await officer.page.goto(`${site.server.base}/admin`);
    await officer.page.getByRole('link', { name: `Bổ sung: ${TITLE}` }).click();
    await officer.page.getByText(WORDS).first().waitFor();
    await openFullForm(officer.page);
  });

  it('is amended, submitted again, ticked line by line, approved and published', async () => {
    const people = officer.page.getByRole('group', { name: 'Người thực hiện' });
    await tab(officer.page, 'Mô tả');
    await people.getByLabel('Họ và tên').fill('Lê Minh Tuấn, Trạm Khuyến nông');
    await people.getByLabel('Họ và tên').blur();
    await officer.page
      .getByText(/Đã lưu lúc/)
      .first()
      .waitFor();
    await act(officer.page, 'Nộp lại thẩm định', 'Nộp lại thẩm định', (dialog) =>
      dialog.getByLabel('Trả lời người thẩm định').fill(REPLY),
    );
    const { page } = editor;
    await openReview(page, id);
    await page.getByText(REPLY).first().waitFor();
    await claim(page);
    for (const tick of await page.getByRole('button', { name: 'Đạt', exact: true }).all()) {
      await tick.click();
    }
    await expect(page.getByText('chưa xem').count()).resolves.toBe(0);
    await act(page, /^Duyệt$/, 'Duyệt', async (dialog) => {
      await dialog.getByText('87/QĐ-SNNMT').waitFor();
    });
    await act(page, 'Công bố…', 'Công bố');
  });

  it('is found by an unaccented query, read, and downloaded byte for byte', async () => {
    const found = await eventually(async () => {
      const { items } = (await (await get('/v1/search?q=u%20phan%20huu%20co')).json()) as {
        items: { identifier: string; title: string }[];
      };
      return items.find((item) => item.title === TITLE);
    }, 5);
    identifier = found.identifier;
    const answer = await get(`/v1/materials/${identifier}`);
    const item = (await answer.json()) as {
      files: { url: string; sha256: string }[];
      attribution: string;
    };
    expect(item.attribution).toBe(`${OWNER}, 2026`);
    fileUrl = item.files[0]?.url ?? '';
    const bytes = Buffer.from(await (await get(fileUrl)).arrayBuffer());
    expect(sha256(bytes)).toBe(sha256(readFileSync(file)));
    expect(item.files[0]?.sha256).toBe(sha256(bytes));
    const etag = answer.headers.get('etag') ?? '';
    expect((await get(`/v1/materials/${identifier}`, { 'If-None-Match': etag })).status).toBe(304);
  });

  it('is found by a learner on the public page', async () => {
    const context = await site.browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(site.server.base);
    await page.getByRole('searchbox').fill('u phan huu co');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.getByRole('link', { name: TITLE }).first().waitFor();
    await picture(page, 'portal');
    await context.close();
  });

  it('answers 410 after a withdrawal, everywhere', async () => {
    const { page } = editor;
    await page.goto(`${site.server.base}/admin/hoc-lieu/${id}`);
    await act(page, 'Thu hồi', 'Thu hồi', async (dialog) => {
      await dialog.getByLabel('Nội dung sai sót').check({ force: true });
      await dialog.getByLabel('Lời nhắn').fill('Cần cập nhật số liệu.');
    });
    await eventually(
      async () => ((await get(`/v1/materials/${identifier}`)).status === 410 ? true : undefined),
      5,
    );
    const told = await (await get(`/v1/materials/${identifier}`)).text();
    expect(JSON.parse(told)).toMatchObject({ code: 'withdrawn' });
    expect(told).not.toContain(TITLE);
    expect([404, 410]).toContain((await get(fileUrl)).status);
    await eventually(async () => {
      const listed = await (await get('/v1/search?q=u%20phan%20huu%20co')).text();
      return listed.includes(identifier) ? undefined : true;
    }, 5);
    await officer.context.close();
    await editor.context.close();
  });

  async function expectClaimBesideEvidence(page: Page): Promise<void> {
    const said = page.getByRole('region', { name: 'Khai báo quyền' });
    const proof = page.getByRole('region', { name: 'Văn bản chứng minh' });
    await said.getByText('Làm theo nhiệm vụ được giao').waitFor();
    await proof.getByRole('heading', { name: /87\/QĐ-SNNMT, 12\/03\/2026/ }).waitFor();
    const [left, right] = [await said.boundingBox(), await proof.boundingBox()];
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual((right?.x ?? 0) + 1);
  }
});

describe('on a phone', () => {
  it('shows an officer the home page and a material without sideways scrolling', async () => {
    const { context, page } = await signedIn(site, OFFICER, PHONE);
    expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.width);
    await page.getByRole('link', { name: /Trồng rau an toàn/ }).click();
    await page.getByRole('tab', { name: 'Mô tả' }).waitFor();
    await picture(page, 'material-360');
    for (const name of ['Mô tả', 'Tệp', 'Quyền', 'Trao đổi', 'Lịch sử', 'Bản công bố']) {
      await tab(page, name);
      await page.waitForLoadState('networkidle');
      expect(await widthOf(page), name).toBeLessThanOrEqual(PHONE.width);
    }
    await context.close();
  });

  it('lets an editor read claim and evidence, and decide', async () => {
    const { context, page } = await signedIn(site, EDITOR, PHONE);
    await page.goto(`${site.server.base}/admin/hang-doi`);
    await page.getByRole('link', { name: /Trồng rau an toàn/ }).waitFor();
    expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.width);
    await page.getByRole('link', { name: /Trồng rau an toàn/ }).click();
    await page.waitForURL(/tham-dinh/);
    await claim(page);
    await picture(page, 'review-360');
    for (const name of ['Học liệu', 'Văn bản', 'Khai báo']) {
      await page.getByRole('tab', { name, exact: true }).click();
      expect(await widthOf(page), name).toBeLessThanOrEqual(PHONE.width);
    }
    await act(page, /^Duyệt$/, 'Duyệt');
    await page.getByText('Đã duyệt', { exact: true }).first().waitFor();
    await context.close();
  });
});

describe('two colleagues on one material', () => {
  it('tells the second that the first saved, shows both versions, and keeps what is chosen', async () => {
    const colleague = 'linh.dang@hoclieu.example.vn';
    const first = (await signedIn(site, colleague)).page;
    const second = (await signedIn(site, colleague)).page;
    const titleOn = (page: Page) => page.getByLabel('Tên học liệu', { exact: true });
    for (const page of [first, second]) {
      await page.goto(`${site.server.base}/admin/hoc-lieu`);
      await page
        .getByRole('link', { name: /Bát Tràng/ })
        .first()
        .click();
      await openFullForm(page);
      await titleOn(page).waitFor();
    }
    await titleOn(first).fill('Làng gốm Bát Tràng: bản thứ nhất');
    await first.getByRole('button', { name: 'Lưu', exact: true }).click();
    await first
      .getByText(/Đã lưu lúc/)
      .first()
      .waitFor();
    await titleOn(second).fill('Làng gốm Bát Tràng: bản thứ hai');
    await second.getByRole('button', { name: 'Lưu', exact: true }).click();
    const dialog = second.getByRole('dialog', { name: 'Có người vừa sửa cùng mục' });
    await dialog.getByText('Làng gốm Bát Tràng: bản thứ hai').waitFor();
    await dialog.getByText('Làng gốm Bát Tràng: bản thứ nhất').click();
    await dialog.getByRole('button', { name: 'Giữ các bản đã chọn' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await second.reload();
    await titleOn(second).waitFor();
    expect(await titleOn(second).inputValue()).toBe('Làng gốm Bát Tràng: bản thứ nhất');
    for (const page of [first, second]) await page.context().close();
  });
});

describe('ten files, described once', () => {
  it('fills a draft in from another material, and takes it back at once', async () => {
    const { context, page } = await signedIn(site, OFFICER);
    const made = await page.evaluate(async () => {
      const answer = await fetch('/api/materials', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ title: 'Ủ phân: tờ rơi thứ hai' }),
      });
      return ((await answer.json()) as { doc: { id: string } }).doc.id;
    });
    await page.goto(`${site.server.base}/admin/hoc-lieu/${made}`);
    const rail = page.getByRole('complementary', { name: 'Tình trạng' });
    await rail.getByText('Chưa có tóm tắt.').waitFor();
    await page.getByRole('button', { name: /^Lấy mô tả từ học liệu khác/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Lấy mô tả/ });
    await dialog.getByRole('searchbox').fill('rau an toan');
    await dialog.getByRole('radio', { name: /Trồng rau an toàn/ }).check({ force: true });
    await dialog.getByLabel('Lấy cả khai báo quyền').check({ force: true });
    await dialog.getByLabel('Cùng một văn bản chứng minh').check({ force: true });
    await dialog.getByText(/^Sẽ điền \d+ ô$/).waitFor();
    await dialog.getByText(/^Kèm \d+ văn bản/).waitFor();
    await dialog.getByRole('button', { name: /^Điền \d+ ô vào bản nháp này$/ }).click();
    await rail.getByText('Chưa có tóm tắt.').waitFor({ state: 'detached' });
    await rail.getByText('Chưa có tệp văn bản chứng minh', { exact: false }).waitFor({
      state: 'detached',
    });
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await rail.getByText('Chưa có tóm tắt.').waitFor();
    await rail.getByText('Chưa chọn căn cứ sử dụng', { exact: false }).waitFor();
    await context.close();
  });
});

describe('the lists of the administrator', () => {
  it('mark the field that was refused and say at it what to do', async () => {
    const { context, page } = await signedIn(site, ADMINISTRATOR);
    await page.goto(`${site.server.base}/admin/collections/departments/create`);
    await page.locator('#field-code').fill('Mã có dấu');
    await page.locator('#field-name').fill('Trung tâm thử');
    await page.locator('#action-save').click();
    const refused = page.locator('.field-type', { has: page.locator('#field-code') });
    await refused.locator('.field-error').waitFor();
    await expect(refused.locator('.field-error').innerText()).resolves.toMatch(/^Chữ không dấu/);
    await context.close();
  });
});

describe('in English', () => {
  it('labels the screens in English once the person switches, and keeps to it', async () => {
    const { context, page } = await signedIn(site, EDITOR);
    await page.getByRole('button', { name: 'Ngôn ngữ giao diện: Tiếng Việt' }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Review work' }).waitFor();
    await page.getByRole('link', { name: 'Open the queue' }).click();
    await page.getByRole('heading', { level: 1, name: 'Review queue' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Review queue' }).waitFor();
    await expect(page.getByText('Hàng đợi').count()).resolves.toBe(0);
    await context.close();
  });
});
