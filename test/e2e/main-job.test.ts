import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from './server';

const OFFICER = 'tuan.le@hoclieu.example.vn';
const EDITOR = 'ha.do@hoclieu.example.vn';
const TITLE = 'Ủ phân hữu cơ từ rác bếp tại nhà';
const PICTURES = process.env.UPDATE_PICTURES ? 'docs/pictures' : 'test-results';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  if (process.env.TEST_RAN_ON_FILE) {
    const ranOn = {
      database: 'sqlite',
      search: 'embedded',
      storage: 'disk',
      mail: 'kept',
      scanner: 'off',
    };
    appendFileSync(
      process.env.TEST_RAN_ON_FILE,
      `${JSON.stringify({ file: expect.getState().testPath, ...ranOn })}\n`,
    );
  }
  server = await startServer();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});

afterAll(async () => {
  await browser.close();
  expect(await server.stop()).toBe(0);
});

/** A browser of one person, signed in on the sign-in page. */
async function signedIn(email: string, size = { width: 1280, height: 800 }) {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  await page.goto(`${server.base}/admin`);
  await page.fill('#field-email', email);
  await page.fill('#field-password', server.passwordOf(email));
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL(`${server.base}/admin`);
  return { context, page };
}

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}

/** One page, as real as a scanner's: a PDF whose bytes nobody has seen before. */
function pdfBytes(text: string): Buffer {
  const stream = `BT /F1 18 Tf 72 720 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(stream.length)} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = body.length;
  body += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n`;
  body += offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  body += `trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R >>\nstartxref\n${String(xref)}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}

function pdfFile(name: string, text: string): string {
  const file = path.join(server.folder, name);
  writeFileSync(file, pdfBytes(text));
  return file;
}

const at = (field: string) => `#kho-f-${field}`;

async function tab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click();
}

async function pick(page: Page, field: string, label: string): Promise<void> {
  await page.locator(at(field)).fill(label);
  await page.getByRole('option', { name: label, exact: true }).first().click();
}

/** Presses the action and its confirmation in the dialog. */
async function act(page: Page, button: RegExp | string, confirm: string, comment?: string) {
  await page.getByRole('button', { name: button }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  if (comment !== undefined) {
    await dialog.getByRole('checkbox').first().check();
    await dialog.locator('textarea').last().fill(comment);
  }
  await dialog.getByRole('button', { name: confirm, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function eventually<T>(look: () => Promise<T | undefined>, seconds = 10): Promise<T> {
  for (let i = 0; i < seconds * 4; i += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('it did not happen in time');
}

async function describeMaterial(page: Page): Promise<void> {
  await page.fill(at('title'), TITLE);
  await page.fill(
    at('abstract'),
    'Hướng dẫn từng bước ủ phân hữu cơ từ rác bếp trong thùng 20 lít, không mùi, cho hộ gia đình ở chung cư.',
  );
  await page.locator(at('type')).selectOption({ label: 'Tờ rơi' });
  await pick(page, 'subjects', 'Nông nghiệp và môi trường');
  await pick(page, 'audiences', 'Mọi người dân');
  await page.getByRole('button', { name: 'Thêm người' }).click();
  await page.fill(at('creators-0-name'), 'Lê Minh Tuấn');
  await page.locator(at('creators-0-name')).blur();
}

async function claimRights(page: Page, evidence: string): Promise<void> {
  await tab(page, 'Quyền');
  await page.locator('input[type=radio][value=employment]').first().check({ force: true });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Chọn tệp văn bản' }).first().click();
  await (await chooser).setFiles(evidence);
  await page.locator(at('rights-evidence-0-number')).waitFor();
  await page.fill(at('rights-evidence-0-number'), '87/QĐ-SNNMT');
  await page.fill(at('rights-evidence-0-date'), '12/03/2026');
  await page.locator(at('rights-evidence-0-date')).blur();
  await page.fill(at('rights-evidence-0-issuer'), 'Sở Nông nghiệp và Môi trường');
  await page.fill(at('rights-title'), TITLE);
  await page.locator(at('rights-workType')).selectOption('text');
  await page.fill(at('rights-owner-name'), 'Sở Nông nghiệp và Môi trường Hà Nội');
  await page.locator(at('rights-owner-kind')).selectOption('state_agency');
  for (const box of await page.locator(`${at('rights-scope')} input[type=checkbox]`).all()) {
    await box.check({ force: true });
  }
  await page.locator(at('rights-licence')).selectOption({ label: await licenceLabel(page) });
  await page.fill(at('rights-creditLine'), 'Sở Nông nghiệp và Môi trường Hà Nội, 2026');
  for (const box of await page.locator(`${at('declarations')} input[type=checkbox]`).all()) {
    await box.check({ force: true });
  }
  await page.locator(at('rights-creditLine')).blur();
}

async function licenceLabel(page: Page): Promise<string> {
  const labels = await page.locator(`${at('rights-licence')} option`).allTextContents();
  const found = labels.find((label) => label.includes('CC BY 4.0'));
  if (!found) throw new Error(`no CC BY among ${labels.join(' | ')}`);
  return found;
}

async function openReview(page: Page, id: string): Promise<void> {
  await page.goto(`${server.base}/admin/tham-dinh/${id}`);
  await page.getByRole('region', { name: 'Quyết định' }).waitFor();
}

describe('the main job, in a browser', () => {
  let officer: { context: BrowserContext; page: Page };
  let editor: { context: BrowserContext; page: Page };
  let id = '';
  let identifier = '';
  let file = '';

  it('takes a file on the home page and says at once what is missing', async () => {
    officer = await signedIn(OFFICER);
    const { page } = officer;
    await page.getByText('Kéo tệp vào đây để nộp học liệu mới').waitFor();
    await picture(page, 'officer-home');
    file = pdfFile('u-phan-huu-co.pdf', `U phan huu co ${String(Date.now())}`);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Chọn tệp' }).click();
    await (await chooser).setFiles(file);
    await page.waitForURL(/\/admin\/hoc-lieu\/[0-9a-f-]{36}/, { timeout: 60_000 });
    id = /hoc-lieu\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
    await page.getByText('Chưa có tóm tắt.').first().waitFor();
    await expect(page.getByText('Chưa chọn lĩnh vực.').first().isVisible()).resolves.toBe(true);
  });

  it('is described, its rights claimed on evidence, and submitted', async () => {
    const { page } = officer;
    await describeMaterial(page);
    await claimRights(page, pdfFile('quyet-dinh.pdf', 'Quyet dinh 87'));
    const complete = page.getByText('Đã đủ để nộp thẩm định.').first();
    await complete.waitFor({ timeout: 20_000 }).catch(async (error: unknown) => {
      const rail = await page.getByRole('complementary').allTextContents();
      throw new Error(`still missing: ${rail.join(' | ').slice(0, 900)}`, { cause: error });
    });
    await picture(page, 'material');
    await act(page, 'Nộp thẩm định', 'Nộp thẩm định');
    await page.getByText('Đã nộp').first().waitFor();
  });

  it('is doubted by an editor who writes why, and comes back with these words', async () => {
    editor = await signedIn(EDITOR);
    const { page } = editor;
    await page.goto(`${server.base}/admin/hang-doi`);
    await page.getByText(TITLE).first().waitFor();
    await picture(page, 'queue');
    await openReview(page, id);
    await page.getByRole('button', { name: 'Nhận thẩm định' }).click();
    await page.getByText('Đang xét').first().waitFor();
    await picture(page, 'review');
    await act(
      page,
      /^Trả lại/,
      'Trả lại để bổ sung',
      'Xin ghi rõ tên người biên soạn trong quyết định.',
    );
    await officer.page.reload();
    await officer.page
      .getByText('Xin ghi rõ tên người biên soạn trong quyết định.')
      .first()
      .waitFor();
  });

  it('is amended, submitted again, approved and published', async () => {
    const { page } = officer;
    await tab(page, 'Mô tả');
    await page.fill(at('creators-0-name'), 'Lê Minh Tuấn, Trạm Khuyến nông');
    await page.locator(at('creators-0-name')).blur();
    await page
      .getByText(/Đã lưu lúc/)
      .first()
      .waitFor();
    await act(page, 'Nộp thẩm định', 'Nộp thẩm định');
    await openReview(editor.page, id);
    await editor.page.getByRole('button', { name: 'Nhận thẩm định' }).click();
    await editor.page.getByText('Đang xét').first().waitFor();
    await act(editor.page, 'Duyệt', 'Duyệt');
    await act(editor.page, 'Xuất bản…', 'Xuất bản');
  });

  it('is found by an unaccented query, read, and downloaded byte for byte', async () => {
    const found = await eventually(async () => {
      const answer = await fetch(`${server.base}/v1/search?q=u%20phan%20huu%20co`);
      const { items } = (await answer.json()) as { items: { identifier: string; title: string }[] };
      return items.find((item) => item.title === TITLE);
    });
    identifier = found.identifier;
    const answer = await fetch(`${server.base}/v1/materials/${identifier}`);
    const item = (await answer.json()) as {
      files: { url: string; sha256: string }[];
      attribution: string;
    };
    expect(item.attribution).toBe('Sở Nông nghiệp và Môi trường Hà Nội, 2026');
    const etag = answer.headers.get('etag') ?? '';
    const again = await fetch(`${server.base}/v1/materials/${identifier}`, {
      headers: { 'If-None-Match': etag },
    });
    expect(again.status).toBe(304);
    const bytes = Buffer.from(await (await fetch(item.files[0]?.url ?? '')).arrayBuffer());
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(item.files[0]?.sha256).toBe(sha256);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${server.base}/?q=u+phan+huu+co`);
    await page.getByText('Ủ phân hữu cơ').first().waitFor();
    await picture(page, 'portal');
    await context.close();
  });

  it('answers 410 after a withdrawal, everywhere', async () => {
    const item = (await (await fetch(`${server.base}/v1/materials/${identifier}`)).json()) as {
      files: { url: string }[];
    };
    const { page } = editor;
    await page.goto(`${server.base}/admin/hoc-lieu/${id}`);
    await act(page, 'Thu hồi', 'Thu hồi', 'Cần cập nhật số liệu.');
    await eventually(async () =>
      (await fetch(`${server.base}/v1/materials/${identifier}`)).status === 410 ? true : undefined,
    );
    const body = (await (
      await fetch(`${server.base}/v1/materials/${identifier}`)
    ).json()) as Record<string, unknown>;
    expect(body.code).toBe('withdrawn');
    expect(JSON.stringify(body)).not.toContain(TITLE);
    expect([404, 410]).toContain((await fetch(item.files[0]?.url ?? '')).status);
    await eventually(async () => {
      const found = await fetch(`${server.base}/v1/search?q=u%20phan%20huu%20co`);
      return (await found.text()).includes(identifier) ? undefined : true;
    });
    await officer.context.close();
    await editor.context.close();
  });
});

describe('on a phone', () => {
  const PHONE = { width: 360, height: 780 };

  it('shows home, material and review without sideways scrolling, and lets an editor decide', async () => {
    const officer = await signedIn(OFFICER, PHONE);
    const wide = (page: Page) =>
      page.evaluate(() => document.scrollingElement?.scrollWidth ?? Number.POSITIVE_INFINITY);
    expect(await wide(officer.page)).toBeLessThanOrEqual(360);
    const editor = await signedIn(EDITOR, PHONE);
    const { page } = editor;
    await page.goto(`${server.base}/admin/hang-doi`);
    await page.getByText('Trồng rau an toàn trên sân thượng, ban công').first().waitFor();
    expect(await wide(page)).toBeLessThanOrEqual(360);
    await page
      .getByRole('link', { name: /Trồng rau an toàn/ })
      .first()
      .click();
    await page.waitForURL(/tham-dinh/);
    await page.getByRole('button', { name: 'Nhận thẩm định' }).click();
    await page.getByText('Đang xét').first().waitFor();
    await picture(page, 'review-360');
    expect(await wide(page)).toBeLessThanOrEqual(360);
    await act(page, 'Duyệt', 'Duyệt');
    await page.getByText('Đã duyệt').first().waitFor();
    await officer.context.close();
    await editor.context.close();
  });
});

describe('two colleagues on one material', () => {
  it('tells the second that the first saved, with both versions, and overwrites nothing', async () => {
    const first = await signedIn('linh.dang@hoclieu.example.vn');
    const second = await signedIn('linh.dang@hoclieu.example.vn');
    const open = async ({ page }: { page: Page }) => {
      await page.goto(`${server.base}/admin/hoc-lieu`);
      await page
        .getByRole('link', { name: /Bát Tràng/ })
        .first()
        .click();
      await page.locator(at('title')).waitFor();
    };
    await open(first);
    await open(second);
    await first.page.fill(at('title'), 'Làng gốm Bát Tràng: bản của người thứ nhất');
    await first.page.locator(at('title')).blur();
    await first.page
      .getByText(/Đã lưu lúc/)
      .first()
      .waitFor();
    await second.page.fill(at('title'), 'Làng gốm Bát Tràng: bản của người thứ hai');
    await second.page.locator(at('title')).blur();
    const dialog = second.page.getByRole('dialog');
    await dialog.waitFor();
    const text = (await dialog.textContent()) ?? '';
    expect(text).toContain('bản của người thứ nhất');
    expect(text).toContain('bản của người thứ hai');
    await first.context.close();
    await second.context.close();
  });
});
