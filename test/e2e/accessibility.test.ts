import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayWhatItRanOn } from '../helpers/ran-on';
import { GUIDE_STEPS } from '../../src/admin/guide/steps';
import { eventually, launchBrowser, signedIn, type Site } from './browser';
import { startServer } from './server';

const OFFICER = 'nam.vu@hoclieu.example.vn';
const EDITOR = 'ha.do@hoclieu.example.vn';
const ADMINISTRATOR = 'quantri@hoclieu.example.vn';
/** Web Content Accessibility Guidelines 2.2, levels A and AA. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What Payload's own form of a collection draws and no setting of it reaches: the arrow of a list to
 * choose from, the field one types into there, the button of further actions, the tabs above.
 */
const OF_PAYLOAD = [
  /^aria-hidden-focus: \S.*\.dropdown-indicator /,
  /^label: #react-select-/,
  /^button-name: \.doc-controls__popup /,
  /^list: \.doc-tabs__tabs /,
];

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
  // The public pages take no style from anywhere but themselves.
  await page.evaluate(() => {
    const still = new CSSStyleSheet();
    still.replaceSync('*{transition:none!important;animation:none!important}');
    document.adoptedStyleSheets.push(still);
  });
  await page.evaluate(() => document.fonts.ready);
}

/** What breaks the guidelines, as `rule: where`. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async (tags) => {
    const tool = (window as unknown as { axe: typeof axe }).axe;
    return await tool.run(document, { runOnly: { type: 'tag', values: tags } });
  }, WCAG);
  return violations
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary ?? ''})`,
      ),
    )
    .filter((fault) => !OF_PAYLOAD.some((part) => part.test(fault)));
}

/** Both themes; `expect.soft`, so that one run names the faults of every screen. */
async function check(page: Page, address: string, ready: (page: Page) => Promise<unknown>) {
  for (const theme of ['light', 'dark'] as const) {
    // The public pages follow the reader’s system, the screens what the person chose.
    await page.emulateMedia({ colorScheme: theme });
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

async function feed(): Promise<{ type: string; identifier: string }[]> {
  const answer = await fetch(`${site.server.base}/v1/changes?limit=1000`);
  return ((await answer.json()) as { changes: { type: string; identifier: string }[] }).changes;
}

async function identifierOf(type: string): Promise<string> {
  const found = (await feed()).findLast((change) => change.type === type);
  if (!found) throw new Error(`nothing in the demo was ${type}`);
  return found.identifier;
}
const withdrawnIdentifier = () => identifierOf('withdrawn');
const publishedIdentifier = () => identifierOf('published');

/** As the public form sends it; it is a case once the worker has read it. */
async function complainAbout(identifier: string): Promise<void> {
  const body = new URLSearchParams({
    ...{ identifiers: identifier, name: 'Lê Thử', contact: 'thu@example.vn' },
    ...{ capacity: 'author', grounds: 'copyright', statement: 'Trang 2 chép bài của tôi.' },
  });
  const sent = await fetch(`${site.server.base}/bao-vi-pham`, { method: 'POST', body });
  expect(sent.url).toContain('/bao-vi-pham/da-nhan');
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

  it('the guided submission, in each of its steps', async () => {
    const { page } = await signedIn(site, OFFICER);
    const draft = await materialIn(page, 'draft');
    for (const step of GUIDE_STEPS) {
      // Another page between, so that the address is read anew and not only its end.
      await check(page, `/admin/nop-hoc-lieu/${draft}#${step}`, async () => {
        await page.reload();
        await page.locator(`#kho-step-${step}`).waitFor();
      });
    }
    await check(page, '/admin/thong-bao', heading);
  });

  it('notices of infringement, one of them, and the portals', async () => {
    const identifier = await publishedIdentifier();
    await complainAbout(identifier);
    const { page } = await signedIn(site, ADMINISTRATOR);
    const link = page.getByRole('row').getByRole('link').first();
    await eventually(async () => {
      await page.goto(`${site.server.base}/admin/thong-bao-vi-pham`);
      await page.waitForLoadState('networkidle');
      return (await link.count()) > 0 ? true : undefined;
    }, 30);
    await check(page, '/admin/thong-bao-vi-pham', async () => await link.waitFor());
    const one = await link.getAttribute('href');
    await check(page, one ?? '', async () => {
      await page.getByRole('button', { name: 'Quyết định…' }).waitFor();
    });
    await page.getByRole('button', { name: 'Quyết định…' }).click();
    await page.getByRole('dialog').waitFor();
    await settle(page, 'light');
    expect.soft(await faults(page), 'the decision').toEqual([]);
    const portals = '/admin/collections/portals';
    await check(page, portals, heading);
    await check(page, `${portals}/create`, async () => await page.locator('#field-name').waitFor());
    await page.locator('#field-name').fill('Cổng học tập thử');
    await page.locator('#action-save').click();
    await page.waitForURL(/portals\/[0-9a-f-]{36}/);
    const made = new URL(page.url()).pathname;
    await check(page, made, async () => await page.locator('#field-name').waitFor());
  });

  it('the public form for a notice, and what is left of a withdrawn material', async () => {
    const page = await (await site.browser.newContext()).newPage();
    await check(page, '/bao-vi-pham', heading);
    await page.goto(`${site.server.base}/bao-vi-pham`);
    await page
      .locator('form')
      .last()
      .evaluate((form: HTMLFormElement) => form.submit());
    await page.getByRole('alert').waitFor();
    await settle(page, 'light');
    expect.soft(await faults(page), 'the form with its errors').toEqual([]);
    await check(page, `/hoc-lieu/${await withdrawnIdentifier()}`, heading);
  });
});
