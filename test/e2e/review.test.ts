import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayWhatItRanOn } from '../helpers/ran-on';
import {
  act,
  claim,
  launchBrowser,
  picture,
  signedIn,
  tab,
  type Person,
  type Site,
} from './browser';
import { handedIn, send, type HandedIn } from './prepare';
import { startServer } from './server';

const OFFICER = 'tuan.le@hoclieu.example.vn';
const EDITOR = 'ha.do@hoclieu.example.vn';
const EDITOR_NAME = 'Đỗ Ngọc Hà';

let site: Site;
let officer: Person;
let editor: Person;

beforeAll(async () => {
  const server = await startServer();
  sayWhatItRanOn({ ...server.on, search: 'embedded', mail: 'kept', scanner: 'off' });
  site = { server, browser: await launchBrowser() };
  officer = await signedIn(site, OFFICER);
  editor = await signedIn(site, EDITOR);
});

afterAll(async () => {
  await site.browser.close();
  await site.server.stop();
});

const address = (path: string) => `${site.server.base}${path}`;
const lineOf = (page: Page, label: string): Locator =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('group', { name: `Nhận xét mục ${label}`, exact: true }) });

async function openReview(page: Page, { id }: HandedIn): Promise<void> {
  await page.goto(address(`/admin/tham-dinh/${id}`));
  await page.getByRole('region', { name: 'Quyết định' }).waitFor();
}

async function openQueue(page: Page, tabName: string): Promise<void> {
  await page.goto(address('/admin/hang-doi'));
  await page.getByRole('tab', { name: new RegExp(`^${tabName}`) }).click();
}

/** How many decisions of this kind are recorded. */
async function records({ id }: HandedIn, action: string): Promise<number> {
  const where = `where[material][equals]=${id}&where[action][equals]=${action}`;
  const path = `/api/reviews/count?${where}`;
  return (await send<{ totalDocs: number }>(editor.page, 'GET', path)).totalDocs;
}

describe('a claim read beside its proof', () => {
  const ASKED = 'Quyết định có giao quyền chuyển thể không?';
  const REFUSED = 'Tên trong quyết định là Lê Minh Toàn.';
  const REPLY = 'Quyết định không giao quyền chuyển thể, đã bỏ.';
  let made: HandedIn;

  it('goes back with the reasons that were pinned to its lines while reading', async () => {
    made = await handedIn(site, officer, { title: 'Thu gom pin cũ tại khu dân cư' });
    const { page } = editor;
    await openQueue(page, 'Chưa nhận');
    await page.getByRole('link', { name: 'Thu gom pin cũ tại khu dân cư' }).click();
    await claim(page);
    const proof = page.getByRole('region', { name: 'Văn bản chứng minh' });
    await proof.getByRole('heading', { name: /87\/QĐ-SNNMT, 12\/03\/2026/ }).waitFor();
    await proof.getByRole('button', { name: /^Số: 87\/QĐ-SNNMT/ }).click();
    await proof.getByText('đã đối chiếu', { exact: true }).first().waitFor({ state: 'attached' });
    for (const label of ['Căn cứ được dùng', 'Giấy phép']) {
      await lineOf(page, label).getByRole('button', { name: 'Đạt', exact: true }).click();
    }
    const scope = lineOf(page, 'Phạm vi được dùng');
    await scope.getByRole('button', { name: 'Chưa rõ' }).click();
    await scope.getByLabel('Lời nhắn về Phạm vi được dùng').fill(ASKED);
    const authors = lineOf(page, 'Tác giả');
    await authors.getByRole('button', { name: 'Không đạt' }).click();
    await authors.getByLabel('Lý do trả lại').selectOption({ label: 'Văn bản chứng minh chưa đủ' });
    await authors.getByLabel('Lời nhắn về Tác giả').fill(REFUSED);
    await page.getByText('2 đạt, 1 chưa rõ, 1 không đạt').waitFor();
    await picture(page, 'review-pinned');
    await act(page, /^Trả lại/, 'Trả lại để bổ sung', async (dialog) => {
      const words = await dialog.getByLabel('Lời nhắn').inputValue();
      expect(words.split('\n').sort()).toEqual(
        [`Phạm vi được dùng: ${ASKED}`, `Tác giả: ${REFUSED}`].sort(),
      );
      expect(await dialog.getByLabel('Văn bản chứng minh chưa đủ').isChecked()).toBe(true);
    });
  });

  it('comes back showing only what changed, each beside what was asked', async () => {
    await send(officer.page, 'PATCH', `/api/rights-records/${made.rightsId}`, {
      scope: ['reproduce', 'communicate_to_public'],
      licence: await licenceId('CC-BY-ND-4.0'),
    });
    await officer.page.goto(address(`/admin/hoc-lieu/${made.id}`));
    await officer.page.getByText(ASKED).first().waitFor();
    await act(officer.page, 'Nộp lại thẩm định', 'Nộp lại thẩm định', (dialog) =>
      dialog.getByLabel('Trả lời người thẩm định').fill(REPLY),
    );
    const { page } = editor;
    await openReview(page, made);
    await page.getByText(REPLY).first().waitFor();
    await page.getByText('Đã sửa: Phạm vi được dùng, Giấy phép.').waitFor();
    const changes = page.locator('.kho-changes').first().getByRole('listitem');
    expect(await changes.count()).toBe(2);
    const scope = lineOf(page, 'Phạm vi được dùng');
    await claim(page);
    await scope.getByText(`Lần trước hỏi: ${ASKED}`).waitFor();
    await scope.getByText(/^Đã sửa từ lần trước\. Trước đây: /).waitFor();
    const authors = lineOf(page, 'Tác giả');
    await authors.getByText('Không sửa từ lần trước').waitFor();
    expect(
      await lineOf(page, 'Căn cứ được dùng')
        .getByText(/lần trước/i)
        .count(),
    ).toBe(0);
    await picture(page, 'review-again');
    await act(page, /^Duyệt$/, 'Duyệt', (dialog) => dialog.getByText('87/QĐ-SNNMT').waitFor());
    await page.getByText('Đã duyệt', { exact: true }).first().waitFor();
    expect(await records(made, 'approve')).toBe(1);
  });

  it('takes at most four clicks from the queue when nothing is in doubt', async () => {
    const title = 'Tưới nhỏ giọt cho vườn nhà';
    const plain = await handedIn(site, officer, { title });
    const { page } = editor;
    await openQueue(page, 'Chưa nhận');
    await page.getByRole('link', { name: title }).waitFor();
    await page.evaluate(() => {
      sessionStorage.setItem('clicks', '0');
      const count = () =>
        sessionStorage.setItem('clicks', String(Number(sessionStorage.getItem('clicks')) + 1));
      addEventListener('pointerdown', count, true);
    });
    await page.getByRole('link', { name: title }).click();
    await claim(page);
    await act(page, /^Duyệt$/, 'Duyệt');
    await page.getByText('Đã duyệt', { exact: true }).first().waitFor();
    const clicks = await page.evaluate(() => Number(sessionStorage.getItem('clicks')));
    expect(clicks).toBeGreaterThan(0);
    expect(clicks).toBeLessThanOrEqual(4);
    expect(await records(plain, 'approve')).toBe(1);
  });
});

describe('alike items decided together', () => {
  const titles = ['Một', 'Hai', 'Ba'].map((name) => `Phân loại rác, bài ${name}`);
  const made: HandedIn[] = [];

  it('are each approved or refused by name, with one record each', async () => {
    for (const title of titles) made.push(await handedIn(site, officer, { title }));
    const { page } = editor;
    await openQueue(page, 'Chưa nhận');
    await choose(page, 'phan loai rac bai');
    await page.getByRole('button', { name: 'Nhận 3 hồ sơ' }).click();
    await page.getByText('Không có hồ sơ nào khớp').waitFor();
    for (const one of made) await openReview(page, one);
    await openQueue(page, 'Của tôi');
    await choose(page, 'phan loai rac bai');
    await page.getByText('Đã chọn 3 hồ sơ cùng loại').waitFor();
    await page.getByRole('button', { name: 'Duyệt…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tôi đã xem', { exact: false }).check({ force: true });
    // Meanwhile, in another window, the editor corrects one of them: somebody else approves it now.
    const last = made[2];
    await send(page, 'PATCH', `/api/rights-records/${last?.rightsId ?? ''}`, {
      territory: 'vietnam',
    });
    await dialog.getByRole('button', { name: 'Duyệt 3 hồ sơ' }).click();
    await dialog.getByRole('heading', { name: 'Đã duyệt 2 hồ sơ' }).waitFor();
    const outcome = (title: string) => dialog.getByRole('listitem').filter({ hasText: title });
    await outcome(titles[0] ?? '')
      .getByText(/^Đã duyệt/)
      .waitFor();
    await outcome(titles[1] ?? '')
      .getByText(/^Đã duyệt/)
      .waitFor();
    await outcome(titles[2] ?? '')
      .getByText(/không được tự duyệt/)
      .waitFor();
    await picture(page, 'bulk-outcomes');
    await dialog.getByRole('button', { name: 'Đóng' }).first().click();
    await page.getByRole('link', { name: titles[2] }).waitFor();
    await page.getByText('Anh/chị đã sửa: người khác duyệt').waitFor();
    expect(await Promise.all(made.map((one) => records(one, 'approve')))).toEqual([1, 1, 0]);
  });

  async function choose(page: Page, words: string): Promise<void> {
    const filtered = page.waitForResponse((answer) => answer.url().includes('&q='));
    await page.getByRole('searchbox').fill(words);
    await filtered;
    await page.getByRole('link', { name: titles[0] }).waitFor();
    for (const title of titles) {
      await page.getByLabel(`Chọn ${title}`, { exact: true }).check({ force: true });
    }
  }
});

describe('a term that nobody can calculate', () => {
  const GROUND = 'Tác giả mất năm 1937 theo giấy chứng tử kèm theo; đã hết bảo hộ ở Pháp.';

  it('is decided by name, with a ground, before the claim can be approved', async () => {
    const title = 'Phố Hàng Nón năm 1905';
    const made = await handedIn(site, officer, {
      title,
      licence: 'CC-PDM-1.0',
      paper: { kind: 'public_domain_proof', number: '1937/41', date: '1937-09-02' },
      rights: {
        basis: 'public_domain',
        workType: 'photograph',
        authors: [{ name: 'Pierre Dieulefils', died: 1937, nationality: 'FR' }],
        country: 'FR',
        ...{ published: 'yes', firstPublishedYear: 1905 },
        ...{ owner: { kind: null, name: null }, scope: [], creditLine: 'P. Dieulefils, 1905' },
      },
    });
    const { page } = editor;
    await openReview(page, made);
    await claim(page);
    const approve = page.getByRole('button', { name: 'Duyệt', exact: true });
    expect(await approve.isEnabled()).toBe(false);
    const term = lineOf(page, 'Thời hạn bảo hộ');
    await term.getByText('phải có người thẩm định quyết định', { exact: false }).waitFor();
    await picture(page, 'named-decision');
    await term.getByRole('button', { name: 'Ghi quyết định nêu tên…' }).click();
    const dialog = page.getByRole('dialog', { name: `Quyết định nêu tên: ${title}` });
    const record = dialog.getByRole('button', { name: 'Ghi quyết định' });
    expect(await record.isEnabled()).toBe(false);
    await dialog.getByLabel('Lý do').fill(GROUND);
    await record.click();
    await dialog.waitFor({ state: 'hidden' });
    await term.getByText(`${EDITOR_NAME} quyết định ngày`, { exact: false }).waitFor();
    await term.getByText(GROUND).waitFor();
    await act(page, /^Duyệt$/, 'Duyệt');
    await page.getByText('Đã duyệt', { exact: true }).first().waitFor();
    await officer.page.goto(address(`/admin/hoc-lieu/${made.id}`));
    await tab(officer.page, 'Quyền');
    await officer.page.getByText(GROUND).waitFor();
    await officer.page.getByText(`${EDITOR_NAME} quyết định ngày`, { exact: false }).waitFor();
  });
});

describe('a question that the department handed on', () => {
  const FIRST = 'Người nộp không chắc ai làm ra. Căn cứ nào đúng?';
  const ANSWERS = ['Làm theo nhiệm vụ: Điều 39.', 'Quyết định 87 là giấy tờ cần có.'];

  it('is answered in the box that approves, where no word is lost on the way, and the department reads it', async () => {
    const title = 'Ủ lá khô trong sân trường';
    const answers = { maker: 'not_sure', paper_at_hand: 'none' };
    const rights = { interview: { version: '2026.1', answers } };
    const made = await handedIn(site, officer, { title, rights });
    const { page } = editor;
    await openReview(page, made);
    await claim(page);
    await page.getByText('Trả lời từng câu trong hộp “Duyệt”', { exact: false }).waitFor();
    const dialog = page.getByRole('dialog', { name: `Duyệt “${title}”?` });
    const boxes = dialog.getByRole('textbox');
    const approve = dialog.getByRole('button', { name: 'Duyệt', exact: true });
    const open = () => page.getByRole('button', { name: 'Duyệt', exact: true }).click();
    await open();
    await dialog.getByText('Trả lời hết thì duyệt được', { exact: false }).waitFor();
    expect(await boxes.count()).toBe(ANSWERS.length);
    await dialog.getByLabel(FIRST).fill(ANSWERS[0] ?? '');
    expect(await approve.isEnabled()).toBe(false);
    await picture(page, 'answers');
    await page.reload();
    await page.getByRole('region', { name: 'Quyết định' }).waitFor();
    await open();
    expect(await dialog.getByLabel(FIRST).inputValue()).toBe(ANSWERS[0]);
    await boxes.last().fill(ANSWERS[1] ?? '');
    await approve.click();
    await page.getByText('Đã duyệt', { exact: true }).first().waitFor();
    await officer.page.goto(address(`/admin/hoc-lieu/${made.id}`));
    await tab(officer.page, 'Lịch sử');
    for (const words of ANSWERS) await officer.page.getByText(words, { exact: false }).waitFor();
  });
});

describe('a filter of one’s own', () => {
  const saved = (page: Page) => page.getByRole('button', { name: /^Đã lưu/ });

  it('is saved, and is there after a new sign-in', async () => {
    const { page } = editor;
    await openQueue(page, 'Đã duyệt');
    const filter = page.getByLabel('Lọc theo đơn vị');
    const option = filter.locator('option', { hasText: /^Sở Nông nghiệp/ });
    await option.waitFor({ state: 'attached' });
    await filter.selectOption({ label: await option.innerText() });
    await saved(page).click();
    await page.getByRole('button', { name: 'Lưu bộ lọc này…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Lưu bộ lọc này' });
    await dialog.getByText(/Sẽ lưu: Đã duyệt · Sở Nông nghiệp/).waitFor();
    await dialog.getByLabel('Tên bộ lọc').fill('Nông nghiệp, chờ công bố');
    await dialog.getByRole('button', { name: 'Lưu bộ lọc' }).click();
    await page.getByRole('button', { name: 'Đã lưu: Nông nghiệp, chờ công bố' }).waitFor();

    await editor.context.close();
    editor = await signedIn(site, EDITOR);
    await openQueue(editor.page, 'Chưa nhận');
    await saved(editor.page).click();
    await picture(editor.page, 'saved-views');
    await editor.page.getByRole('button', { name: 'Nông nghiệp, chờ công bố' }).click();
    const opened = editor.page.getByRole('tab', { name: /^Đã duyệt/ });
    expect(await opened.getAttribute('aria-selected')).toBe('true');
    const shown = editor.page.getByLabel('Lọc theo đơn vị').locator('option:checked');
    await shown.filter({ hasText: /^Sở Nông nghiệp/ }).waitFor({ state: 'attached' });
  });

  it('gets another name, and goes only after a question', async () => {
    const { page } = editor;
    await saved(page).click();
    await page.getByRole('button', { name: /^Đổi tên/ }).click();
    const rename = page.getByRole('dialog', { name: /^Đổi tên/ });
    await rename.getByLabel('Tên bộ lọc').fill('Chờ công bố');
    await rename.getByRole('button', { name: 'Đổi tên' }).click();
    await page.getByRole('button', { name: 'Đã lưu: Chờ công bố' }).click();
    await page.getByRole('button', { name: /^Xóa/ }).click();
    const question = page.getByRole('dialog', { name: 'Xóa bộ lọc “Chờ công bố”?' });
    await question.getByRole('button', { name: 'Hủy' }).click();
    await page.getByRole('button', { name: 'Đã lưu: Chờ công bố' }).click();
    await page.getByRole('button', { name: /^Xóa/ }).click();
    await question.getByRole('button', { name: 'Xóa bộ lọc' }).click();
    await question.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Đã lưu', exact: true }).waitFor();
  });
});

describe('an absence', () => {
  it('is noted by the editor with Vietnamese dates, refused when reversed, and taken back', async () => {
    const { page } = editor;
    await page.goto(address('/admin/account'));
    const part = page.getByRole('region', { name: 'Vắng mặt' });
    await part.getByText('hồ sơ anh/chị đang giữ trở về hàng đợi', { exact: false }).waitFor();
    await part.getByLabel('Từ ngày').fill('05/01/2099');
    await part.getByLabel('Đến hết ngày').fill('02/01/2099');
    await part.getByRole('button', { name: 'Báo vắng mặt' }).click();
    await part.getByText('“Đến hết ngày” sớm hơn “Từ ngày”.', { exact: false }).waitFor();
    await part.getByLabel('Đến hết ngày').fill('09/01/2099');
    await part.getByRole('button', { name: 'Báo vắng mặt' }).click();
    await part.getByText('Anh/chị đã báo vắng từ 05/01/2099 đến hết 09/01/2099.').waitFor();
    await picture(page, 'absence');
    await part.getByRole('button', { name: 'Không vắng nữa' }).click();
    await part.getByText('Anh/chị đã báo vắng', { exact: false }).waitFor({ state: 'detached' });
  });
});

async function licenceId(code: string): Promise<string> {
  const { licences } = await send<{ licences: { id: string; code: string }[] }>(
    officer.page,
    'GET',
    '/api/staff/reference',
  );
  return licences.find((one) => one.code === code)?.id ?? '';
}
