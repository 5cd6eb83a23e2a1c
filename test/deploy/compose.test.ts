import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { describe, expect, it } from 'vitest';
import { loadEnv, type Env } from '../../src/platform/env';
import { requireSearchKeys } from '../../src/search/create';
import { filledIn, namesInExample, readCompose, variablesOf, type Service } from './compose';

const compose = readCompose();
const text = readFileSync('docker-compose.yml', 'utf8');
const { services } = compose;
const ROLES = ['admin', 'delivery', 'worker'] as const;

/** What a careful operator writes into .env. */
const VALUES: Record<string, string> = {
  PUBLIC_URL: 'https://hoclieu.example.vn',
  ...Object.fromEntries(
    namesInExample()
      .needed.filter((name) => name !== 'PUBLIC_URL')
      .map((name) => [name, 'a1'.repeat(32)]),
  ),
};

function service(name: string): Service {
  const found = services[name];
  if (!found) throw new Error(`there is no service ${name}`);
  return found;
}

const environmentOf = (role: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(service(role).environment ?? {}).map(([name, value]) => [
      name,
      filledIn(value, VALUES),
    ]),
  );

const envOf = (role: string): Env => loadEnv(environmentOf(role));

/** The schema's own names of its draft are older than what reads it. */
function schema(): Record<string, unknown> {
  const raw = readFileSync('test/deploy/compose-spec.json', 'utf8');
  const plain = (key: string, value: unknown) =>
    (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value;
  return JSON.parse(raw, plain) as Record<string, unknown>;
}

describe('docker-compose.yml', () => {
  it('is a compose file by the schema of the Compose Specification', () => {
    const ajv = new Ajv2019({ strict: false, validateFormats: false, allErrors: true });
    const validate = ajv.compile(schema());
    const plain = Object.fromEntries(
      Object.entries(compose).filter(([name]) => !name.startsWith('x-')),
    );
    validate(plain);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ services: { admin: { imgae: 'x' } } })).toBe(false);
  });

  it('is accepted by the client itself where there is one', () => {
    const client = spawnSync('docker', ['compose', 'version'], { encoding: 'utf8' });
    if (client.status !== 0) {
      process.stderr.write('There is no `docker compose` here: checked by the schema alone.\n');
      return;
    }
    const env = { ...process.env, ...VALUES };
    const { status, stderr } = spawnSync('docker', ['compose', 'config', '--quiet'], {
      env,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });

  it.each(ROLES)('gives %s settings that the program takes, and no other', (role) => {
    const env = envOf(role);
    expect(env).toMatchObject({ role, port: 3000, production: true, trustProxy: 1 });
    expect(env.database.kind).toBe('mongodb');
    expect(env.storage).toMatchObject({
      kind: 's3',
      bucket: 'kho',
      endpoint: 'http://seaweedfs:8333',
    });
    const source = readFileSync('src/platform/env.ts', 'utf8');
    for (const name of Object.keys(environmentOf(role)))
      if (!name.startsWith('AWS_')) expect(source).toContain(`'${name}'`);
  });

  it('gives each role the keys it needs and keeps from it those it does not', () => {
    const reads = { reads: true, writes: false };
    requireSearchKeys(envOf('admin').search, reads);
    requireSearchKeys(envOf('delivery').search, reads);
    requireSearchKeys(envOf('worker').search, { reads: false, writes: true });
    expect(environmentOf('delivery')).not.toHaveProperty('PAYLOAD_SECRET');
    for (const role of ['admin', 'delivery'])
      expect(environmentOf(role)).not.toHaveProperty('MEILI_MASTER_KEY');
    for (const role of ['admin', 'worker'])
      expect(environmentOf(role).PAYLOAD_SECRET?.length).toBeGreaterThanOrEqual(32);
  });

  it('names every secret in .env.example and gives none a default', () => {
    const { needed, optional } = namesInExample();
    for (const { name, kind, rest } of variablesOf(text)) {
      if (/PASSWORD|SECRET|KEY|TOKEN/.test(name) || name === 'PUBLIC_URL') {
        expect(needed).toContain(name);
        expect([name, kind]).toEqual([name, '?']);
      } else if (!name.endsWith('_PORT')) {
        expect(optional).toContain(name);
        expect(rest).not.toBe('');
      }
    }
    const used = new Set(variablesOf(text).map(({ name }) => name));
    for (const name of [...needed, ...optional]) expect(used).toContain(name);
  });

  it.each(ROLES)('runs %s without rights, on a file system it may only read', (role) => {
    const { read_only, cap_drop, security_opt, tmpfs, volumes = [] } = service(role);
    expect({ read_only, cap_drop, tmpfs }).toEqual({
      read_only: true,
      cap_drop: ['ALL'],
      tmpfs: ['/tmp'],
    });
    expect(security_opt).toContain('no-new-privileges:true');
    const written = [...(tmpfs ?? []), ...volumes.map((entry) => entry.split(':')[1])];
    expect(written).toContain(environmentOf(role).DATA_DIR);
  });

  it('opens only the two doors, and the mail catcher, to this machine alone', () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports);
    expect(open.map(([name]) => name).sort()).toEqual(['admin', 'delivery', 'mailpit']);
    for (const port of open.flatMap(([, { ports = [] }]) => ports))
      expect(port).toMatch(/^127\.0\.0\.1:/);
    for (const role of ['admin', 'delivery'])
      expect(service(role).ports?.[0]).toMatch(new RegExp(`:${environmentOf(role).PORT ?? ''}$`));
    expect(compose.networks.inner?.internal).toBe(true);
    for (const name of ['mongodb', 'seaweedfs', 'meilisearch'])
      expect(service(name).networks).toEqual(['inner']);
  });

  it('has a port of this machine for each of several delivery processes, and no other’s', () => {
    const portsOf = (name: string) => {
      const [, port = ''] = filledIn(service(name).ports?.[0] ?? '', VALUES).split(':');
      const [first = 0, last = first] = port.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, n) => first + n);
    };
    const many = portsOf('delivery');
    expect(many.length).toBeGreaterThanOrEqual(2);
    for (const name of ['admin', 'mailpit']) expect(many).not.toContain(portsOf(name)[0]);
    const guide = readFileSync('docs/guides/operators.md', 'utf8');
    for (const port of many) expect(guide).toContain(`server 127.0.0.1:${String(port)}`);
  });

  it('waits for what is healthy, and only for what says so', () => {
    for (const [name, { depends_on = {} }] of Object.entries(services)) {
      for (const [other, { condition }] of Object.entries(depends_on)) {
        const { healthcheck, build, restart } = service(other);
        const ends = condition === 'service_completed_successfully';
        if (ends) expect(restart, `${name} → ${other}`).toBe('no');
        else expect(healthcheck ?? build, `${name} → ${other}`).toBeDefined();
      }
    }
  });

  it('names where each address of the settings leads', () => {
    const env = envOf('worker');
    const addresses = [
      env.database.kind === 'mongodb' ? env.database.url : '',
      env.storage.kind === 's3' ? (env.storage.endpoint ?? '') : '',
      env.search.kind === 'meilisearch' ? env.search.url : '',
      env.smtpUrl ?? '',
    ];
    for (const address of addresses) {
      const host = /\/\/(?:[^@/]*@)?([a-z]+)/.exec(address)?.[1] ?? '';
      expect(service(host).networks).toContain('inner');
    }
    expect(env.database.kind === 'mongodb' && env.database.url).toContain('replicaSet=rs0');
    expect(text).toContain('--replSet rs0');
  });

  it('pins every image, limits every server and declares every volume', () => {
    for (const [name, one] of Object.entries(services)) {
      expect(one.image, name).toMatch(/:v?\d+\.\d+(\.\d+)?$/);
      if (one.restart !== 'no') expect(one.deploy?.resources.limits.memory, name).toBeTruthy();
      for (const volume of one.volumes ?? [])
        expect(compose.volumes).toHaveProperty([volume.split(':')[0] ?? '']);
    }
    const [, minor] = /meilisearch:v1\.(\d+)\./.exec(service('meilisearch').image) ?? [];
    expect(Number(minor)).toBeGreaterThanOrEqual(50);
  });
});
