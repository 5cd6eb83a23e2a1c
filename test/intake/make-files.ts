import { makeZip, type ZipPart } from './make-zip';

/** A whole PDF with one line a page, its cross-reference table right. */
export function makePdf(pages: string[]): Buffer {
  const objects: string[] = [];
  const kids = pages.map((_, index) => `${String(4 + index * 2)} 0 R`).join(' ');
  objects[1] = '<< /Type /Catalog /Pages 2 0 R >>';
  objects[2] = `<< /Type /Pages /Kids [${kids}] /Count ${String(pages.length)} >>`;
  objects[3] = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  pages.forEach((text, index) => {
    const at = 4 + index * 2;
    const stream = `BT /F1 24 Tf 72 700 Td (${text}) Tj ET`;
    objects[at] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${String(at + 1)} 0 R ` +
      '/Resources << /Font << /F1 3 0 R >> >> >>';
    objects[at + 1] = `<< /Length ${String(stream.length)} >>\nstream\n${stream}\nendstream`;
  });
  let body = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n';
  let table = `xref\n0 ${String(objects.length)}\n0000000000 65535 f \n`;
  objects.forEach((object, number) => {
    table += `${String(body.length).padStart(10, '0')} 00000 n \n`;
    body += `${String(number)} 0 obj\n${object}\nendobj\n`;
  });
  const trailer = `trailer\n<< /Size ${String(objects.length)} /Root 1 0 R >>\nstartxref\n${String(body.length)}\n%%EOF\n`;
  return Buffer.from(body + table + trailer, 'latin1');
}

const office = 'application/vnd.openxmlformats-officedocument';
const types = (overrides: Record<string, string>) =>
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  Object.entries(overrides)
    .map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`)
    .join('') +
  '</Types>';

const paragraphs = (texts: string[]) =>
  texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');

export function makeDocx(texts: string[], more: ZipPart[] = []): Buffer {
  return makeZip([
    {
      name: '[Content_Types].xml',
      data: types({ '/word/document.xml': `${office}.wordprocessingml.document.main+xml` }),
    },
    {
      name: 'word/document.xml',
      data: `<w:document xmlns:w="w"><w:body>${paragraphs(texts)}</w:body></w:document>`,
    },
    ...more,
  ]);
}

export function makePptx(slides: string[]): Buffer {
  return makeZip([
    {
      name: '[Content_Types].xml',
      data: types({
        '/ppt/presentation.xml': `${office}.presentationml.presentation.main+xml`,
      }),
    },
    { name: 'ppt/presentation.xml', data: '<p:presentation xmlns:p="p"/>' },
    ...slides.map((text, index) => ({
      name: `ppt/slides/slide${String(index + 1)}.xml`,
      data: `<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`,
    })),
  ]);
}

export function makeXlsx(texts: string[]): Buffer {
  return makeZip([
    {
      name: '[Content_Types].xml',
      data: types({ '/xl/workbook.xml': `${office}.spreadsheetml.sheet.main+xml` }),
    },
    { name: 'xl/workbook.xml', data: '<workbook/>' },
    {
      name: 'xl/sharedStrings.xml',
      data: `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: '<worksheet><sheetData><row><c t="inlineStr"><is><t>ghi tại ô</t></is></c><c><v>7</v></c></row></sheetData></worksheet>',
    },
  ]);
}

export function makeOdt(texts: string[], more: ZipPart[] = []): Buffer {
  return makeZip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true },
    {
      name: 'content.xml',
      data: `<office:document-content xmlns:office="o" xmlns:text="t"><office:body>${texts
        .map((text) => `<text:p>${text}</text:p>`)
        .join('')}</office:body></office:document-content>`,
    },
    { name: 'META-INF/manifest.xml', data: '<manifest/>' },
    ...more,
  ]);
}

export function makeEpub(chapters: string[]): Buffer {
  const item = (index: number) => `chuong${String(index)}.xhtml`;
  return makeZip([
    { name: 'mimetype', data: 'application/epub+zip', stored: true },
    {
      name: 'META-INF/container.xml',
      data: '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    },
    {
      name: 'OEBPS/book.opf',
      data:
        '<package><manifest>' +
        chapters
          .map(
            (_, i) =>
              `<item id="c${String(i)}" href="${item(i)}" media-type="application/xhtml+xml"/>`,
          )
          .join('') +
        `</manifest><spine>${chapters.map((_, i) => `<itemref idref="c${String(i)}"/>`).join('')}</spine></package>`,
    },
    ...chapters.map((text, i) => ({
      name: `OEBPS/${item(i)}`,
      data: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title><style>p{}</style></head><body><p>${text}&nbsp;!</p></body></html>`,
    })),
  ]);
}

/** A program for Windows begins like this. */
export const exe = Buffer.concat([
  Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff', 'latin1'),
  Buffer.alloc(2000),
]);

/** One second of silence, 8 kHz, 8 bit. */
export function makeWav(seconds = 1): Buffer {
  const data = Buffer.alloc(8000 * seconds, 128);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

/** Silent frames of MPEG-1 layer III, 128 kbit/s at 44.1 kHz: some 38 a second. */
export function makeMp3(frames = 77): Buffer {
  const frame = Buffer.alloc(417);
  frame.writeUInt32BE(0xfffb9000, 0);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}
