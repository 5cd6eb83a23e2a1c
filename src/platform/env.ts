/**
 * The only place where the process environment is read. Every setting is validated; a wrong one
 * stops the start with its name, what was found and an example of a right value.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';

export type Role = 'all' | 'admin' | 'delivery' | 'worker';

export type DatabaseSetting = { kind: 'sqlite'; file: string } | { kind: 'mongodb'; url: string };
export interface S3Setting {
  kind: 's3';
  bucket: string;
  /** In front of every key, ends with `/`; empty for a bucket of our own. */
  prefix: string;
  /** Unset: Amazon's own of the region. */
  endpoint?: string | undefined;
  region: string;
  forcePathStyle: boolean;
  /** Where readers reach the bucket; unset: every byte passes through this process. */
  publicEndpoint?: string | undefined;
}
export type StorageSetting = { kind: 'disk'; folder: string } | S3Setting;
export interface MeilisearchSetting {
  kind: 'meilisearch';
  url: string;
  /** In front of the names of our indexes: several repositories may share a server. */
  prefix: string;
  /** Writes: for the worker. */
  masterKey?: string | undefined;
  /** Searches only: for delivery. */
  searchKey?: string | undefined;
}
export type SearchSetting = { kind: 'embedded'; folder: string } | MeilisearchSetting;

export interface Env {
  role: Role;
  port: number;
  dataDir: string;
  logLevel: string;
  database: DatabaseSetting;
  storage: StorageSetting;
  /** A second storage, from which spoilt objects are repaired. */
  storageCopy: StorageSetting | undefined;
  search: SearchSetting;
  publicUrl: string;
  production: boolean;
  seedDemo: boolean | undefined;
  trustProxy: number;
  metricsToken: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  maxUploadBytes: number;
  /** `npm run dev`: reload on change. */
  development: boolean;
  /** True while `next build` evaluates the configuration: nothing may be opened or created then. */
  building: boolean;
}

export class SettingError extends Error {
  constructor(
    readonly setting: string,
    found: string | undefined,
    wanted: string,
    example: string,
  ) {
    super(
      `Setting ${setting} is wrong: found ${found === undefined ? 'nothing' : `"${found}"`}, ` +
        `expected ${wanted}. For example: ${setting}=${example}`,
    );
    this.name = 'SettingError';
  }
}

type Source = Record<string, string | undefined>;

function optional(source: Source, name: string): string | undefined {
  const value = source[name]?.trim();
  return value ? value : undefined;
}

function parse<T>(
  source: Source,
  name: string,
  fallback: string,
  schema: z.ZodType<T>,
  wanted: string,
  example = fallback,
): T {
  const value = optional(source, name) ?? fallback;
  const result = schema.safeParse(value);
  if (!result.success) throw new SettingError(name, value, wanted, example);
  return result.data;
}

const filePath = (value: string) => path.resolve(value.slice('file:'.length));

/** Up to the last @ it may be user and password, however it was mistyped. */
const withoutPassword = (address: string) =>
  address.replace(
    /^([a-z0-9+]+:\/\/)?.*@/is,
    (_all, scheme: string | undefined) => `${scheme ?? ''}***@`,
  );

/** Throws {@link SettingError}. */
export function databaseSetting(source: Source, dataDir: string): DatabaseSetting {
  const value = optional(source, 'DATABASE_URL');
  if (!value) return { kind: 'sqlite', file: path.join(dataDir, 'kho.db') };
  if (value.startsWith('file:')) return { kind: 'sqlite', file: filePath(value) };
  if (/^mongodb(\+srv)?:\/\//.test(value)) {
    if (!value.includes('replicaSet=') && !value.startsWith('mongodb+srv:')) {
      throw new SettingError(
        'DATABASE_URL',
        withoutPassword(value),
        'a MongoDB address with replicaSet= (transactions need one)',
        'mongodb://m1,m2,m3/kho?replicaSet=rs0',
      );
    }
    return { kind: 'mongodb', url: value };
  }
  throw new SettingError(
    'DATABASE_URL',
    withoutPassword(value),
    'file:… or mongodb://…',
    'file:./data/kho.db',
  );
}

/** `s3://bucket/a/b` keeps everything below `a/b/`. */
function prefixOf({ pathname }: URL): string {
  const path = pathname.replace(/^\/+|\/+$/g, '');
  return path ? `${path}/` : '';
}

/** Throws {@link SettingError}. */
export function storageSetting(source: Source, name = 'STORAGE_URL'): StorageSetting {
  const value = optional(source, name) ?? 'file:./media';
  if (value.startsWith('file:')) return { kind: 'disk', folder: filePath(value) };
  if (value.startsWith('s3://') && URL.canParse(value)) {
    const url = new URL(value);
    return {
      kind: 's3',
      bucket: url.hostname,
      prefix: prefixOf(url),
      endpoint: url.searchParams.get('endpoint') ?? undefined,
      region: url.searchParams.get('region') ?? 'us-east-1',
      forcePathStyle: url.searchParams.get('forcePathStyle') === 'true',
      publicEndpoint: url.searchParams.get('publicEndpoint') ?? undefined,
    };
  }
  throw new SettingError(name, withoutPassword(value), 'file:… or s3://bucket?…', 'file:./media');
}

/** Throws {@link SettingError}. */
export function searchSetting(source: Source, dataDir: string): SearchSetting {
  const value = optional(source, 'SEARCH_URL');
  if (!value) return { kind: 'embedded', folder: path.join(dataDir, 'search') };
  if (value.startsWith('file:')) return { kind: 'embedded', folder: filePath(value) };
  if (/^https?:\/\//.test(value) && URL.canParse(value)) return meilisearchSetting(source, value);
  throw new SettingError('SEARCH_URL', value, 'file:… or http(s)://…', 'file:./data/search');
}

/** `http://meilisearch:7700?prefix=kho`. */
function meilisearchSetting(source: Source, value: string): MeilisearchSetting {
  const { origin, pathname, searchParams, username, password } = new URL(value);
  const prefix = searchParams.get('prefix') ?? 'kho';
  if (username || password || !/^[A-Za-z0-9_-]{1,100}$/.test(prefix)) {
    throw new SettingError(
      'SEARCH_URL',
      withoutPassword(value),
      'an address without user or password, its prefix of letters, digits, - and _',
      'http://meilisearch:7700?prefix=kho',
    );
  }
  return {
    kind: 'meilisearch',
    url: `${origin}${pathname}`.replace(/\/+$/, ''),
    prefix,
    masterKey: optional(source, 'MEILI_MASTER_KEY'),
    searchKey: optional(source, 'MEILI_SEARCH_KEY'),
  };
}

function smtpSetting(source: Source): string | undefined {
  const value = optional(source, 'SMTP_URL');
  if (!value || (/^smtps?:\/\//.test(value) && URL.canParse(value))) return value;
  throw new SettingError(
    'SMTP_URL',
    withoutPassword(value),
    'smtp://… or smtps://…',
    'smtp://user:password@mail.example.vn:587',
  );
}

function isLocal(url: string): boolean {
  const host = new URL(url).hostname;
  return ['localhost', '127.0.0.1', '[::1]'].includes(host) || host.endsWith('.localhost');
}

/** Reads and validates all settings. Throws {@link SettingError}. */
export function loadEnv(source: Source): Env {
  const port = parse(
    source,
    'PORT',
    '3000',
    z.coerce.number().int().min(0).max(65535),
    'a port number from 0 to 65535',
  );
  const dataDir = path.resolve(optional(source, 'DATA_DIR') ?? './data');
  const database = databaseSetting(source, dataDir);
  const publicUrl = parse(
    source,
    'PUBLIC_URL',
    `http://localhost:${String(port)}`,
    z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, '')),
    'an http(s) address',
    'https://hoclieu.example.vn',
  );
  const seedDemo = optional(source, 'SEED_DEMO');
  return {
    role: parse(
      source,
      'ROLE',
      'all',
      z.enum(['all', 'admin', 'delivery', 'worker']),
      'all, admin, delivery or worker',
    ),
    port,
    dataDir,
    logLevel: parse(
      source,
      'LOG_LEVEL',
      'info',
      z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
      'fatal, error, warn, info, debug, trace or silent',
    ),
    database,
    storage: storageSetting(source),
    storageCopy: optional(source, 'STORAGE_COPY_URL')
      ? storageSetting(source, 'STORAGE_COPY_URL')
      : undefined,
    search: searchSetting(source, dataDir),
    publicUrl,
    production: database.kind !== 'sqlite' || !isLocal(publicUrl),
    seedDemo:
      seedDemo === undefined
        ? undefined
        : parse(source, 'SEED_DEMO', 'true', z.stringbool(), 'true or false'),
    trustProxy: parse(
      source,
      'TRUST_PROXY',
      '0',
      z.coerce.number().int().min(0).max(10),
      'the number of proxies in front, 0 to 10',
      '1',
    ),
    metricsToken: optional(source, 'METRICS_TOKEN'),
    smtpUrl: smtpSetting(source),
    mailFrom: optional(source, 'MAIL_FROM') ?? 'Kho Học Liệu <no-reply@localhost>',
    maxUploadBytes:
      parse(
        source,
        'MAX_UPLOAD_MB',
        '2048',
        z.coerce.number().int().min(1).max(102400),
        'a whole number of megabytes',
      ) *
      1024 *
      1024,
    development: source.NODE_ENV === 'development',
    building: source.NEXT_PHASE === 'phase-production-build' || source.KHO_BUILDING === '1',
  };
}

let cached: Env | undefined;

/** The validated settings of this process, read once. */
export function getEnv(): Env {
  cached ??= loadEnv(process.env);
  return cached;
}

/**
 * Eight lines in every command's output about the day when the S3 client's next version wants a
 * newer Node; the version we ship is pinned, and cron would mail them each night.
 */
export function quietS3Client(): void {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
}

/** For tests that change the environment: the next {@link getEnv} reads it again. */
export function forgetEnv(): void {
  cached = undefined;
}

/** 128 bits and more, however it is written. */
const LEAST_SECRET = 32;

/**
 * The secret that signs sessions: `PAYLOAD_SECRET`, or on the embedded default one generated once
 * into the data folder (mode 0600). Production never gets a default.
 */
export function payloadSecret(env: Env = getEnv()): string {
  const given = optional(process.env, 'PAYLOAD_SECRET');
  if (given && env.production && given.length < LEAST_SECRET) {
    throw new SettingError(
      'PAYLOAD_SECRET',
      `${String(given.length)} characters`,
      `a secret of at least ${String(LEAST_SECRET)} characters`,
      '"$(openssl rand -hex 32)"',
    );
  }
  if (given) return given;
  if (env.building) return 'only-while-building';
  if (env.production) {
    throw new SettingError(
      'PAYLOAD_SECRET',
      undefined,
      `a secret of at least ${String(LEAST_SECRET)} characters (production has no default)`,
      '"$(openssl rand -hex 32)"',
    );
  }
  const file = path.join(env.dataDir, 'payload-secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(env.dataDir, { recursive: true });
  const secret = randomBytes(32).toString('hex');
  try {
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  } catch {
    // Another process of the same start was first: its secret is the one that counts.
    return readFileSync(file, 'utf8').trim();
  }
  return secret;
}
