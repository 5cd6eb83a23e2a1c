import { SaxesParser } from 'saxes';
import type { ZipFile } from 'yauzl';
import { KINDS } from '../kinds';
import { refusal } from '../refuse';
import { readEntry } from './read-entry';
import type { ZipEntry } from './zip-directory';

/** Types of the main part (ECMA-376 part 1, 11.3.10, 12.3.11, 13.3.6) and what they make the file. */
const MAIN_PARTS: Readonly<Record<string, string>> = {
  'wordprocessingml.document.main+xml': 'wordprocessingml.document',
  'presentationml.presentation.main+xml': 'presentationml.presentation',
  'presentationml.slideshow.main+xml': 'presentationml.slideshow',
  'spreadsheetml.sheet.main+xml': 'spreadsheetml.sheet',
};
const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const MACRO_PARTS = /(^|\/)(vbaproject\.bin|vbadata\.xml|macrosheets\/.*)$/i;
/** LibreOffice keeps macros in these folders. */
const ODF_MACROS = /^(Basic|Scripts)\/./;
const XML_LIMIT = 4 * 1024 ** 2;

interface Package {
  zip: ZipFile;
  entries: ZipEntry[];
}

function find(entries: ZipEntry[], name: string): ZipEntry | undefined {
  return entries.find((entry) => entry.name === name);
}

/** What an office document or e-book is, by its own declaration; undefined when it is neither. */
export async function officeType(pack: Package): Promise<string | undefined> {
  if (find(pack.entries, '[Content_Types].xml')) return await ooxmlType(pack);
  return await mimetypeType(pack);
}

async function ooxmlType({ zip, entries }: Package): Promise<string> {
  const listing = find(entries, '[Content_Types].xml') as ZipEntry;
  const types = contentTypes((await readEntry(zip, listing.entry, XML_LIMIT)).toString('utf8'));
  const hasMacros =
    entries.some(({ name }) => MACRO_PARTS.test(name)) ||
    types.some(({ type }) => /macroenabled|vnd\.ms-office\.vbaproject/i.test(type));
  if (hasMacros) return 'application/vnd.ms-office.macro';
  for (const { part, type } of types) {
    const made = type.startsWith(OFFICE) ? MAIN_PARTS[type.slice(OFFICE.length)] : undefined;
    if (!made) continue;
    if (!find(entries, part.replace(/^\//, ''))) {
      throw refusal('file_damaged', 'office_incomplete', { part });
    }
    return OFFICE + made;
  }
  return 'application/vnd.ms-package';
}

function contentTypes(xml: string): { part: string; type: string }[] {
  const found: { part: string; type: string }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const type = attributes.ContentType;
    if (/(^|:)(Override|Default)$/.test(name) && type) {
      found.push({ part: attributes.PartName ?? '', type });
    }
  });
  parser.on('error', (error) => {
    throw refusal('file_damaged', 'office_incomplete', { part: '[Content_Types].xml' }, error);
  });
  parser.write(xml).close();
  return found;
}

/** ODF 1.3 part 2, 3.3 and EPUB OCF 3.3, 4.3: `mimetype` comes first and is stored as it is. */
async function mimetypeType({ zip, entries }: Package): Promise<string | undefined> {
  const first = entries[0];
  if (first?.name !== 'mimetype' || first.entry.compressionMethod !== 0) return undefined;
  const declared = (await readEntry(zip, first.entry, 200)).toString('latin1').trim();
  if (declared.startsWith('application/vnd.oasis.opendocument')) {
    if (!KINDS.some((kind) => kind.content.includes(declared))) {
      return 'application/vnd.oasis.opendocument';
    }
    await checkOdf({ zip, entries });
    return entries.some(({ name }) => ODF_MACROS.test(name))
      ? 'application/vnd.ms-office.macro'
      : declared;
  }
  if (declared !== 'application/epub+zip') return undefined;
  if (!find(entries, 'META-INF/container.xml')) {
    throw refusal('file_damaged', 'office_incomplete', { part: 'META-INF/container.xml' });
  }
  return declared;
}

async function checkOdf({ zip, entries }: Package): Promise<void> {
  if (!find(entries, 'content.xml')) {
    throw refusal('file_damaged', 'office_incomplete', { part: 'content.xml' });
  }
  const manifest = find(entries, 'META-INF/manifest.xml');
  if (manifest && (await readEntry(zip, manifest.entry, XML_LIMIT)).includes('encryption-data')) {
    throw refusal('archive_unsafe', 'archive_encrypted');
  }
}
