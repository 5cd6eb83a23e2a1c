import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProcessingAnswer } from '../../src/intake/processing/protocol';
import { runProcessing } from '../../src/intake/processing/run-thread';
import {
  makeDocx,
  makeEpub,
  makeMp3,
  makeOdt,
  makePdf,
  makePptx,
  makeWav,
  makeXlsx,
} from './make-files';
import { makeZip } from './make-zip';
import { builtThread } from './thread-file';

let folder: string;
let threadFile: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kho-processing-'));
  threadFile = await builtThread();
});

afterAll(async () => {
  await rm(folder, { recursive: true });
  await rm(threadFile, { force: true });
});

async function process(
  kindId: string,
  bytes: Buffer | string,
  timeLimit?: number,
): Promise<ProcessingAnswer> {
  const file = path.join(folder, 'file');
  await writeFile(file, bytes);
  const size = Buffer.byteLength(bytes);
  return await runProcessing(threadFile, { path: file, size, kindId }, timeLimit);
}

async function derived(kindId: string, bytes: Buffer | string) {
  const answer = await process(kindId, bytes);
  if (!answer.ok) throw new Error(answer.message);
  return answer.derived;
}

const nfd = (text: string) => text.normalize('NFD');

describe('the processing thread', () => {
  it('reads a PDF: text, pages and a picture of the first', async () => {
    const found = await derived('pdf', makePdf(['Trang mot', 'Trang hai']));
    expect(found).toMatchObject({ text: 'Trang mot\n\nTrang hai', pages: 2 });
    const picture = await sharp(found.thumbnail).metadata();
    expect(picture).toMatchObject({ format: 'webp', height: 480 });
    // Something was drawn: the page is not all white.
    const { channels } = await sharp(found.thumbnail).stats();
    expect(channels[0]?.min).toBeLessThan(100);
  });

  it('says so when a PDF has no text', async () => {
    expect(await derived('pdf', makePdf(['']))).toMatchObject({ note: 'no_text', pages: 1 });
  });

  it('does not draw a page as long as a road', async () => {
    const road = makePdf(['a']).toString('latin1').replace('595 842', '1 99999');
    expect(await derived('pdf', Buffer.from(road, 'latin1'))).toMatchObject({ pages: 1 });
  });

  it('reads office documents as NFC', async () => {
    expect((await derived('docx', makeDocx([nfd('Đường phố'), 'Hà Nội']))).text).toBe(
      'Đường phố\nHà Nội',
    );
    expect(await derived('pptx', makePptx(['Bài một', 'Bài hai']))).toMatchObject({
      text: 'Bài một\nBài hai',
      pages: 2,
    });
    expect((await derived('xlsx', makeXlsx(['Họ tên', 'Lớp']))).text).toBe(
      'Họ tên\nLớp\nghi tại ô',
    );
    expect((await derived('odt', makeOdt(['Một', 'Hai']))).text).toBe('Một\nHai');
    expect((await derived('epub', makeEpub(['Chương một', 'Chương hai']))).text).toBe(
      'Chương một !\nChương hai !',
    );
  });

  it('takes the page count that the program noted', async () => {
    const more = [{ name: 'docProps/app.xml', data: '<Properties><Pages>12</Pages></Properties>' }];
    expect((await derived('docx', makeDocx(['a'], more))).pages).toBe(12);
  });

  it('does not expand entities of a document type', async () => {
    const laughs =
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="w"><w:p><w:t>&b;</w:t></w:p></w:document>';
    const document = makeZip([{ name: 'word/document.xml', data: laughs }]);
    expect(await process('docx', document)).toMatchObject({ ok: false, note: 'damaged' });
  });

  it('reads pictures: size as shown, thumbnail without metadata', async () => {
    const photo = await sharp({
      create: { width: 1200, height: 800, channels: 3, background: '#357' },
    })
      .withExif({ IFD0: { Copyright: 'Hoa' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const found = await derived('jpg', photo);
    expect(found).toMatchObject({ width: 800, height: 1200 });
    const small = await sharp(found.thumbnail).metadata();
    expect(small).toMatchObject({ width: 320, height: 480, format: 'webp' });
    expect(small.exif).toBeUndefined();
  });

  it('measures recordings', async () => {
    expect(await derived('wav', makeWav(3))).toMatchObject({ duration: 3 });
    expect(await derived('mp3', makeMp3(77))).toMatchObject({ duration: 2 });
  });

  it('reads texts and subtitles', async () => {
    expect((await derived('md', `\uFEFF${nfd('# Bài một')}`)).text).toBe('# Bài một');
    expect((await derived('srt', '1\n00:00:00,000 --> 00:00:01,000\nChào\n')).text).toBe('Chào');
    const long = await derived('txt', 'chữ '.repeat(2_000_000));
    expect(long.note).toBe('text_cut');
    expect(Buffer.byteLength(long.text ?? '')).toBeLessThanOrEqual(5 * 1024 ** 2);
  });

  it('answers for what it cannot read instead of throwing', async () => {
    expect(await process('pdf', '%PDF-1.4 nothing')).toMatchObject({ ok: false, note: 'damaged' });
    expect(await process('png', 'x')).toMatchObject({ ok: false, note: 'damaged' });
    expect(await process('docx', 'x')).toMatchObject({ ok: false, note: 'damaged' });
    expect(await process('pdf', makePdf(['a']), 1)).toMatchObject({ ok: false, note: 'timeout' });
  });
});
