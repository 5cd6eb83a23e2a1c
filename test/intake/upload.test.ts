import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIntake, type IntakeServer } from './intake-server';
import { exe, makeDocx, makePdf } from './make-files';
import { makeZip } from './make-zip';

let server: IntakeServer;
let officer: TypedUser;
let stranger: TypedUser;
let material: string;
let rights: string;

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

interface FileAnswer {
  id: string;
  publicId: string;
  name: string;
  size: number;
  sha256: string;
  [more: string]: unknown;
}
interface ProblemAnswer {
  code: string;
  status: number;
  errors: { field: string; code: string; message: string; remedy: string }[];
}

async function newMaterial(): Promise<string> {
  const { body, status } = await server.app.rest(officer, 'POST', '/api/materials', {
    title: 'Bài thử',
    department: await server.app.departmentId('YT'),
  });
  expect(status).toBe(201);
  return (body as { doc: { id: string } }).doc.id;
}

async function created(response: Response): Promise<FileAnswer> {
  const text = await response.text();
  expect(response.status, text).toBe(201);
  return JSON.parse(text) as FileAnswer;
}

async function problem(response: Response): Promise<ProblemAnswer> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  return (await response.json()) as ProblemAnswer;
}

beforeAll(async () => {
  server = await startIntake();
  officer = await server.app.person('contributor', ['YT']);
  stranger = await server.app.person('contributor', ['GDDT']);
  material = await newMaterial();
  // The record of the whole is made with the material.
  const { body } = await server.app.rest(
    officer,
    'GET',
    `/api/rights-records?where[material][equals]=${material}`,
  );
  rights = (body as { docs: { id: string }[] }).docs[0]?.id ?? '';
});

afterAll(async () => {
  await server.close();
});

describe('POST /intake/files', () => {
  it('stores the bytes, describes them, puts them on the material and asks for the rest', async () => {
    const pdf = makePdf(['Tay chan mieng']);
    const response = await server.send(
      officer,
      `/intake/files?material=${material}&role=main`,
      'Tay chân miệng.pdf',
      pdf,
    );
    const file = await created(response);
    expect(response.headers.get('location')).toBe(`/api/files/${file.id}`);
    expect(file).toMatchObject({
      name: 'Tay chân miệng.pdf',
      extension: 'pdf',
      mediaType: 'application/pdf',
      size: pdf.length,
      sha256: sha256(pdf),
      verdict: 'not_scanned',
      processing: 'pending',
      material,
    });
    expect(file.publicId).toMatch(/^[0-9a-hjkmnp-tv-z]{20}$/);
    // Where the bytes lie is told to nobody.
    expect(file).not.toHaveProperty('storageKey');

    const { body } = await server.app.rest(officer, 'GET', `/api/materials/${material}?depth=0`);
    expect((body as { items: unknown[] }).items).toMatchObject([{ file: file.id, role: 'main' }]);
    const asked = await server.app.payload.find({
      collection: 'outbox',
      where: { topic: { equals: 'file.derive' } },
    });
    expect(asked.docs.map(({ data }) => data)).toContainEqual({ fileId: file.id });
    expect(await server.leftovers()).toEqual([]);
  });

  it('takes one multipart part named file', async () => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(makeDocx(['Xin chào']))]), 'Giáo án.docx');
    const file = await created(await server.send(officer, '/intake/files', undefined, form));
    expect(file).toMatchObject({ name: 'Giáo án.docx', extension: 'docx' });
  });

  it('refuses a form without the part, or with two', async () => {
    const none = new FormData();
    none.set('other', new Blob(['x']), 'a.txt');
    const two = new FormData();
    two.append('file', new Blob(['x']), 'a.txt');
    two.append('file', new Blob(['y']), 'b.txt');
    for (const form of [none, two]) {
      const response = await server.send(officer, '/intake/files', undefined, form);
      expect(await problem(response)).toMatchObject({ code: 'bad_request' });
    }
    expect(await server.leftovers()).toEqual([]);
  });

  it('keeps names as people see them: composed, without tricks, at most 255 bytes', async () => {
    const names: [string, RegExp][] = [
      ['Phòng bệnh.txt'.normalize('NFD'), /^Phòng bệnh\.txt$/],
      ['\u202Etxt.gpj.txt', /^txt\.gpj\.txt$/],
      ['../../etc/ghi chú.txt', /^ghi chú\.txt$/],
      [`${'ệ'.repeat(300)}.txt`, /^ệ{83}\.txt$/],
    ];
    for (const [name, kept] of names) {
      const file = await created(await server.send(officer, '/intake/files', name, 'Chữ'));
      expect(file.name).toMatch(kept);
    }
  });

  it('refuses without a name, with an empty body, or with content that is something else', async () => {
    const before = await server.fileCount();
    const cases: [string | undefined, Buffer | string, string][] = [
      [undefined, 'x', 'file_name_missing'],
      ['a.pdf', '', 'file_empty'],
      ['a.pdf', exe, 'file_type_mismatch'],
      ['a.exe', exe, 'file_type_refused'],
      ['a.zip', makeZip([{ name: '../a.txt', data: 'x' }]), 'archive_unsafe'],
      ['a.pdf', makePdf(['a']).subarray(0, 300), 'file_damaged'],
    ];
    for (const [name, body, code] of cases) {
      const response = await server.send(officer, '/intake/files', name, body);
      const answer = await problem(response);
      expect(answer.code).toBe(code);
      expect(answer.errors[0]?.field).toBe('file');
      expect(answer.errors[0]?.message.length).toBeGreaterThan(10);
      expect(answer.errors[0]?.remedy.length).toBeGreaterThan(10);
    }
    expect(await server.fileCount()).toBe(before);
    expect(await server.leftovers()).toEqual([]);
  });

  it('names both sides of a mismatch, in the language asked for', async () => {
    const vi = await problem(await server.send(officer, '/intake/files', 'a.pdf', exe));
    expect(vi.errors[0]?.message).toBe(
      'Tên tệp có đuôi .pdf nhưng nội dung là chương trình chạy được.',
    );
    const en = await problem(await server.send(officer, '/intake/files?lang=en', 'a.pdf', exe));
    expect(en.errors[0]?.message).toBe('The name ends in .pdf but the content is a program.');
  });
});

describe('who may upload', () => {
  it('nobody who is not signed in', async () => {
    const response = await server.send(null, '/intake/files', 'a.txt', 'x');
    expect(await problem(response)).toMatchObject({ status: 401, code: 'not_signed_in' });
  });

  it('nobody into another department’s material, which is not even there for them', async () => {
    const response = await server.send(
      stranger,
      `/intake/files?material=${material}`,
      'a.txt',
      'x',
    );
    expect(await problem(response)).toMatchObject({ status: 404 });
  });

  it('nobody into a material that is under review', async () => {
    const locked = await newMaterial();
    await server.app.payload.db.updateOne({
      collection: 'materials',
      id: locked,
      data: { state: 'submitted', submittedAt: new Date().toISOString() },
    });
    const before = await server.fileCount();
    const response = await server.send(officer, `/intake/files?material=${locked}`, 'a.txt', 'x');
    expect(await problem(response)).toMatchObject({ status: 409, code: 'content_locked' });
    expect(await server.fileCount()).toBe(before);
  });

  it('no page of another site with a person’s cookie', async () => {
    const cookie = `payload-token=${await server.token(officer)}`;
    const from = (headers: Record<string, string>) =>
      server.send(null, '/intake/files', 'a.txt', 'Chữ', { Cookie: cookie, ...headers });
    expect((await from({ Origin: 'https://evil.example' })).status).toBe(403);
    expect((await from({})).status).toBe(403);
    expect((await from({ Origin: 'http://localhost:3000' })).status).toBe(201);
  });

  it('answers other methods with what is allowed', async () => {
    const response = await server.get(officer, '/intake/files');
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });
});

describe('bytes under way', () => {
  it('streams 64 MB without holding them', async () => {
    const chunk = Buffer.from(`${'Một dòng chữ để đếm.'.repeat(50)}\n`);
    const total = 64 * 1024 ** 2;
    const token = await server.token(officer);
    const hash = createHash('sha256');
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let peak = 0;
    const answer = await new Promise<FileAnswer>((resolve, reject) => {
      const req = request(
        `${server.url}/intake/files`,
        {
          method: 'POST',
          headers: { Authorization: `JWT ${token}`, 'X-File-Name': 'dai.txt' },
        },
        (res) => {
          let text = '';
          res.on('data', (part: Buffer) => (text += part.toString()));
          res.on('end', () => resolve(JSON.parse(text) as FileAnswer));
        },
      );
      req.on('error', reject);
      void (async () => {
        for (let sent = 0; sent < total; sent += chunk.length) {
          hash.update(chunk);
          peak = Math.max(peak, process.memoryUsage.rss());
          if (!req.write(chunk)) await new Promise((next) => req.once('drain', next));
        }
        req.end();
      })();
    });
    expect(answer.sha256).toBe(hash.digest('hex'));
    expect(peak - before).toBeLessThan(48 * 1024 ** 2);
  });

  it('leaves nothing of an upload that was broken off', async () => {
    const before = await server.fileCount();
    const token = await server.token(officer);
    await new Promise<void>((resolve) => {
      const req = request(`${server.url}/intake/files`, {
        method: 'POST',
        headers: {
          Authorization: `JWT ${token}`,
          'X-File-Name': 'a.txt',
          'Content-Length': 10_000_000,
        },
      });
      req.on('error', () => resolve());
      req.write(Buffer.alloc(1_000_000, 'a'));
      setTimeout(() => req.destroy(new Error('gone')), 300);
    });
    await expect.poll(() => server.leftovers()).toEqual([]);
    expect(await server.fileCount()).toBe(before);
  });

  it('mends a stored object that has changed, rather than giving it out under a hash that is not its own', async () => {
    const bytes = makePdf(['Trang này sẽ hỏng']);
    const first = await created(await server.send(officer, '/intake/files', 'mot.pdf', bytes));
    const row = await server.app.payload.findByID({ collection: 'files', id: first.id });
    const { storageKey } = row as unknown as { storageKey: string };
    const stored = path.join(server.app.folder, 'media', storageKey);
    const spoilt = Buffer.from(bytes);
    spoilt[20] = (spoilt[20] ?? 0) ^ 1;
    writeFileSync(stored, spoilt);
    await created(await server.send(officer, '/intake/files', 'hai.pdf', bytes));
    expect(sha256(readFileSync(stored))).toBe(first.sha256);
  });

  it('keeps 64 uploads of the same moment and name apart', async () => {
    const shared = await newMaterial();
    const bodies = Array.from({ length: 64 }, (_, i) =>
      Buffer.from(`${String(i % 60)} ${i % 60 === i ? randomBytes(2000).toString('hex') : ''}`),
    );
    const answers = await Promise.all(
      bodies.map(async (body) =>
        created(
          await server.send(
            officer,
            `/intake/files?material=${shared}&role=attachment`,
            'bài.txt',
            body,
          ),
        ),
      ),
    );
    for (const [index, answer] of answers.entries()) {
      const body = bodies[index] ?? Buffer.alloc(0);
      expect(answer.sha256).toBe(sha256(body));
      const read = await server.get(officer, `/intake/files/${answer.id}/content`);
      expect(Buffer.from(await read.arrayBuffer()).equals(body)).toBe(true);
    }
    const { body } = await server.app.rest(officer, 'GET', `/api/materials/${shared}?depth=0`);
    const items = (body as { items: { file: string }[] }).items.map(({ file }) => file);
    expect(new Set(items)).toEqual(new Set(answers.map(({ id }) => id)));
    expect(await server.leftovers()).toEqual([]);
  }, 60_000);

  it('says that the disk is full and keeps going', async () => {
    const { storage } = server;
    const putFile = storage.putFile.bind(storage);
    storage.putFile = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    try {
      const response = await server.send(officer, '/intake/files', 'a.txt', 'đầy');
      expect(await problem(response)).toMatchObject({ status: 507, code: 'disk_full' });
    } finally {
      storage.putFile = putFile;
    }
    expect(await server.leftovers()).toEqual([]);
    await created(await server.send(officer, '/intake/files', 'a.txt', 'đầy'));
  });
});

describe('POST /intake/evidence', () => {
  it('keeps a permission document apart from content, even with the same bytes', async () => {
    const pdf = makePdf(['Giay phep']);
    await created(await server.send(officer, `/intake/files?material=${material}`, 'a.pdf', pdf));
    const address = `/intake/evidence?rights=${rights}&kind=licence_contract&number=12%2FQĐ&date=2026-03-12&issuer=Sở`;
    const response = await server.send(officer, address, 'Giấy phép.pdf', pdf);
    const evidence = await created(response);
    expect(evidence).toMatchObject({ name: 'Giấy phép.pdf', rights, material });
    const keys: string[] = [];
    for await (const { key } of server.storage.list('')) {
      if (key.endsWith(sha256(pdf))) keys.push(key.split(path.posix.sep)[0] ?? '');
    }
    expect(keys.sort()).toEqual(['content', 'evidence']);
    const { body } = await server.app.rest(officer, 'GET', `/api/rights-records/${rights}?depth=0`);
    expect((body as { evidence: unknown[] }).evidence).toMatchObject([
      { document: evidence.id, number: '12/QĐ', date: '2026-03-12', issuer: 'Sở' },
    ]);
    expect((await server.get(officer, `/intake/evidence/${evidence.id}/content`)).status).toBe(200);
    expect((await server.get(stranger, `/intake/evidence/${evidence.id}/content`)).status).toBe(
      404,
    );
    expect((await server.get(null, `/intake/evidence/${evidence.id}/content`)).status).toBe(401);
    expect((await server.get(officer, `/intake/files/${evidence.id}/content`)).status).toBe(404);
  });

  it('needs a rights record and a kind of file that is a document', async () => {
    const none = await server.send(officer, '/intake/evidence', 'a.pdf', makePdf(['a']));
    expect((await problem(none)).errors[0]?.code).toBe('rights_missing');
    const text = await server.send(officer, `/intake/evidence?rights=${rights}`, 'a.txt', 'chữ');
    expect((await problem(text)).errors[0]?.code).toBe('not_evidence');
  });
});

describe('GET /intake/files/{id}/content', () => {
  let text: FileAnswer;
  let docx: FileAnswer;
  const words = 'Một hai ba bốn năm';

  beforeAll(async () => {
    text = await created(await server.send(officer, '/intake/files', 'Số đếm.txt', words));
    docx = await created(await server.send(officer, '/intake/files', 'a.docx', makeDocx(['a'])));
  });

  it('shows what is safe, privately', async () => {
    const response = await server.get(officer, `/intake/files/${text.id}/content`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(words);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      'content-disposition': `inline; filename="So dem.txt"; filename*=UTF-8''S%E1%BB%91%20%C4%91%E1%BA%BFm.txt`,
    });
  });

  it('only ever downloads what could run', async () => {
    const response = await server.get(officer, `/intake/files/${docx.id}/content`);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('answers ranges', async () => {
    const bytes = Buffer.from(words);
    const range = (value: string, more: Record<string, string> = {}) =>
      server.get(officer, `/intake/files/${text.id}/content`, { Range: value, ...more });
    const first = await range('bytes=0-3');
    expect(first.status).toBe(206);
    expect(first.headers.get('content-range')).toBe(`bytes 0-3/${String(bytes.length)}`);
    expect(Buffer.from(await first.arrayBuffer()).equals(bytes.subarray(0, 4))).toBe(true);
    const last = await range('bytes=-5');
    expect(Buffer.from(await last.arrayBuffer()).equals(bytes.subarray(-5))).toBe(true);
    expect((await range('bytes=5-')).status).toBe(206);
    const beyond = await range('bytes=9999-');
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get('content-range')).toBe(`bytes */${String(bytes.length)}`);
    expect((await range('bytes=0-1,4-5')).status).toBe(200);
    expect((await range('bytes=0-3', { 'If-Range': '"other"' })).status).toBe(200);
  });

  it('answers HEAD, and 404 for what is not there or not for this person', async () => {
    const head = await fetch(`${server.url}/intake/files/${text.id}/content`, {
      method: 'HEAD',
      headers: { Authorization: `JWT ${await server.token(officer)}` },
    });
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(words)));
    for (const address of ['x/content', `${text.id}/thumbnail`, `${text.id}/other`, '']) {
      expect((await server.get(officer, `/intake/files/${address}`)).status).toBe(404);
    }
    expect((await server.get(stranger, `/intake/files/${text.id}/content`)).status).toBe(404);
    expect((await server.get(null, `/intake/files/${text.id}/content`)).status).toBe(401);
  });

  it('shows nobody a file that was found to be harmful', async () => {
    await server.app.payload.db.updateOne({
      collection: 'files',
      id: docx.id,
      data: { verdict: 'infected' },
    });
    const response = await server.get(officer, `/intake/files/${docx.id}/content`);
    expect(await problem(response)).toMatchObject({ status: 403, code: 'file_held_back' });
  });
});
