/** A folder as `import` takes it: a thousand rows and the file that they name. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { materialAt, vocabularyOf } from '../corpus/materials.mjs';

/** The smallest whole PDF that intake takes. */
function pdf(text) {
  const stream = `BT /F1 24 Tf 72 700 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
  let [body, table] = ['%PDF-1.4\n', `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`];
  objects.forEach((object, at) => {
    table += `${String(body.length).padStart(10, '0')} 00000 n \n`;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
  });
  return `${body}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
}

const cell = (text) => `"${text.replaceAll('"', '""')}"`;

/** Titles of their own each time: what a department has already is refused. */
export function importFolder(folder, { department, rows, number }) {
  mkdirSync(folder, { recursive: true });
  const vocabulary = vocabularyOf(number + 2);
  const lines = Array.from({ length: rows }, (_, index) => {
    const { title, abstract, keywords } = materialAt(vocabulary, number + 2, index);
    const name = `${title.vi} ${number}-${index}`;
    return [department, name, abstract?.vi ?? '', keywords.vi.join('|'), 'bai.pdf'].map(cell).join(); // prettier-ignore
  });
  const header = 'department,title,abstract,keywords,files';
  writeFileSync(path.join(folder, 'materials.csv'), `${[header, ...lines].join('\r\n')}\r\n`);
  writeFileSync(path.join(folder, 'bai.pdf'), pdf(`Lo ${number}`));
  return folder;
}
