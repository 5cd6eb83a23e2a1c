import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { choose, tab } from './browser';

export const TITLE = 'Ủ phân hữu cơ từ rác bếp tại nhà';
export const OWNER = 'Sở Nông nghiệp và Môi trường Hà Nội';

/** The element of a field, as the lines of the rail find it. */
export const at = (field: string) => `#kho-f-${field}`;

export const LEAFLET = `<h1>${TITLE}</h1>
<p>Rác bếp chiếm hơn một nửa lượng rác của mỗi gia đình. Ủ tại nhà trong thùng 20 lít, sau sáu tuần
có phân bón cho rau trên sân thượng, ban công.</p>
<h2>Cần chuẩn bị</h2><p>Thùng có nắp và lỗ thoát khí, xơ dừa hoặc lá khô, chế phẩm vi sinh.</p>
<h2>Bốn bước</h2><ol><li>Lót một lớp lá khô dày 5 cm.</li><li>Cắt nhỏ vỏ rau củ, rải đều.</li>
<li>Phủ xơ dừa sau mỗi lần cho rác, giữ ẩm vừa phải.</li><li>Đảo mỗi tuần một lần.</li></ol>`;

export const DECISION = `<p><b>UBND THÀNH PHỐ HÀ NỘI<br>SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG</b></p>
<p>Số: 87/QĐ-SNNMT</p><p><i>Hà Nội, ngày 12 tháng 3 năm 2026</i></p>
<h1>QUYẾT ĐỊNH</h1><p>Về việc giao nhiệm vụ biên soạn tờ rơi “${TITLE}”</p>
<p><b>Điều 1.</b> Giao ông Lê Minh Tuấn biên soạn tờ rơi theo Điều 39 Luật Sở hữu trí tuệ.</p>
<p><b>Điều 2.</b> Sở giữ quyền tài sản đối với tờ rơi và công bố theo giấy phép mở.</p>`;

async function pick(page: Page, field: string, label: string): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).fill(label);
  await page.getByRole('option', { name: label, exact: true }).click();
}

export async function describeMaterial(page: Page): Promise<void> {
  await page.getByLabel('Tên học liệu', { exact: true }).fill(TITLE);
  await page
    .getByLabel('Tóm tắt', { exact: true })
    .fill(
      'Hướng dẫn từng bước ủ phân hữu cơ từ rác bếp trong thùng 20 lít, không mùi, cho hộ gia đình ở chung cư.',
    );
  await page.getByLabel('Loại học liệu', { exact: true }).selectOption({ label: 'Tờ rơi' });
  await pick(page, 'Lĩnh vực', 'Nông nghiệp và môi trường');
  await pick(page, 'Đối tượng', 'Mọi người dân');
  await page.getByRole('button', { name: 'Thêm người' }).click();
  const people = page.getByRole('group', { name: 'Người thực hiện' });
  await people.getByLabel('Họ và tên').fill('Lê Minh Tuấn');
  await people.getByLabel('Họ và tên').blur();
}

export async function claimRights(page: Page, evidence: string): Promise<void> {
  await tab(page, 'Quyền');
  await page.getByRole('radio', { name: /^Làm theo nhiệm vụ được giao/ }).check({ force: true });
  await giveEvidence(page, evidence);
  await page.getByText(/Cần có: Quyết định, kế hoạch giao nhiệm vụ, ghi rõ ngày ký/).waitFor();
  await page.getByRole('button', { name: 'Dùng các giá trị này' }).click();
  expect(await page.getByLabel('Tên tác phẩm trong văn bản').inputValue()).toBe(TITLE);
  await page.getByLabel('Loại hình tác phẩm').selectOption({ label: 'Tác phẩm viết, bài giảng' });
  await page.getByLabel('Năm định hình').fill('2026');
  await page.getByRole('button', { name: 'Thêm tác giả' }).click();
  await page.locator(at('rights-authors-0-name')).fill('Lê Minh Tuấn');
  await page.getByLabel('Tên chủ sở hữu').fill(OWNER);
  await page.getByLabel('Chủ sở hữu là').selectOption({ label: 'Cơ quan nhà nước' });
  const scope = page.getByRole('group', { name: 'Được phép làm gì' });
  for (const box of await scope.getByRole('checkbox').all()) await box.check({ force: true });
  await page.getByRole('radio', { name: /^CC BY 4\.0/ }).check({ force: true });
  await page.getByLabel('Dòng ghi công', { exact: true }).fill(`${OWNER}, 2026`);
  await page.getByLabel('Có dùng công cụ AI không').selectOption({ label: 'Không dùng' });
  await page
    .getByLabel('Đồng ý của người có hình ảnh')
    .selectOption({ label: 'Không có hình ảnh người nhận ra được' });
  const declared = page.getByRole('group', { name: 'Đơn vị cam kết' });
  for (const box of await declared.getByRole('checkbox').all()) await box.check({ force: true });
}

async function giveEvidence(page: Page, evidence: string): Promise<void> {
  await choose(page, page.getByRole('button', { name: 'Chọn tệp văn bản' }), evidence);
  await page.getByRole('textbox', { name: 'Số, ký hiệu' }).fill('87/QĐ-SNNMT');
  await page.getByRole('textbox', { name: 'Ngày ký' }).fill('12/03/2026');
  await page
    .getByRole('textbox', { name: 'Cơ quan ban hành' })
    .fill('Sở Nông nghiệp và Môi trường');
  await page
    .getByRole('combobox', { name: 'Loại văn bản' })
    .selectOption({ label: 'Quyết định, kế hoạch giao nhiệm vụ' });
}
