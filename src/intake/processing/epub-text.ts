import { posix } from 'node:path';
import { withParts, type Opened } from './office-text';
import type { TextSink } from './text-sink';
import { readXml } from './xml-text';

const SILENT = new Set(['head', 'script', 'style', 'svg']);
const LINES = new Set(
  'p div h1 h2 h3 h4 h5 h6 li tr br section article blockquote figcaption'.split(' '),
);

/** The chapters of an e-book in the order of its spine (EPUB 3.3, 5.7). */
export function epubText(path: string, sink: TextSink): Promise<void> {
  return withParts(path, async (opened) => {
    for (const chapter of await spine(opened)) {
      if (sink.full) return;
      // A chapter that is not well-formed costs its own rest, not the book.
      await chapterText(opened, chapter, sink).catch(() => undefined);
    }
  });
}

async function readNamed(
  { zip, parts }: Opened,
  name: string,
  handlers: Parameters<typeof readXml>[1],
): Promise<void> {
  const entry = parts.get(name);
  if (entry) await readXml(await zip.openReadStreamPromise(entry), handlers);
}

async function spine(opened: Opened): Promise<string[]> {
  let book = '';
  await readNamed(opened, 'META-INF/container.xml', {
    open(name, { attributes }) {
      if (name === 'rootfile') book ||= attributes['full-path'] ?? '';
    },
  });
  const hrefs = new Map<string, string>();
  const order: string[] = [];
  await readNamed(opened, book, {
    open(name, { attributes }) {
      const { id, href, idref } = attributes;
      if (name === 'item' && id && href) hrefs.set(id, href);
      if (name === 'itemref' && idref) order.push(idref);
    },
  });
  return order.flatMap((id) => {
    const href = hrefs.get(id);
    return href ? [posix.join(posix.dirname(book), decoded(href))] : [];
  });
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

async function chapterText(opened: Opened, name: string, sink: TextSink): Promise<void> {
  let silent = 0;
  await readNamed(opened, name, {
    open(tag) {
      if (SILENT.has(tag)) silent += 1;
    },
    close(tag) {
      if (SILENT.has(tag)) silent -= 1;
      else if (LINES.has(tag)) sink.add('\n');
    },
    text(text) {
      if (silent === 0) sink.add(text.replace(/\s+/g, ' '));
    },
    done: () => sink.full,
  });
}
