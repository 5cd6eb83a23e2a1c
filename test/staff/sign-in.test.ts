import { randomUUID } from 'node:crypto';
import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT_ADDRESS, SIGN_IN_LIMITS } from '../../src/platform/sign-in/limits';
import { startApp, TEST_PASSWORD, type TestApp } from '../helpers/app';

const { pair } = SIGN_IN_LIMITS;

interface Try {
  email: string | undefined;
  password?: string;
  from: string;
  cookie?: string;
  lang?: string;
}

describe('signing in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(async () => await app.close());

  const signIn = async ({ email, password = TEST_PASSWORD, from, cookie = '', lang }: Try) =>
    await app.rest(
      null,
      'POST',
      `/api/users/login${lang ? `?lang=${lang}` : ''}`,
      { email, password },
      { [CLIENT_ADDRESS]: from, ...(cookie ? { cookie } : {}) },
    );
  /** Several at once: a limit that looked first and counted later would let them all through. */
  const guess = async (count: number, one: (n: number) => Try) => {
    const tries = Array.from({ length: count }, (_, n) => ({ password: 'doan-bua', ...one(n) }));
    return (await Promise.all(tries.map((each) => signIn(each)))).map(({ status }) => status);
  };
  const deviceOf = (headers: Headers) =>
    headers.getSetCookie().find((each) => each.startsWith('kho-device-'));
  const somebody = async () => (await app.person('editor')) as TypedUser & { email: string };

  it('is refused after ten wrong passwords from one address, with the time to wait, in words', async () => {
    const { email } = await somebody();
    const from = '203.0.113.1';
    expect(await guess(pair.points, () => ({ email, from }))).toEqual(
      Array.from({ length: pair.points }, () => 401),
    );
    const refused = await signIn({ email, from });
    expect(refused.status).toBe(429);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(pair.duration - 60);
    // The form shows nothing but the message of plain JSON.
    expect(refused.headers.get('content-type')).toContain('application/json');
    expect(refused.body).toMatchObject({
      code: 'too_many_sign_ins',
      message: expect.stringContaining('Xin thử lại sau 15 phút') as string,
    });
    const english = await signIn({ email, from, lang: 'en' });
    expect(english.body).toMatchObject({
      message: expect.stringContaining('Please try again in 15 min') as string,
    });
  });

  it('goes on in the browser of before, wherever it is now and whoever shares the address', async () => {
    const { email } = await somebody();
    const first = await signIn({ email, from: '198.51.100.20' });
    const device = deviceOf(first.headers) ?? '';
    expect(device).toMatch(/HttpOnly; SameSite=Strict/);
    const from = '203.0.113.60';
    await guess(pair.points, () => ({ email, from }));
    expect((await signIn({ email, from })).status).toBe(429);
    const [cookie] = device.split(';');
    expect((await signIn({ email, from, cookie })).status).toBe(200);
    // A cookie of somebody else's account, and one that was made up.
    const other = await somebody();
    expect((await signIn({ email: other.email, from: '203.0.113.61' })).status).toBe(200);
    await guess(pair.points, () => ({ email: other.email, from }));
    const forged = `${device.split('=')[0] ?? ''}=${'A'.repeat(22)}.${'A'.repeat(43)}`;
    for (const wrong of [cookie, forged]) {
      expect((await signIn({ email: other.email, from, cookie: wrong })).status).toBe(429);
    }
  }, 60_000);

  it('forgets wrong passwords with the right one', async () => {
    const { email } = await somebody();
    const from = '203.0.113.90';
    for (let round = 0; round < 2; round += 1) {
      await guess(pair.points - 4, () => ({ email, from }));
      expect((await signIn({ email, from })).status).toBe(200);
    }
  }, 60_000);

  it('says and takes the same for a wrong password and an account that is not there', async () => {
    const { email } = await somebody();
    const timed = async (who: string | undefined) => {
      const start = performance.now();
      const { status, body } = await signIn({ email: who, password: 'x', from: randomUUID() });
      return { told: JSON.stringify([status, body]), ms: performance.now() - start };
    };
    const fastest = { known: Infinity, unknown: Infinity };
    for (let round = 0; round < 4; round += 1) {
      const known = await timed(email);
      const unknown = await timed(`khong-co-${String(round)}@example.vn`);
      expect(known.told).toBe(unknown.told);
      fastest.known = Math.min(fastest.known, known.ms);
      fastest.unknown = Math.min(fastest.unknown, unknown.ms);
    }
    // Of each the one that nothing else on the machine held up.
    expect(Math.abs(fastest.known - fastest.unknown)).toBeLessThan(150);
  });

  it('counts guesses at the old password of who only holds a session', async () => {
    const person = await somebody();
    const change = { current: 'doan-bua', password: 'mot-mat-khau-moi' };
    const statuses: number[] = [];
    for (let n = 0; n <= pair.points; n += 1) {
      statuses.push((await app.rest(person, 'POST', '/api/users/password', change)).status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(new Set(statuses.slice(0, -1))).toEqual(new Set([422]));
  }, 60_000);
});
