import type { Entry, ZipFile } from 'yauzl';
import { openPromise } from 'yauzl';
import type { Derived } from './protocol';
import type { TextSink } from './text-sink';
import { readXml } from './xml-text';

export interface Opened {
  zip: ZipFile;
  parts: Map<string, Entry>;
}

export async function withParts<T>(path: string, work: (opened: Opened) => Promise<T>): Promise<T> {
  const zip = await openPromise(path, { autoClose: false });
  try {
    const parts = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) parts.set(entry.fileName, entry);
    return await work({ zip, parts });
  } finally {
    zip.close();
  }
}

/** Local names: whose text counts, what ends a line, what is a gap. */
interface Words {
  /** Undefined: all text within the part. */
  text?: ReadonlySet<string>;
  line: ReadonlySet<string>;
  gap: ReadonlySet<string>;
  /** Counted, for formats whose pages are elements. */
  page?: string;
}

const set = (...names: string[]): ReadonlySet<string> => new Set(names);
const WORD: Words = { text: set('t'), line: set('p', 'br', 'cr'), gap: set('tab', 'tc') };
const DRAWING: Words = { text: set('t'), line: set('p', 'br'), gap: set('tab', 'tc') };
const SHEET: Words = { text: set('t'), line: set('si', 'is', 'row'), gap: set('c') };
const ODF: Words = {
  line: set('p', 'h', 'line-break', 'table-row'),
  gap: set('tab', 's', 'table-cell'),
  page: 'page',
};

async function readPart(
  { zip, parts }: Opened,
  name: string,
  words: Words,
  sink: TextSink,
): Promise<number> {
  const entry = parts.get(name);
  if (!entry || sink.full) return 0;
  let depth = words.text ? 0 : 1;
  let pages = 0;
  await readXml(await zip.openReadStreamPromise(entry), {
    open(tag) {
      if (words.text?.has(tag)) depth += 1;
      if (tag === words.page) pages += 1;
    },
    close(tag) {
      if (words.text?.has(tag)) depth -= 1;
      if (words.line.has(tag)) sink.add('\n');
      else if (words.gap.has(tag)) sink.add(' ');
    },
    text(text) {
      if (depth > 0) sink.add(text);
    },
    done: () => sink.full,
  });
  return pages;
}

/** Parts that match, in the order of their numbers. */
function numbered(parts: Opened['parts'], pattern: RegExp): string[] {
  const found = [...parts.keys()].flatMap((name) => {
    const number = pattern.exec(name)?.[1];
    return number === undefined ? [] : [{ name, number: Number(number) }];
  });
  return found.sort((a, b) => a.number - b.number).map(({ name }) => name);
}

/** The page count that the program noted when it saved; undefined when it noted none. */
async function notedPages(
  { zip, parts }: Opened,
  part: string,
  read: (tag: string, attributes: Record<string, string>, text: () => string) => string | undefined,
): Promise<number | undefined> {
  const entry = parts.get(part);
  if (!entry) return undefined;
  let text = '';
  let pages: string | undefined;
  let attributes: Record<string, string> = {};
  await readXml(await zip.openReadStreamPromise(entry), {
    open(_tag, tag) {
      text = '';
      attributes = tag.attributes;
    },
    text(piece) {
      text += piece.slice(0, 100);
    },
    close(tag) {
      pages ??= read(tag, attributes, () => text);
    },
  });
  const count = Number(pages);
  return Number.isInteger(count) && count > 0 ? count : undefined;
}

export function officeText(path: string, kindId: string, sink: TextSink): Promise<Derived> {
  return withParts(path, async (opened) => {
    const { parts } = opened;
    switch (kindId) {
      case 'docx': {
        for (const name of ['document', 'footnotes', 'endnotes']) {
          await readPart(opened, `word/${name}.xml`, WORD, sink);
        }
        const pages = await notedPages(opened, 'docProps/app.xml', (tag, _attributes, text) =>
          tag === 'Pages' ? text() : undefined,
        );
        return { pages };
      }
      case 'pptx':
      case 'ppsx': {
        const slides = numbered(parts, /^ppt\/slides\/slide(\d+)\.xml$/);
        const notes = numbered(parts, /^ppt\/notesSlides\/notesSlide(\d+)\.xml$/);
        for (const name of [...slides, ...notes]) await readPart(opened, name, DRAWING, sink);
        return { pages: slides.length || undefined };
      }
      case 'xlsx': {
        await readPart(opened, 'xl/sharedStrings.xml', SHEET, sink);
        for (const name of numbered(parts, /^xl\/worksheets\/sheet(\d+)\.xml$/)) {
          await readPart(opened, name, SHEET, sink);
        }
        return {};
      }
      default: {
        const slides = await readPart(opened, 'content.xml', ODF, sink);
        if (kindId === 'odp') return { pages: slides || undefined };
        const pages = await notedPages(opened, 'meta.xml', (tag, attributes) =>
          tag === 'document-statistic' ? attributes['meta:page-count'] : undefined,
        );
        return { pages: kindId === 'odt' ? pages : undefined };
      }
    }
  });
}
