import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayWhatItRanOn } from '../helpers/ran-on';
import { eventually, launchBrowser, picture, signedIn, type Person, type Site } from './browser';
import { send } from './prepare';
import { startServer } from './server';

const OFFICER = 'tuan.le@hoclieu.example.vn';
const ADMINISTRATOR = 'quantri@hoclieu.example.vn';
const INTO = 'Sở Y tế';

interface Department {
  id: string;
  name: string;
}

let site: Site;
let administrator: Person;
let officer: Person;
let from: Department;

beforeAll(async () => {
  const server = await startServer();
  sayWhatItRanOn({ ...server.on, search: 'embedded', mail: 'kept', scanner: 'off' });
  site = { server, browser: await launchBrowser() };
  administrator = await signedIn(site, ADMINISTRATOR);
  officer = await signedIn(site, OFFICER);
  const query = 'where[code][equals]=NNMT&depth=0&locale=vi';
  const found = await ask<{ docs: Department[] }>(`/api/departments?${query}`);
  from = found.docs[0] ?? { id: '', name: '' };
});

afterAll(async () => {
  await site.browser.close();
  await site.server.stop();
});

const ask = <T>(path: string) => send<T>(administrator.page, 'GET', path);
const counted = async (path: string) => (await ask<{ totalDocs: number }>(path)).totalDocs;

/** What belongs to the department that is to close. */
const belonging = async () => ({
  people: await counted(`/api/users/count?where[departments][in]=${from.id}`),
  materials: await counted(`/api/materials/count?where[department][equals]=${from.id}&trash=true`),
});
const mergedInto = async () =>
  (await ask<{ mergedInto?: string | null }>(`/api/departments/${from.id}?depth=0`)).mergedInto;

/** On the page of the department, with the other one chosen and the question asked. */
async function question() {
  const { page } = administrator;
  await page.goto(`${site.server.base}/admin/collections/departments/${from.id}`);
  await page.locator('#field-mergedInto input').first().fill(INTO);
  await page.getByRole('option', { name: INTO, exact: true }).click();
  await page.getByRole('button', { name: 'Sáp nhập…' }).click();
  const dialog = page.getByRole('dialog', { name: `Sáp nhập ${from.name} vào ${INTO}?` });
  await dialog.waitFor();
  return dialog;
}

describe('a merger of departments', () => {
  it('says first what moves, that it is for good, and who must sign in again', async () => {
    const { people, materials } = await belonging();
    expect(people * materials).toBeGreaterThan(0);
    const dialog = await question();
    await dialog
      .getByText(`${String(people)} người và ${String(materials)} học liệu`, { exact: false })
      .waitFor();
    await dialog.getByText('Người chuyển đi phải đăng nhập lại', { exact: false }).waitFor();
    await dialog.getByText('Không hoàn tác được.').waitFor();
    await picture(administrator.page, 'merger');
    await dialog.getByRole('button', { name: 'Hủy' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await mergedInto()).toBeNull();
    expect(await belonging()).toEqual({ people, materials });
  });

  it('moves everybody and everything once it is confirmed; who was writing loses no word', async () => {
    const { page } = officer;
    const title = 'Trồng rau trên ban công';
    const { doc } = await send<{ doc: { id: string } }>(page, 'POST', '/api/materials', { title });
    await page.goto(`${site.server.base}/admin/hoc-lieu/${doc.id}`);
    const abstract = page.getByLabel('Tóm tắt', { exact: true });
    await abstract.waitFor();
    const before = await belonging();

    const dialog = await question();
    await dialog.getByRole('button', { name: 'Sáp nhập', exact: true }).click();
    await administrator.page.getByText(`Đã sáp nhập vào ${INTO}`, { exact: false }).waitFor();
    const { people, materials } = before;
    await administrator.page
      .getByText(`Chuyển theo: ${String(people)} người, ${String(materials)} học liệu.`)
      .waitFor();
    await eventually(async () => {
      const left = await belonging();
      return left.people + left.materials === 0 ? true : undefined;
    }, 60);
    await picture(administrator.page, 'merged');

    await abstract.fill('Chậu, đất, nước tưới.');
    await page.getByRole('dialog', { name: 'Phiên làm việc đã hết' }).waitFor();
    expect(await abstract.inputValue()).toBe('Chậu, đất, nước tưới.');
  });
});
