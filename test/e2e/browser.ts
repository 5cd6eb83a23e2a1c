import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
} from 'playwright-core';
import type { RunningServer } from './server';

export interface Person {
  context: BrowserContext;
  page: Page;
}

export interface Site {
  server: RunningServer;
  browser: Browser;
}

export const PHONE = { width: 360, height: 780 };
const DESK = { width: 1280, height: 800 };
/** `UPDATE_PICTURES=1` renews the pictures of the README and the guides. */
const PICTURES = process.env.UPDATE_PICTURES === '1' ? 'docs/pictures' : 'test-results';

export async function launchBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** A browser of one person, signed in on the sign-in page. */
export async function signedIn(site: Site, email: string, viewport = DESK): Promise<Person> {
  const context = await site.browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(`${site.server.base}/admin`);
  await page.fill('#field-email', email);
  await page.fill('#field-password', site.server.passwordOf(email));
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL(`${site.server.base}/admin`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { context, page };
}

/** As a reader of the guides should see it: at rest, without a passing notice over it. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('[data-sonner-toast]').first().waitFor({ state: 'hidden' });
  await page.evaluate(() => document.fonts.ready);
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}

/** A one-page PDF printed by the browser itself: real Vietnamese text, bytes nobody has seen before. */
export async function printPdf(site: Site, name: string, html: string): Promise<string> {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  const stamp = `<!-- ${name} -->`;
  await page.setContent(
    `<html lang="vi"><head><title>${name}</title><style>body{font:13pt/1.6 sans-serif;margin:14mm}h1{font-size:21pt}</style></head><body>${stamp}${html}</body></html>`,
  );
  const file = path.join(site.server.folder, name);
  writeFileSync(file, await page.pdf({ format: 'A4' }));
  await context.close();
  return file;
}

export async function choose(page: Page, button: Locator, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button.click();
  await (await chooser).setFiles(file);
}

export async function tab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click();
}

/** From the guided submission to the full form of the same working copy. */
export async function openFullForm(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Mở biểu mẫu đầy đủ' }).click();
  await page.getByRole('tab', { name: 'Mô tả' }).waitFor();
  await tab(page, 'Mô tả');
}

/** Presses the action and its confirmation in the dialog. */
export async function act(
  page: Page,
  button: RegExp | string,
  confirm: string,
  answer?: (dialog: Locator) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await answer?.(dialog);
  await dialog.getByRole('button', { name: confirm, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

export async function claim(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nhận thẩm định' }).click();
  await page.getByRole('button', { name: /^Trả lại/ }).waitFor();
}

export async function widthOf(page: Page): Promise<number> {
  return await page.evaluate(() => document.scrollingElement?.scrollWidth ?? Infinity);
}

export async function eventually<T>(
  look: () => Promise<T | undefined>,
  seconds: number,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  do {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  } while (Date.now() < end);
  throw new Error(`it did not happen within ${String(seconds)} s`);
}
