import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectFile } from '../../src/intake/inspect-file';
import { isAppError } from '../../src/platform/errors';
import {
  exe,
  makeDocx,
  makeEpub,
  makeMp3,
  makeOdt,
  makePdf,
  makePptx,
  makeWav,
  makeXlsx,
} from './make-files';
import { makeZip, type ZipPart } from './make-zip';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kho-inspect-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function inspect(
  name: string,
  bytes: Buffer | string,
  more: { declaredType?: string; purpose?: 'content' | 'evidence' } = {},
): Promise<string> {
  const file = path.join(folder, 'file');
  await writeFile(file, bytes);
  const size = Buffer.byteLength(bytes);
  try {
    const { kind } = await inspectFile({ path: file, size, name, purpose: 'content', ...more });
    return kind.id;
  } catch (error) {
    if (!isAppError(error)) throw error;
    const [problem] = error.errors;
    const found = problem?.params?.found;
    return `${error.code}: ${String(problem?.code)}${typeof found === 'string' ? ` (${found})` : ''}`;
  } finally {
    // Whatever was unpacked to be looked into is gone again.
    expect(await readdir(folder)).toEqual(['file']);
  }
}

const zip = (...parts: ZipPart[]) => inspect('bo.zip', makeZip(parts));
const note = { name: 'doc.txt', data: 'Đọc trước' };

describe('what is taken in', () => {
  it('documents', async () => {
    expect(await inspect('a.pdf', makePdf(['Xin chao']))).toBe('pdf');
    expect(await inspect('a.docx', makeDocx(['Xin chào']))).toBe('docx');
    expect(await inspect('a.pptx', makePptx(['Xin chào']))).toBe('pptx');
    expect(await inspect('a.xlsx', makeXlsx(['Xin chào']))).toBe('xlsx');
    expect(await inspect('a.odt', makeOdt(['Xin chào']))).toBe('odt');
    expect(await inspect('a.epub', makeEpub(['Xin chào']))).toBe('epub');
  });

  it('texts, also one that begins like a picture', async () => {
    expect(await inspect('a.txt', 'BMI là chỉ số khối cơ thể')).toBe('txt');
    expect(await inspect('a.md', '\uFEFF# Bài 1\n<div>…</div>')).toBe('md');
    expect(
      await inspect('a.csv', 'tên,tuổi\nHoa,7\n', { declaredType: 'application/vnd.ms-excel' }),
    ).toBe('csv');
    expect(await inspect('a.vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\nChào')).toBe('vtt');
    expect(await inspect('a.srt', '1\n00:00:00,000 --> 00:00:01,000\nChào\n')).toBe('srt');
    expect(await inspect('a.txt', 'ệ'.repeat(200_000))).toBe('txt');
  });

  it('pictures and sound', async () => {
    const picture = sharp({ create: { width: 20, height: 10, channels: 3, background: '#abc' } });
    expect(await inspect('a.png', await picture.clone().png().toBuffer())).toBe('png');
    expect(await inspect('a.JPG', await picture.clone().jpeg().toBuffer())).toBe('jpg');
    expect(await inspect('a.webp', await picture.clone().webp().toBuffer())).toBe('webp');
    expect(await inspect('a.gif', await picture.clone().gif().toBuffer())).toBe('gif');
    expect(await inspect('a.tiff', await picture.clone().tiff().toBuffer())).toBe('tiff');
    expect(await inspect('a.wav', makeWav())).toBe('wav');
    expect(await inspect('a.mp3', makeMp3())).toBe('mp3');
  });

  it('archives: plain sets, H5P, SCORM', async () => {
    expect(await zip(note, { name: 'con/a.pdf', data: makePdf(['a']) }, { name: 'con/' })).toBe(
      'zip',
    );
    expect(await zip(note, { name: 'a.docx', data: makeDocx(['a']) })).toBe('zip');
    expect(await zip(note, { name: 'trong.zip', data: makeZip([note]) })).toBe('zip');
    expect(await zip({ name: '__MACOSX/._a', data: 'x' }, note)).toBe('zip');
    const h5p = makeZip([
      { name: 'h5p.json', data: '{}' },
      { name: 'lib/a.js', data: 'x' },
    ]);
    expect(await inspect('bai.h5p', h5p)).toBe('h5p');
    expect(await inspect('bai.zip', h5p)).toBe('zip');
    expect(
      await zip({ name: 'imsmanifest.xml', data: '<m/>' }, { name: 'a.html', data: 'x' }),
    ).toBe('zip');
  });
});

describe('what is refused', () => {
  it('an empty file', async () => {
    expect(await inspect('a.pdf', '')).toBe('file_empty: empty');
  });

  it('names both when the extension and the content differ', async () => {
    expect(await inspect('a.pdf', exe)).toBe('file_type_mismatch: extension_content (executable)');
    expect(await inspect('a.pdf', 'Xin chào')).toBe('file_type_mismatch: extension_content (txt)');
    expect(await inspect('a.docx', makePdf(['a']))).toBe(
      'file_type_mismatch: extension_content (pdf)',
    );
    expect(await inspect('a.docx', makePptx(['a']))).toBe(
      'file_type_mismatch: extension_content (pptx)',
    );
    expect(await inspect('a.txt', '<html><script>x</script>')).toBe(
      'file_type_mismatch: extension_content (html)',
    );
  });

  it('names both when the declared type and the content differ', async () => {
    expect(await inspect('a.pdf', makePdf(['a']), { declaredType: 'image/png' })).toBe(
      'file_type_mismatch: declared_content (pdf)',
    );
    expect(
      await inspect('a.pdf', makePdf(['a']), { declaredType: 'application/octet-stream' }),
    ).toBe('pdf');
  });

  it('what can run, whatever it is called', async () => {
    expect(await inspect('a.exe', exe)).toBe('file_type_refused: executable');
    expect(await inspect('a.html', '<!doctype html><p>x')).toBe('file_type_refused: html');
    expect(
      await inspect(
        'a.svg',
        '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
      ),
    ).toBe('file_type_refused: svg');
    expect(await inspect('a.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')).toBe(
      'file_type_refused: svg',
    );
    expect(await inspect('a.sh', '#!/bin/sh\nrm x')).toBe('file_type_refused: script');
    expect(
      await inspect('a.docx', makeDocx(['a'], [{ name: 'word/vbaProject.bin', data: 'x' }])),
    ).toBe('file_type_refused: macro');
    expect(
      await inspect('a.odt', makeOdt(['a'], [{ name: 'Basic/Standard/m.xml', data: 'x' }])),
    ).toBe('file_type_refused: macro');
  });

  it('texts in other encodings, with the way out', async () => {
    expect(await inspect('a.txt', Buffer.from('\ufeffXin chào', 'utf16le'))).toBe(
      'file_type_refused: text_encoding',
    );
    expect(await inspect('a.txt', Buffer.from('Tr\xadêng häc phæ th«ng', 'latin1'))).toBe(
      'file_type_refused: text_encoding',
    );
    expect(await inspect('a.csv', `${'a,b\n'.repeat(5000)}\u0000`)).toMatch(/file_type_mismatch/);
  });

  it('unknown and missing extensions', async () => {
    expect(await inspect('a.xyz', 'chữ')).toBe('file_type_refused: extension');
    expect(await inspect('a', makePdf(['a']))).toBe('file_type_refused: no_extension (pdf)');
    expect(
      await inspect(
        'a.doc',
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      ),
    ).toBe('file_type_refused: old_office');
  });

  it('damaged files', async () => {
    const pdf = makePdf(['a', 'b', 'c']);
    expect(await inspect('a.pdf', pdf.subarray(0, pdf.length / 2))).toBe(
      'file_damaged: pdf_truncated',
    );
    const docx = makeDocx(['a']);
    expect(await inspect('a.docx', docx.subarray(0, docx.length - 30))).toBe(
      'file_damaged: zip_unreadable',
    );
    expect(
      await inspect(
        'a.png',
        Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(50)]),
      ),
    ).toMatch(/file_damaged: image_unreadable|file_type_mismatch/);
    expect(await inspect('a.srt', 'Chỉ có chữ')).toBe('file_damaged: no_cues');
  });

  it('a picture of 900 million pixels, by its header', async () => {
    const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    png.writeUInt32BE(30_000, 16);
    png.writeUInt32BE(30_000, 20);
    expect(await inspect('a.png', png)).toMatch(/file_damaged: image_(too_large|unreadable)/);
  });

  it('videos as permission documents', async () => {
    expect(await inspect('a.wav', makeWav(), { purpose: 'evidence' })).toBe(
      'file_type_refused: not_evidence (wav)',
    );
    expect(await inspect('a.pdf', makePdf(['a']), { purpose: 'evidence' })).toBe('pdf');
  });
});

describe('unsafe archives', () => {
  it('paths that leave the folder', async () => {
    for (const name of [
      '../a.txt',
      '/a.txt',
      'a/../../b.txt',
      'C:/a.txt',
      'a\\b.txt',
      'a\u0000.txt',
    ]) {
      expect(await zip({ name, data: 'x' })).toBe('archive_unsafe: entry_path');
    }
  });

  it('links', async () => {
    expect(await zip({ name: 'a.txt', data: '/etc/passwd', mode: 0o120777 })).toBe(
      'archive_unsafe: entry_link',
    );
  });

  it('two names that are one: same, other case, other composition', async () => {
    expect(await zip(note, note)).toBe('archive_unsafe: entry_duplicate');
    expect(await zip(note, { name: 'DOC.txt', data: 'x' })).toBe('archive_unsafe: entry_duplicate');
    const twin = 'tiếng.txt';
    expect(
      await zip(
        { name: twin.normalize('NFC'), data: 'x' },
        { name: twin.normalize('NFD'), data: 'y' },
      ),
    ).toBe('archive_unsafe: entry_duplicate');
    expect(await zip({ name: 'a.txt', data: 'x' }, { name: './a.txt', data: 'y' })).toBe(
      'archive_unsafe: entry_duplicate',
    );
  });

  it('encryption', async () => {
    expect(await zip({ ...note, flags: 1 })).toBe('archive_unsafe: archive_encrypted');
    expect(await zip({ ...note, method: 99 })).toBe('archive_unsafe: archive_encrypted');
  });

  it('bombs: ratio, sum, number, overlap, depth', async () => {
    const zeros = Buffer.alloc(8 * 1024 ** 2);
    expect(await zip({ name: 'a.txt', data: zeros })).toBe('archive_unsafe: ratio');
    expect(
      await inspect('a.docx', makeDocx(['a'], [{ name: 'word/media/a.bin', data: zeros }])),
    ).toBe('archive_unsafe: ratio');
    const big = { size: 1.5 * 1024 ** 3, data: 'x', compressedSize: 20 * 1024 ** 2 };
    expect(await zip({ name: 'a.txt', ...big }, { name: 'b.txt', ...big })).toBe(
      'archive_unsafe: too_large_unpacked',
    );
    const many = Array.from({ length: 10_001 }, (_, i) => ({
      name: `${String(i)}.txt`,
      data: 'x',
    }));
    expect(await zip(...many)).toBe('archive_unsafe: too_many_entries');
    expect(await zip({ name: 'a.txt', data: 'x' }, { name: 'b.txt', data: 'x', offset: 0 })).toBe(
      'archive_unsafe: entry_overlap',
    );
    const inner = makeZip([{ name: 'c.zip', data: makeZip([note]) }]);
    expect(await zip({ name: 'b.zip', data: inner })).toBe('archive_unsafe: nested');
    const bomb = makeZip([{ name: 'a.txt', data: zeros }]);
    expect(await zip({ name: 'b.zip', data: bomb })).toBe('archive_unsafe: ratio');
  });

  it('a directory that lies about sizes', async () => {
    expect(await zip({ name: 'b.zip', data: makeZip([note]), size: 10 })).toBe(
      'file_damaged: zip_unreadable',
    );
  });

  it('parts that would not be taken in by themselves', async () => {
    expect(await zip(note, { name: 'a.exe', data: exe })).toBe('archive_unsafe: entry_refused');
    expect(await zip(note, { name: 'a.pdf', data: exe })).toBe('archive_unsafe: entry_mismatch');
    expect(await zip(note, { name: 'a.html', data: 'x' })).toBe('archive_unsafe: entry_refused');
    expect(
      await zip({ name: 'imsmanifest.xml', data: '<m/>' }, { name: 'a.docx', data: exe }),
    ).toMatch(/^archive_unsafe/);
    expect(await zip({ name: 'h5p.json', data: '{}' }, { name: 'a.exe', data: exe })).toBe(
      'archive_unsafe: entry_refused',
    );
  });

  it('nothing at all', async () => {
    expect(await inspect('a.zip', makeZip([]))).toBe('archive_unsafe: archive_empty');
    expect(await zip({ name: 'trống/' })).toBe('archive_unsafe: archive_empty');
  });
});
