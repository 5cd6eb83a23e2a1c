import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayWhatItRanOn } from '../helpers/ran-on';
import { launchBrowser, signedIn, type Site } from './browser';
import { startServer } from './server';

const OFFICER = 'nam.vu@hoclieu.example.vn';
const EDITOR = 'ha.do@hoclieu.example.vn';
const ADMINISTRATOR = 'quantri@hoclieu.example.vn';
/** Web Content Accessibility Guidelines 2.2, levels A and AA. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let site: Site;

beforeAll(async () => {
  const server = await startServer();
  sayWhatItRanOn({ ...server.on, search: 'embedded', mail: 'kept', scanner: 'off' });
  site = { server, browser: await launchBrowser() };
});
afterAll(async () => {
  await site.browser.close();
  await site.server.stop();
});

/** At rest: what is being shown half transparent has no contrast yet. */
async function settle(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
  await page.addStyleTag({ content: '*{transition:none!important;animation:none!important}' });
  await page.evaluate(() => document.fonts.ready);
}

/** What breaks the guidelines, as `rule: where`. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async (tags) => {
    const tool = (window as unknown as { axe: typeof axe }).axe;
    return await tool.run(document, { runOnly: { type: 'tag', values: tags } });
  }, WCAG);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary ?? ''})`,
    ),
  );
}

/** Both themes; `expect.soft`, so that one run names the faults of every screen. */
async function check(page: Page, address: string, ready: (page: Page) => Promise<unknown>) {
  for (const theme of ['light', 'dark'] as const) {
    await page.goto(`${site.server.base}${address}`);
    await ready(page);
    await settle(page, theme);
    expect.soft(await faults(page), `${address} ${theme}`).toEqual([]);
  }
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).waitFor();

/** As the page itself asks: a session is good only from its own origin. */
async function materialIn(page: Page, state: string): Promise<string> {
  const id = await page.evaluate(async (wanted) => {
    const answer = await fetch(`/api/staff/materials?state=${wanted}`);
    const { items } = (await answer.json()) as { items: { id: string }[] };
    return items.at(0)?.id;
  }, state);
  if (!id) throw new Error(`the demo has no material in ${state}`);
  return id;
}

describe('no screen breaks WCAG 2.2 AA, light or dark:', () => {
  it('signing in', async () => {
    const page = await (await site.browser.newContext()).newPage();
    await check(page, '/admin/login', async () => await page.locator('#field-email').waitFor());
  });

  it('an officer’s home, materials, and a draft in each of its tabs', async () => {
    const { page } = await signedIn(site, OFFICER);
    await check(page, '/admin', heading);
    await check(page, '/admin/hoc-lieu', heading);
    const draft = await materialIn(page, 'draft');
    const tabs = page.getByRole('tab');
    const opened = async () => await tabs.first().waitFor();
    await check(page, `/admin/hoc-lieu/${draft}`, opened);
    for (let index = 1; index < (await tabs.count()); index += 1) {
      await check(page, `/admin/hoc-lieu/${draft}`, async () => {
        await opened();
        await tabs.nth(index).click();
        await page.waitForLoadState('networkidle');
      });
    }
  });

  it('an editor’s home, queue and review', async () => {
    const { page } = await signedIn(site, EDITOR);
    await check(page, '/admin', heading);
    await check(page, '/admin/hang-doi', heading);
    const claimed = await materialIn(page, 'submitted');
    await check(page, `/admin/tham-dinh/${claimed}`, async () => {
      await page.getByRole('region', { name: 'Quyết định' }).waitFor();
    });
  });

  it('an administrator’s home, health, audit trail and account', async () => {
    const { page } = await signedIn(site, ADMINISTRATOR);
    for (const address of ['/admin', '/admin/suc-khoe', '/admin/nhat-ky', '/admin/account'])
      await check(page, address, heading);
  });
});
