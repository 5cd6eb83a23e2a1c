import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyStorage } from '../helpers/storage';
import { makePdf } from '../intake/make-files';
import { lookInside, type Inside } from './inside';
import { advance, makeDraft, openOffice, sha256, transition, upload, type Office } from './office';

/** Two days: a clock that was never set, or a battery that died. */
const JUMP_MS = 2 * 24 * 3_600_000;
const SMALL_MB = 96;

let office: Office;
let inside: Inside;
let data: string;
let mounted = false;
const told: string[] = [];

/** A disk of its own for what the program keeps beside the storage; root may make one. */
function mountSmall(folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  return (
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${String(SMALL_MB)}m`, 'kho-test', folder])
      .status === 0
  );
}

beforeAll(async () => {
  office = await openOffice({}, ({ folder }) => {
    data = path.join(folder, 'data');
    mounted = mountSmall(data);
    // What uploads go to is on the same small disk where the storage is a folder.
    if (mounted) mkdirSync(path.join(folder, 'media'), { recursive: true });
  });
  inside = await lookInside(office);
});
afterAll(async () => {
  await emptyStorage(inside.storage);
  await inside.close();
  for (const one of Object.values(office.processes)) await one.stop();
  if (mounted) execFileSync('umount', ['-l', data]);
  await office.clear();
  for (const line of told) console.log(line);
});

/** Takes the last byte of the disk. */
function fill(): () => void {
  const file = path.join(data, 'filler');
  const handle = openSync(file, 'w');
  const block = Buffer.alloc(64 * 1024, 1);
  try {
    for (;;) writeSync(handle, block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(handle);
  }
  return () => rmSync(file);
}

async function expectIntact(): Promise<void> {
  expect(await inside.withoutBytes()).toEqual([]);
  expect((await inside.verifyChain()).fault).toBeUndefined();
  expect(
    (await upload(office.author, makePdf([`Sau đó ${String(performance.now())}`]))).status,
  ).toBe(201);
}

describe('the machine itself fails', () => {
  it('refuses an upload that its disk has no room for, with a clear error and nothing left', async () => {
    if (!mounted) {
      told.push('disk full: NOT tried with a real disk, mounting one needs root');
    }
    const bytes = Buffer.concat([makePdf(['To']), Buffer.alloc(1024 ** 2, 0x20)]);
    const free = mounted ? fill() : () => undefined;
    const { status, body } = await upload(office.author, bytes);
    free();
    if (mounted) {
      expect([status, body.code]).toEqual([507, 'disk_full']);
      expect(await inside.rows('files', { sha256: { equals: sha256(bytes) } })).toEqual([]);
      told.push(`disk full during an upload: ${String(status)} ${String(body.code)}, no record`);
    }
    await expectIntact();
  }, 60_000);

  it('does no half of a step while its disk is full, and the step when there is room', async () => {
    const { id } = await makeDraft(office, 'Đầy đĩa');
    await advance(office, id, ['submit', 'claim', 'approve']);
    const free = mounted ? fill() : () => undefined;
    const { status } = await transition(office, id, 'publish');
    const health = (await fetch(`${office.base()}/healthz`)).status;
    free();
    expect(health).toBe(200);
    const [row] = await inside.rows('materials', { id: { equals: id } });
    const publications = await inside.rows('publications', { material: { equals: id } });
    expect(publications).toHaveLength(status === 200 ? 1 : 0);
    expect(row?.publicationStatus).toBe(status === 200 ? 'live' : 'none');
    if (status !== 200) {
      expect(status).toBeGreaterThanOrEqual(500);
      await advance(office, id, ['publish']);
    }
    told.push(
      `disk full while publishing: ${String(status)}, ${status === 200 ? 'whole' : 'absent, done when there was room'}`,
    );
    await expectIntact();
  }, 60_000);

  it('writes no half of a backup to a full disk', async () => {
    const to = path.join(data, 'backup');
    const free = mounted ? fill() : () => undefined;
    const { code, output } = await office.cli(['backup', '--to', to]).ended;
    free();
    if (mounted) {
      expect(code, output).toBe(1);
      expect(spawnSync('ls', [to]).status).not.toBe(0);
    }
    told.push(
      `backup to a full disk: exit code ${String(code)}, ${output.trim().split('\n').at(-1)?.slice(0, 90) ?? ''}`,
    );
    await expectIntact();
  }, 90_000);

  it('lives through a time without free file handles', async () => {
    const { pid } = office.processes.all?.child ?? office.processes.admin?.child ?? {};
    const open = Number(
      spawnSync('sh', ['-c', `ls /proc/${String(pid)}/fd | wc -l`]).stdout.toString(),
    );
    const limit = (soft: number) => {
      execFileSync('prlimit', [`--pid=${String(pid)}`, `--nofile=${String(soft)}:`]);
    };
    limit(open + 3);
    const many = Array.from({ length: 40 }, (_, n) => ({
      bytes: makePdf([`Nhiều tệp ${String(n)} ${String(performance.now())}`]),
    }));
    const answers = await Promise.all(
      many.map(({ bytes }) =>
        Promise.race([
          upload(office.author, bytes).then(
            ({ status }) => status,
            () => 0,
          ),
          new Promise<number>((resolve) => setTimeout(() => resolve(0), 5_000)),
        ]),
      ),
    );
    limit(20_000);
    const stored = answers.filter((status) => status === 201).length;
    for (const [n, { bytes }] of many.entries()) {
      if (answers[n] !== 201) continue;
      expect(await inside.rows('files', { sha256: { equals: sha256(bytes) } })).toHaveLength(1);
    }
    told.push(
      `no file handles: 40 uploads at once, ${String(stored)} stored, the others refused; well again after`,
    );
    await expect
      .poll(async () => (await fetch(`${office.base()}/healthz`)).status, { timeout: 20_000 })
      .toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await expectIntact();
  }, 120_000);

  it.each([
    ['forward', JUMP_MS],
    ['back', -JUMP_MS],
  ])(
    'works on when the clock jumps two days %s',
    async (where, by) => {
      const module = path.join(office.house.folder, `clock-${where}.mjs`);
      // In every thread of the program, in whichever way the time is asked for.
      writeFileSync(
        module,
        `const now = () => Real.now() + ${String(by)};
      const Real = Date;
      globalThis.Date = new Proxy(Real, {
        construct: (target, given) => (given.length ? new target(...given) : new target(now())),
        get: (target, name) => (name === 'now' ? now : target[name]),
      });`,
      );
      const { id } = await makeDraft(office, `Đồng hồ ${where}`);
      for (const one of Object.values(office.processes)) await one.stop();
      await office.up({ NODE_OPTIONS: `--import ${module}` });
      const { signedIn, AUTHOR, EDITOR, PASSWORD } = await import('./office');
      office.author = await signedIn(office.base, AUTHOR, PASSWORD);
      office.editor = await signedIn(office.base, EDITOR, PASSWORD);
      await advance(office, id, ['submit', 'claim', 'approve', 'publish']);
      const [row] = await inside.rows('materials', { id: { equals: id } });
      const address = `${office.base()}/v1/materials/${String(row?.identifier)}`;
      await expect.poll(async () => (await fetch(address)).status, { timeout: 20_000 }).toBe(200);
      for (const one of Object.values(office.processes)) await one.stop();
      await office.up();
      office.author = await signedIn(office.base, AUTHOR, PASSWORD);
      office.editor = await signedIn(office.base, EDITOR, PASSWORD);
      await advance(office, id, ['withdraw', 'reinstate']);
      await expect
        .poll(async () => (await inside.verifyChain()).unsealed, { timeout: 60_000, interval: 300 })
        .toBe(0);
      const changes = await inside.rows('changes', {
        identifier: { equals: row?.identifier ?? '-' },
      });
      expect(changes).toHaveLength(3);
      told.push(
        `clock two days ${where}: published, withdrawn, reinstated; ${String(changes.length)} changes in order`,
      );
      await expectIntact();
    },
    180_000,
  );
});
