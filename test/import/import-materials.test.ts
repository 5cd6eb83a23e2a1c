import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importMaterials, type ImportInput } from '../../src/intake/bulk/import-materials';
import { getStorage } from '../../src/platform/storage/storage';
import { intakeGuards } from '../../src/processes/intake-guards';
import { startApp, type TestApp } from '../helpers/app';
import { makePdf } from '../intake/make-files';

let app: TestApp;
let author: TypedUser;
let round = 0;

beforeAll(async () => {
  app = await startApp();
  author = await app.person('contributor', ['YT'], 'Lan');
});
afterAll(() => app.close());

const HEADER = 'department,title,title_en,keywords,type,subjects,creators,issued,files';

/** A folder with this table and two sound files. */
function folderWith(lines: string[], header = HEADER): string {
  round += 1;
  const folder = path.join(app.folder, `import-${String(round)}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'materials.csv'), `\uFEFF${[header, ...lines].join('\r\n')}\r\n`);
  writeFileSync(path.join(folder, 'bữa ăn.pdf'), makePdf([`Trang ${String(round)}`]));
  writeFileSync(path.join(folder, 'phu-luc.pdf'), makePdf([`Phụ lục ${String(round)}`]));
  return folder;
}
const run = (folder: string, more: Partial<ImportInput> = {}) =>
  importMaterials({
    payload: app.payload,
    storage: getStorage(),
    guards: intakeGuards,
    user: author,
    folder,
    uploads: path.join(app.folder, 'data', 'uploads'),
    lang: 'vi',
    ...more,
  });
const count = async () => (await app.payload.count({ collection: 'materials' })).totalDocs;

const GOOD =
  'YT,"Phòng bệnh, tay chân miệng",Hand and mouth disease,rửa tay|vệ sinh,handout,suc-khoe-va-dinh-duong,Nguyễn Thị Lan|Trần Bảo:illustrator,2026-03-12,bữa ăn.pdf|phu-luc.pdf';

describe('an import', () => {
  it('makes a draft of a row, in both languages, with its files, in the name of its person', async () => {
    const folder = folderWith([GOOD]);
    const { problems, made } = await run(folder);
    expect(problems).toEqual([]);
    expect(made.map(({ line }) => line)).toEqual([2]);
    const material = await app.payload.findByID({
      collection: 'materials',
      id: made[0]?.id ?? '',
      locale: 'all',
      depth: 0,
    });
    expect(material).toMatchObject({
      state: 'draft',
      title: { vi: 'Phòng bệnh, tay chân miệng', en: 'Hand and mouth disease' },
      keywords: { vi: ['rửa tay', 'vệ sinh'] },
      issued: '2026-03-12',
      createdBy: author.id,
      department: await app.departmentId('YT'),
      items: [{ role: 'main' }, { role: 'attachment' }],
    });
    expect(material.creators?.map(({ name, role }) => [name, role])).toEqual([
      ['Nguyễn Thị Lan', 'author'],
      ['Trần Bảo', 'illustrator'],
    ]);
    expect(existsSync(path.join(folder, 'bữa ăn.pdf'))).toBe(true);
  });

  it('reads the semicolons of a Vietnamese spreadsheet', async () => {
    const folder = folderWith(['YT;Vệ sinh, an toàn'], 'department;title');
    const { problems, made } = await run(folder);
    expect(problems).toEqual([]);
    expect(made).toHaveLength(1);
  });

  it('names each problem of each row by line and field, and makes nothing then', async () => {
    const before = await count();
    const folder = folderWith(
      [
        GOOD,
        ',,,,khong-co,,Lan:ca-si,12/03/2026,khong-co.pdf',
        `GTVT,${'x'.repeat(301)},,,,,,,../materials.csv|tro-ra.pdf|gia.pdf`,
      ],
      HEADER,
    );
    writeFileSync(path.join(folder, 'gia.pdf'), 'không phải PDF');
    writeFileSync(path.join(app.folder, 'ngoai.pdf'), makePdf(['ngoài']));
    symlinkSync(path.join(app.folder, 'ngoai.pdf'), path.join(folder, 'tro-ra.pdf'));
    const { problems, made, rows } = await run(folder);
    expect(rows).toBe(3);
    expect(made).toEqual([]);
    expect(await count()).toBe(before);
    const said = problems.map(({ line, field, code }) => `${String(line)} ${field} ${code}`);
    expect(said.sort()).toEqual(
      [
        '2 title already_there',
        '3 title needed',
        '3 department needed',
        '3 type unknown_code',
        '3 creators unknown_role',
        '3 issued not_a_date',
        '3 files file_missing',
        `4 department ${(await known('GTVT')) ? 'not_your_department' : 'unknown_code'}`,
        '4 title too_long',
        '4 files file_missing',
        '4 files file_outside',
        '4 files refused',
      ].sort(),
    );
  });

  it('says which column it does not know', async () => {
    const { problems } = await run(folderWith(['YT,x,y'], 'department,title,mau_sac'));
    expect(problems).toEqual([{ line: 1, field: 'mau_sac', code: 'unknown_column' }]);
  });

  it('asks the collection’s own rules before it makes anything', async () => {
    const before = await count();
    const folder = folderWith(
      [
        'YT;Vệ sinh răng miệng;vi;a',
        'YT;Chống nắng;Tiếng Việt;a',
        `YT;Uống đủ nước;vi;${'x'.repeat(101)}`,
      ],
      'department;title;language;keywords',
    );
    const { problems, made } = await run(folder);
    expect(made).toEqual([]);
    expect(problems).toMatchObject([
      { line: 3, field: 'language', code: 'refused' },
      { line: 4, field: 'keywords', code: 'refused' },
    ]);
    expect(await count()).toBe(before);
  });

  it('does not make the same drafts twice unless told to', async () => {
    const lines = ['YT,Rửa tay đúng cách', 'YT,Ngủ đủ giấc'];
    const folder = folderWith(lines, 'department,title');
    expect((await run(folder)).made).toHaveLength(2);
    const second = await run(folder);
    expect(second.made).toEqual([]);
    expect(second.problems).toMatchObject([
      { line: 2, field: 'title', code: 'already_there', params: { value: 'Rửa tay đúng cách' } },
      { line: 3, field: 'title', code: 'already_there' },
    ]);
    expect((await run(folder, { again: true })).made).toHaveLength(2);
  });

  it('leaves no draft of a row whose file could not be stored, and makes the others', async () => {
    const before = await count();
    const storage = getStorage();
    let stored = 0;
    const failing = {
      ...storage,
      putFile: async (...input: Parameters<typeof storage.putFile>) => {
        stored += 1;
        if (stored === 2) throw new Error('the storage is out');
        await storage.putFile(...input);
      },
    };
    const lines = ['YT,Đi bộ an toàn,bữa ăn.pdf|phu-luc.pdf', 'YT,Bơi an toàn,'];
    const folder = folderWith(lines, 'department,title,files');
    const { problems, made } = await run(folder, { storage: failing });
    expect(problems).toMatchObject([{ line: 2, code: 'refused' }]);
    expect(made.map(({ line }) => line)).toEqual([3]);
    expect(await count()).toBe(before + 1);
  });

  it('only looks when asked to', async () => {
    const before = await count();
    const { problems, made } = await run(folderWith([GOOD]), { checkOnly: true, again: true });
    expect([problems, made]).toEqual([[], []]);
    expect(await count()).toBe(before);
  });

  it('makes nothing for another department than one’s own', async () => {
    const stranger = await app.person('contributor', ['GDDT']);
    const { problems } = await run(folderWith([GOOD]), { user: stranger });
    expect(problems).toMatchObject([{ line: 2, field: 'department', code: 'not_your_department' }]);
  });
});

async function known(code: string): Promise<boolean> {
  const { totalDocs } = await app.payload.count({
    collection: 'departments',
    where: { code: { equals: code } },
  });
  return totalDocs > 0;
}
