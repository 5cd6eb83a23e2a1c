import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { completeRights, PAPER } from '../factories/materials';
import { freePort, openHouse, type House, type Running } from '../helpers/built';
import { sayWhatItRanOn } from '../helpers/ran-on';
import { makePdf } from '../intake/make-files';

export const PASSWORD = 'mat-khau-thu-nghiem-9';
const ADMINISTRATOR = 'quantri@hoclieu.example.vn';
export const AUTHOR = 'lan@example.vn';
export const EDITOR = 'ha@example.vn';

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** A signed-in person; the address may change when the program is started again. */
export interface Person {
  send(
    method: string,
    address: string,
    body?: unknown,
    more?: { operation?: string; headers?: Record<string, string> },
  ): Promise<Answer>;
  /** Throws unless it was done. */
  ask(method: string, address: string, body?: unknown): Promise<Record<string, unknown>>;
}

export interface Office {
  house: House;
  /** On MongoDB the staff side and the worker are two processes. */
  apart: boolean;
  port: number;
  base(): string;
  /** Starts what does not run. */
  up(more?: Record<string, string>): Promise<void>;
  processes: Partial<Record<'all' | 'admin' | 'worker', Running>>;
  administrator: Person;
  author: Person;
  editor: Person;
  /** A command of the program beside it. */
  cli(args: string[], more?: Record<string, string>): Command;
  clear(): Promise<void>;
}

export interface Command {
  child: ChildProcess;
  ended: Promise<{ code: number | null; output: string }>;
}

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

export function person(base: () => string, token: string): Person {
  const self: Person = {
    async send(method, address, body, { operation, headers = {} } = {}) {
      const raw = Buffer.isBuffer(body);
      const response = await fetch(base() + address, {
        method,
        headers: {
          Authorization: `JWT ${token}`,
          'Accept-Language': 'en',
          ...(body === undefined || raw ? {} : { 'Content-Type': 'application/json' }),
          ...(operation ? { 'X-Operation': operation } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body: raw ? new Uint8Array(body) : JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: parsed(text) };
    },
    async ask(method, address, body) {
      const { status, body: answer } = await self.send(method, address, body);
      if (status >= 300) {
        const said = JSON.stringify(answer).slice(0, 600);
        throw new Error(`${method} ${address}: ${String(status)} ${said}`);
      }
      return answer;
    },
  };
  return self;
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { text };
  }
}

export async function signedIn(
  base: () => string,
  email: string,
  password: string,
): Promise<Person> {
  const response = await fetch(`${base()}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { token } = (await response.json()) as { token?: string };
  if (!token) throw new Error(`${email} could not sign in: ${String(response.status)}`);
  return person(base, token);
}

/** An office with an author and an editor, nothing in it; much faster than the demo set. */
export async function openOffice(
  settings: Record<string, string> = {},
  prepare?: (house: House) => void | Promise<void>,
): Promise<Office> {
  const house = openHouse({
    SEED_DEMO: 'false',
    PAYLOAD_SECRET: 'a-secret-for-tests-that-is-long-enough',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'fatal',
    ...settings,
  });
  await prepare?.(house);
  sayWhatItRanOn({ ...house.on, search: 'embedded' });
  const apart = house.on.database === 'mongodb';
  const port = await freePort();
  const processes: Office['processes'] = {};
  const base = () => `http://localhost:${String(port)}`;
  const up: Office['up'] = async (more = {}) => {
    for (const role of apart ? (['admin', 'worker'] as const) : (['all'] as const)) {
      const now = processes[role];
      if (now && now.child.exitCode === null && now.child.signalCode === null) continue;
      const own: Record<string, string> =
        role === 'worker' ? {} : { PORT: String(port), PUBLIC_URL: base() };
      processes[role] = await house.start(role, { ...own, ...more });
    }
  };
  await up();
  const administrator = await signedIn(base, ADMINISTRATOR, house.passwordOf(ADMINISTRATOR));
  const department = await idOf(administrator, 'departments', { code: 'YT' });
  for (const [email, role, departments] of [
    [AUTHOR, 'contributor', [department]],
    [EDITOR, 'editor', []],
  ] as const) {
    const data = { email, role, departments, name: email, active: true, password: PASSWORD };
    await administrator.ask('POST', '/api/users', data);
  }
  return {
    house,
    apart,
    port,
    base,
    up,
    processes,
    administrator,
    author: await signedIn(base, AUTHOR, PASSWORD),
    editor: await signedIn(base, EDITOR, PASSWORD),
    cli: (args, more = {}) => command(house, args, { PUBLIC_URL: base(), ...more }),
    clear: () => house.clear(),
  };
}

export function command(house: House, args: string[], more: Record<string, string>): Command {
  const child = spawn(process.execPath, [path.resolve('dist/cli.js'), ...args], {
    env: { ...process.env, ...house.env, ...more } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, output }));
  });
  return { child, ended };
}

export async function idOf(
  someone: Person,
  collection: string,
  where: Record<string, string>,
): Promise<string> {
  const query = Object.entries(where)
    .map(([field, value]) => `where[${field}][equals]=${value}`)
    .join('&');
  const { docs } = await someone.ask('GET', `/api/${collection}?${query}&depth=0&limit=1`);
  const id = (docs as { id: string }[])[0]?.id;
  if (!id) throw new Error(`no ${collection} with ${query}`);
  return id;
}

export interface Draft {
  id: string;
  fileId: string;
}

/** A draft with nothing left to ask, made over the wire. */
export async function makeDraft({ author }: Office, title: string): Promise<Draft> {
  const term = (scheme: string, code: string) => idOf(author, 'terms', { scheme, code });
  const { doc } = await author.ask('POST', '/api/materials?depth=0', {
    department: await idOf(author, 'departments', { code: 'YT' }),
    title,
    abstract: 'Bữa ăn cân đối cho học sinh tiểu học.',
    keywords: ['dinh dưỡng'],
    language: ['vi'],
    type: await term('types', 'handout'),
    subjects: [await term('subjects', 'suc-khoe-va-dinh-duong')],
    audiences: [await term('audiences', 'phu-huynh')],
    creators: [{ name: 'Nguyễn Thị Lan', role: 'author' }],
    declarations: { noStateSecret: true, consents: true },
  });
  const { id } = doc as { id: string };
  const file = await upload(author, makePdf([`Trang ${title}`]), { materialId: id });
  if (file.status !== 201) throw new Error(JSON.stringify(file));
  const rights = await idOf(author, 'rights-records', { material: id });
  const licenceId = (code: string) => idOf(author, 'licences', { code });
  await author.ask('PATCH', `/api/rights-records/${rights}`, {
    ...(await completeRights({ licenceId }, title)),
  });
  const paper = new URLSearchParams({ rights, ...PAPER }).toString();
  const evidence = await author.send('POST', `/intake/evidence?${paper}`, makePdf([`Giay ${id}`]), {
    headers: { 'X-File-Name': 'giay.pdf' },
  });
  if (evidence.status !== 201) throw new Error(JSON.stringify(evidence));
  const fileId = String(file.body.id);
  await untilProcessed(author, fileId);
  return { id, fileId };
}

/** Nothing is published before the worker has read it. */
async function untilProcessed(someone: Person, fileId: string): Promise<void> {
  for (let n = 0; n < 600; n += 1) {
    const { processing } = await someone.ask('GET', `/api/files/${fileId}?depth=0`);
    if (processing !== 'pending') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`file ${fileId} is not processed after a minute`);
}

export async function upload(
  someone: Person,
  bytes: Buffer,
  { materialId, name = 'bai.pdf' }: { materialId?: string; name?: string } = {},
): Promise<Answer> {
  const query = materialId ? `?material=${materialId}` : '';
  return await someone.send('POST', `/intake/files${query}`, bytes, {
    operation: 'upload',
    headers: { 'X-File-Name': encodeURIComponent(name) },
  });
}

const MORE: Record<string, Record<string, unknown>> = {
  withdraw: { reasons: ['request_of_owner'], comment: 'Theo đề nghị' },
  reinstate: { comment: 'Đã xem lại' },
};
const AUTHORS = new Set(['submit', 'revise', 'recall']);

export async function transition(office: Office, id: string, action: string): Promise<Answer> {
  const who = AUTHORS.has(action) ? office.author : office.editor;
  const body = { action, ...MORE[action] };
  return await who.send('POST', `/api/materials/${id}/transition`, body, { operation: action });
}

/** Throws unless it was done. */
export async function advance(office: Office, id: string, actions: string[]): Promise<void> {
  for (const action of actions) {
    const { status, body } = await transition(office, id, action);
    if (status !== 200) throw new Error(`${action}: ${String(status)} ${JSON.stringify(body)}`);
  }
}

/** Repeatable, so that a failure can be looked at again. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
