import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadEnv, payloadSecret } from '../../src/platform/env';
import { hanoiDate, now, setClock } from '../../src/platform/clock';

describe('settings', () => {
  it('need none: the defaults are a whole system in one folder', () => {
    const env = loadEnv({});
    expect(env).toMatchObject({
      role: 'all',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      production: false,
      database: { kind: 'sqlite', file: path.resolve('data/kho.db') },
      storage: { kind: 'disk' },
      search: { kind: 'embedded', folder: path.resolve('data/search') },
      trustProxy: 0,
    });
  });

  it('empty means unset', () => {
    expect(loadEnv({ PORT: ' ', DATABASE_URL: '', PUBLIC_URL: '' })).toEqual(loadEnv({}));
  });

  const wrong: [string, string][] = [
    ['PORT', '80000'],
    ['PORT', 'http'],
    ['ROLE', 'everything'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLIC_URL', 'hoclieu.vn'],
    ['PUBLIC_URL', 'ftp://hoclieu.vn'],
    ['DATABASE_URL', 'postgres://localhost/kho'],
    ['STORAGE_URL', '/var/media'],
    ['SEARCH_URL', 'embedded'],
    ['TRUST_PROXY', 'yes'],
    ['MAX_UPLOAD_MB', '0'],
    ['MAX_UPLOAD_MB', '1.5'],
    ['SEED_DEMO', 'maybe'],
  ];
  it.each(wrong)('%s=%s is refused with its name, what was found and an example', (name, value) => {
    let message = '';
    try {
      loadEnv({ [name]: value });
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toContain(`Setting ${name} is wrong`);
    expect(message).toContain(`"${value}"`);
    const example = new RegExp(`For example: ${name}=(\\S+)`).exec(message)?.[1];
    expect(example).toBeDefined();
    // The example given is itself a right value.
    expect(() => loadEnv({ [name]: example })).not.toThrow();
  });

  it('a MongoDB without replica set is refused, without telling its password', () => {
    const load = () => loadEnv({ DATABASE_URL: 'mongodb://kho:bimat@m1/kho' });
    expect(load).toThrow(/replicaSet=/);
    try {
      load();
    } catch (error) {
      expect((error as Error).message).not.toContain('bimat');
    }
  });

  it('another address than this machine’s, or another database, is production', () => {
    expect(loadEnv({ PUBLIC_URL: 'https://hoclieu.example.vn' }).production).toBe(true);
    expect(loadEnv({ DATABASE_URL: 'mongodb://m1/kho?replicaSet=rs0' }).production).toBe(true);
    for (const url of ['http://127.0.0.1:4000', 'http://[::1]:4000', 'http://kho.localhost/']) {
      expect(loadEnv({ PUBLIC_URL: url }).production).toBe(false);
    }
  });
});

describe('the secret', () => {
  const kept = process.env.PAYLOAD_SECRET;
  let folder: string | undefined;
  afterEach(() => {
    if (kept === undefined) delete process.env.PAYLOAD_SECRET;
    else process.env.PAYLOAD_SECRET = kept;
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('is demanded in production', () => {
    delete process.env.PAYLOAD_SECRET;
    const env = loadEnv({ PUBLIC_URL: 'https://hoclieu.example.vn' });
    expect(() => payloadSecret(env)).toThrow(/PAYLOAD_SECRET is wrong/);
  });

  it('is refused in production when it is short, without being repeated', () => {
    process.env.PAYLOAD_SECRET = 'ngan-qua';
    const env = loadEnv({ PUBLIC_URL: 'https://hoclieu.example.vn' });
    expect(() => payloadSecret(env)).toThrow(/at least 32 characters/);
    expect(() => payloadSecret(env)).not.toThrow(/ngan-qua/);
  });

  it('is made once on the embedded default and readable by its owner alone', () => {
    delete process.env.PAYLOAD_SECRET;
    folder = mkdtempSync(path.join(os.tmpdir(), 'kho-secret-'));
    const env = loadEnv({ DATA_DIR: folder });
    const secret = payloadSecret(env);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(payloadSecret(env)).toBe(secret);
    const file = path.join(folder, 'payload-secret');
    expect(readFileSync(file, 'utf8').trim()).toBe(secret);
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});

describe('the clock', () => {
  afterEach(() => {
    setClock(undefined);
  });

  it('turns the day at midnight in Hanoi', () => {
    expect(hanoiDate(new Date('2026-03-31T16:59:59Z'))).toBe('2026-03-31');
    expect(hanoiDate(new Date('2026-03-31T17:00:00Z'))).toBe('2026-04-01');
  });

  it('moves and comes back', () => {
    setClock(new Date('2030-01-01T00:00:00Z'));
    expect(now().toISOString().slice(0, 10)).toBe('2030-01-01');
    setClock(undefined);
    expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(1_000);
  });

  it.each([
    ['DATABASE_URL', 'mongo://user:geheim@h/kho'],
    ['DATABASE_URL', 'mongodb://user:ge@heim@h/kho'],
    ['STORAGE_URL', 'ftp://user:geheim@h/kho'],
    ['SMTP_URL', 'mail://user:geheim@h:25'],
    ['SMTP_URL', 'user:geheim@mail.example.vn:587'],
    ['DATABASE_URL', 'mongodb:user:geheim@h/kho'],
  ])('%s that is mistyped stops the start without its password: %s', (name, value) => {
    const told = () => loadEnv({ [name]: value });
    expect(told).toThrow(name);
    expect(told).not.toThrow(/heim/);
  });
});
