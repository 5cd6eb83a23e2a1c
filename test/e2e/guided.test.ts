import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayWhatItRanOn } from '../helpers/ran-on';
import {
  choose,
  claim,
  launchBrowser,
  PHONE,
  picture,
  printPdf,
  signedIn,
  widthOf,
  type Person,
  type Site,
} from './browser';
import { DECISION, LEAFLET, TITLE } from './fill-in';
import { startServer } from './server';

const OFFICER = 'tuan.le@hoclieu.example.vn';
const EDITOR = 'ha.do@hoclieu.example.vn';
const ABSTRACT = 'Hướng dẫn từng bước ủ phân hữu cơ từ rác bếp trong thùng 20 lít cho hộ gia đình.';
const MOST_INPUTS = 25;

let site: Site;
let officer: Person;

beforeAll(async () => {
  const server = await startServer();
  sayWhatItRanOn({ ...server.on, search: 'embedded', mail: 'kept', scanner: 'off' });
  site = { server, browser: await launchBrowser() };
  officer = await signedIn(site, OFFICER);
});

afterAll(async () => {
  await officer.context.close();
  await site.browser.close();
  await site.server.stop();
});

/** Every press, choice and filled field of the person counts as one. */
function counted() {
  let inputs = 0;
  const does = async (what: Promise<unknown>) => {
    inputs += 1;
    await what;
  };
  return {
    count: () => inputs,
    press: (button: Locator) => does(button.click()),
    fill: (field: Locator, text: string) => does(field.fill(text)),
    select: (field: Locator, label: string) => does(field.selectOption({ label })),
    attach: (page: Page, button: Locator, file: string) => does(choose(page, button, file)),
    pick: async (page: Page, field: string, label: string) => {
      await does(page.getByRole('combobox', { name: field, exact: true }).fill(label));
      await does(page.getByRole('option', { name: label, exact: true }).click());
    },
  };
}
type Hand = ReturnType<typeof counted>;

const step = (page: Page, name: RegExp) => page.getByRole('heading', { level: 2, name });
const answer = (page: Page, question: RegExp, label: RegExp) =>
  page.getByRole('group', { name: question }).getByText(label);
const on = (page: Page, number: number) =>
  page.getByRole('button', { name: `Lưu và sang bước ${String(number)}` });

/** From the home page to the step that asks what it is about. */
async function begin(page: Page, hand: Hand, name: string, html = LEAFLET): Promise<string> {
  await page.goto(`${site.server.base}/admin`);
  const file = await printPdf(site, `${name}.pdf`, html);
  await hand.attach(page, page.getByRole('button', { name: 'Chọn tệp' }), file);
  await page.waitForURL(/\/admin\/nop-hoc-lieu\/[0-9a-f-]{36}/, { timeout: 60_000 });
  await step(page, /nói về gì/).waitFor();
  return /nop-hoc-lieu\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

async function describeIt(page: Page, hand: Hand): Promise<void> {
  await hand.select(page.getByLabel('Loại học liệu', { exact: true }), 'Tờ rơi');
  await hand.pick(page, 'Lĩnh vực', 'Nông nghiệp và môi trường');
  await hand.pick(page, 'Đối tượng', 'Mọi người dân');
  await hand.press(page.getByRole('button', { name: 'Dùng các giá trị này' }));
}

/** The questions that do not depend on who made it. */
async function answerTheRest(page: Page, hand: Hand): Promise<void> {
  await hand.press(answer(page, /loại tác phẩm/, /^Bài viết/));
  await hand.press(answer(page, /của người khác không/, /^Không có$/));
  await hand.press(answer(page, /nhận ra được/, /^Không có$/));
  await hand.press(answer(page, /công cụ AI/, /^Không$/));
  await hand.press(answer(page, /từng công bố/, /^Chưa$/));
}

async function declareAndSubmit(page: Page, hand: Hand): Promise<void> {
  await step(page, /Đọc lại/).waitFor();
  await hand.press(page.getByText('Học liệu không có bí mật nhà nước.', { exact: true }));
  await hand.press(page.getByText(/^Đã có đồng ý của những người/));
  const submit = page.getByRole('button', { name: 'Nộp thẩm định' });
  await page.getByText('Đã đủ để nộp thẩm định.').waitFor({ timeout: 20_000 });
  await hand.press(submit);
  await page.getByRole('heading', { level: 1, name: /^Đã nộp/ }).waitFor();
}

describe('a guided submission', () => {
  let id = '';

  it('leads from a file to the queue in few inputs, with a reload on the way', async () => {
    const { page } = officer;
    const hand = counted();
    id = await begin(page, hand, TITLE);
    expect(await page.getByLabel('Tên học liệu', { exact: true }).inputValue()).toBe(TITLE);
    await hand.fill(page.getByLabel('Tóm tắt', { exact: true }), ABSTRACT);
    // At once, before anything could be saved.
    await page.reload();
    await step(page, /nói về gì/).waitFor();
    await expect
      .poll(() => page.getByLabel('Tóm tắt', { exact: true }).inputValue())
      .toBe(ABSTRACT);
    await describeIt(page, hand);
    await hand.press(on(page, 3));

    await step(page, /Ai làm ra/).waitFor();
    await hand.press(answer(page, /Ai làm ra/, /^Cán bộ của đơn vị/));
    await hand.press(answer(page, /giao nhiệm vụ này/, /^Quyết định, kế hoạch/));
    const follows = page.getByRole('complementary', { name: 'Còn thiếu' });
    await follows
      .getByText(/Điều 39/)
      .first()
      .waitFor();
    await follows.getByText(/Quyết định, kế hoạch giao nhiệm vụ, ghi rõ ngày ký/).waitFor();
    await picture(page, 'guided-submission');
    const decision = await printPdf(site, 'quyet-dinh-87.pdf', DECISION);
    await hand.attach(page, page.getByRole('button', { name: 'Chọn tệp văn bản' }), decision);
    await hand.fill(page.getByRole('textbox', { name: 'Số, ký hiệu' }), '87/QĐ-SNNMT');
    await hand.fill(page.getByRole('textbox', { name: 'Ngày ký' }), '12/03/2026');
    await answerTheRest(page, hand);
    await hand.press(page.getByRole('button', { name: 'Dùng các giá trị này' }));
    await hand.press(page.getByRole('radio', { name: /^CC BY 4\.0/ }));
    await hand.press(on(page, 4));
    await declareAndSubmit(page, hand);

    expect(page.url()).toContain(`/admin/nop-hoc-lieu/${id}`);
    await page.getByText(/Hạn trả lời bước này: hết ngày \d{2}\/\d{2}\/\d{4}/).waitFor();
    console.info(`from files to submitted: ${String(hand.count())} inputs`);
    expect(hand.count()).toBeLessThanOrEqual(MOST_INPUTS);
  });

  it('says at its address where the material stands, once it is handed in', async () => {
    const { page } = officer;
    await page.goto(`${site.server.base}/admin/nop-hoc-lieu/${id}`);
    await page.getByRole('heading', { level: 1, name: /^Đã nộp/ }).waitFor();
  });
});

describe('an officer who is not sure', () => {
  it('submits the question with their name on it, and the editor cannot approve before it is answered', async () => {
    const { page } = officer;
    const hand = counted();
    const id = await begin(page, hand, 'Ủ phân: sổ tay', `${LEAFLET}<p>Sổ tay.</p>`);
    await hand.fill(page.getByLabel('Tóm tắt', { exact: true }), ABSTRACT);
    await describeIt(page, hand);
    await hand.press(on(page, 3));
    await hand.press(answer(page, /Ai làm ra/, /^Tôi không chắc$/));
    await hand.press(answer(page, /giấy tờ nào/, /^Không có giấy tờ nào$/));
    await answerTheRest(page, hand);
    await page.getByLabel('Tên tác phẩm', { exact: false }).fill('Ủ phân: sổ tay');
    await page.getByLabel('Dòng ghi công', { exact: true }).fill('Sở Nông nghiệp và Môi trường');
    await hand.press(on(page, 4));
    await declareAndSubmit(page, hand);

    const editor = await signedIn(site, EDITOR);
    await editor.page.goto(`${site.server.base}/admin/tham-dinh/${id}`);
    await claim(editor.page);
    const said = editor.page.getByRole('region', { name: 'Khai báo quyền' });
    await said.getByText('Lê Minh Tuấn hỏi người thẩm định').waitFor();
    await said.getByText('Người nộp không chắc ai làm ra. Căn cứ nào đúng?').waitFor();
    await expect(
      editor.page.getByRole('button', { name: 'Duyệt', exact: true }).isEnabled(),
    ).resolves.toBe(false);
    await editor.context.close();
  });
});

describe('what is typed', () => {
  it('outlives the tab it was typed in: it is offered beside what is stored', async () => {
    const { page, context } = officer;
    await begin(page, counted(), 'Nuôi gà thả vườn', '<h1>Nuôi gà thả vườn</h1>');
    const address = page.url().split('#')[0] ?? '';
    await page.getByLabel('Tóm tắt', { exact: true }).fill('Chuồng, thức ăn, phòng bệnh.');
    await page.close();
    officer.page = await context.newPage();
    await officer.page.goto(address);
    await officer.page.getByRole('button', { name: 'So sánh và lấy lại' }).click();
    const dialog = officer.page.getByRole('dialog', { name: /^Có nội dung chưa lưu/ });
    await dialog.getByText('Chuồng, thức ăn, phòng bệnh.').waitFor();
    await dialog.getByRole('button', { name: 'Giữ các bản đã chọn' }).click();
    const abstract = officer.page.getByLabel('Tóm tắt', { exact: true });
    await expect.poll(() => abstract.inputValue()).toBe('Chuồng, thức ăn, phòng bệnh.');
    await officer.page
      .getByText(/^Đã lưu lúc/)
      .first()
      .waitFor();
    await officer.page.reload();
    await step(officer.page, /nói về gì/).waitFor();
    expect(await abstract.inputValue()).toBe('Chuồng, thức ăn, phòng bệnh.');
    await expect(officer.page.getByText('Có nội dung chưa lưu').count()).resolves.toBe(0);
  });
});

describe('a tab and its duplicate', () => {
  /** How many tabs hold a name of their own. */
  const namedTabs = (page: Page) =>
    page.evaluate(async () => {
      const { held = [] } = await navigator.locks.query();
      return held.filter(({ name }) => name?.startsWith('kho-page:')).length;
    });

  it('keep what is typed in them apart', async () => {
    const { page, context } = officer;
    const before = page.url();
    await begin(page, counted(), 'Ủ men vi sinh', '<h1>Ủ men vi sinh</h1>');
    const address = page.url().split('#')[0] ?? '';
    const abstractOn = (one: Page) => one.getByLabel('Tóm tắt', { exact: true });
    // Nothing reaches the server: what is typed lives in the browser alone.
    await context.route('**/api/materials/**', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.fallback(),
    );
    await abstractOn(page).fill('Trong thẻ thứ nhất.');
    // As a browser duplicates a tab: with a copy of what the first one noted for itself.
    const opened = context.waitForEvent('page');
    await page.evaluate((url) => void window.open(`${url}#mo-ta`), address);
    const copy = await opened;
    await step(copy, /nói về gì/).waitFor();
    await expect.poll(() => namedTabs(copy), { timeout: 20_000 }).toBe(2);
    expect(await abstractOn(copy).inputValue()).toBe('');
    await abstractOn(copy).fill('Trong thẻ thứ hai.');
    await page.reload();
    await step(page, /nói về gì/).waitFor();
    await expect
      .poll(() => abstractOn(page).inputValue(), { timeout: 20_000 })
      .toBe('Trong thẻ thứ nhất.');
    await page.close();
    await copy.close();
    await context.unroute('**/api/materials/**');

    officer.page = await context.newPage();
    await officer.page.goto(`${address}#mo-ta`);
    const dialog = officer.page.getByRole('dialog', { name: /^Có nội dung chưa lưu/ });
    for (const words of ['Trong thẻ thứ nhất.', 'Trong thẻ thứ hai.']) {
      await officer.page.getByRole('button', { name: 'So sánh và lấy lại' }).click();
      await dialog.getByText(words).waitFor();
      await dialog.getByRole('button', { name: 'Bỏ nội dung chưa lưu' }).click();
    }
    await officer.page.goto(before);
    await step(officer.page, /nói về gì/).waitFor();
  });
});

describe('the guide', () => {
  it('opens the step and the field that a line of “Còn thiếu” names', async () => {
    const { page } = officer;
    await page.getByRole('link', { name: /Kiểm tra và nộp/ }).click();
    const rail = page.getByRole('complementary', { name: 'Còn thiếu' });
    await rail.getByRole('button', { name: /Chưa chọn lĩnh vực/ }).click();
    await step(page, /nói về gì/).waitFor();
    await expect
      .poll(() =>
        page
          .getByRole('combobox', { name: 'Lĩnh vực' })
          .evaluate((el) => el === document.activeElement),
      )
      .toBe(true);
    await page.goBack();
    await step(page, /Đọc lại/).waitFor();
  });

  it('and the full form show the same working copy', async () => {
    const { page } = officer;
    await page.getByRole('link', { name: 'Mở biểu mẫu đầy đủ' }).click();
    await page.getByRole('tab', { name: 'Mô tả' }).click();
    expect(await page.getByLabel('Tóm tắt', { exact: true }).inputValue()).toContain('Chuồng');
    await page.getByRole('link', { name: 'Nộp từng bước' }).click();
    await step(page, /nói về gì/).waitFor();
  });

  it('fits a phone in every step', async () => {
    const address = officer.page.url().split('#')[0] ?? '';
    const phone = await signedIn(site, OFFICER, PHONE);
    for (const name of ['tep', 'mo-ta', 'quyen', 'nop']) {
      await phone.page.goto(`${address}#${name}`);
      await phone.page.locator(`#kho-step-${name}`).waitFor();
      await phone.page.waitForLoadState('networkidle');
      expect(await widthOf(phone.page), name).toBeLessThanOrEqual(PHONE.width);
      if (name === 'quyen') await picture(phone.page, 'guided-submission-360');
    }
    await phone.context.close();
  });
});
