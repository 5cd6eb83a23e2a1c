import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from '../helpers/built';
import { launchBrowser, PHONE, picture, signedIn, type Site } from './browser';

const ADMINISTRATOR = 'quantri@hoclieu.example.vn';
const EDITOR = 'bien.tap@hoclieu.example.vn';
const PASSWORD = 'mat-khau-cua-bien-tap-7';

let house: House;
let site: Site;

async function post(address: string, body: unknown, token?: string): Promise<{ token?: string }> {
  const headers = {
    'content-type': 'application/json',
    ...(token ? { authorization: `JWT ${token}` } : {}),
  };
  const url = `${site.server.base}${address}`;
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(reply.ok).toBe(true);
  return (await reply.json()) as { token?: string };
}

/** A new repository whose mail server is out: nobody listens there. */
beforeAll(async () => {
  house = openHouse({ SMTP_URL: 'smtp://127.0.0.1:9', SEED_DEMO: 'false' });
  const { base, stop } = await house.start('all');
  const { folder, on } = house;
  const passwordOf = (email: string) => (email === EDITOR ? PASSWORD : house.passwordOf(email));
  site = { server: { base, stop, folder, on, passwordOf }, browser: await launchBrowser() };
  const credentials = { email: ADMINISTRATOR, password: passwordOf(ADMINISTRATOR) };
  const { token } = await post('/api/users/login', credentials);
  const editor = { email: EDITOR, name: 'Biên Tập', role: 'editor', password: PASSWORD };
  await post('/api/users', { ...editor, active: true }, token);
});

afterAll(async () => {
  await site.browser.close();
  await site.server.stop();
  await house.clear();
});

describe('the screen of the system’s health', () => {
  it('leads an administrator from home to what is out, first and with what to do', async () => {
    const { page } = await signedIn(site, ADMINISTRATOR);
    await page.getByRole('link', { name: 'Xem từng phần và việc cần làm' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sức khỏe hệ thống' }).waitFor();
    const first = page.locator('.kho-parts > li').first();
    await first.waitFor();
    expect(await first.getAttribute('data-part')).toBe('mail');
    expect(await first.innerText()).toMatch(/Không trả lời[^]*Cần làm:[^]*SMTP_URL/);
    expect(await page.getByRole('status').first().innerText()).toContain('1 phần gặp sự cố');
    const worker = page.locator('[data-part="worker"]');
    expect(await worker.innerText()).toMatch(/Đang chạy[^]*Lần cuối chạy tốt/);
    await picture(page, 'health');
    await page.setViewportSize(PHONE);
    await page.reload();
    await first.waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(PHONE.width);
    await picture(page, 'health-360');
  });

  it('looks again when the button is pressed by keyboard, and says when it could not', async () => {
    const { context, page } = await signedIn(site, ADMINISTRATOR);
    await page.goto(`${site.server.base}/admin/suc-khoe`);
    const again = page.getByRole('button', { name: 'Xem lại ngay' });
    await page.locator('.kho-parts > li').first().waitFor();
    await context.setOffline(true);
    await again.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Chưa hỏi lại được máy chủ').waitFor();
    expect(await page.locator('.kho-parts > li').count()).toBeGreaterThan(10);
    await context.setOffline(false);
    await page.keyboard.press('Enter');
    await page.getByText('Chưa hỏi lại được máy chủ').waitFor({ state: 'detached' });
  });

  it('is closed to an editor', async () => {
    const { page } = await signedIn(site, EDITOR);
    expect(await page.getByRole('link', { name: 'Sức khỏe hệ thống' }).count()).toBe(0);
    await page.goto(`${site.server.base}/admin/suc-khoe`);
    await page.getByRole('heading').first().waitFor();
    expect(await page.locator('.kho-parts').count()).toBe(0);
  });
});
