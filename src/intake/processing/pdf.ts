import { readFile } from 'node:fs/promises';
import { createIsomorphicCanvasFactory, getDocumentProxy, renderPageAsImage } from 'unpdf';
import { fillNodeGaps } from './node-gaps';
import { thumbnail } from './picture';
import { THUMBNAIL_PIXELS, type Derived } from './protocol';
import type { TextSink } from './text-sink';

/** Larger pictures on a page are left out of its thumbnail. */
const MAX_IMAGE_PIXELS = 40_000_000;

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

const canvasImport = () => import('@napi-rs/canvas');

/** Text of every page, their number, and a picture of the first. */
export async function pdf(path: string, sink: TextSink): Promise<Derived> {
  fillNodeGaps();
  const CanvasFactory = await createIsomorphicCanvasFactory(canvasImport);
  const document = await getDocumentProxy(new Uint8Array(await readFile(path)), {
    CanvasFactory,
    maxImageSize: MAX_IMAGE_PIXELS,
    verbosity: 0,
  });
  for (let number = 1; number <= document.numPages && !sink.full; number += 1) {
    sink.add(`${await pageText(document, number)}\n\n`);
  }
  return {
    pages: document.numPages,
    // A page that cannot be drawn costs its picture only.
    thumbnail: await firstPage(document).catch(() => undefined),
  };
}

async function pageText(document: Document, number: number): Promise<string> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}

async function firstPage(document: Document): Promise<Uint8Array> {
  const page = await document.getPage(1);
  const { width, height } = page.getViewport({ scale: 1 });
  // Twice the size, then reduced: thin letters stay readable. Both sides count, or a strip of
  // one by a million would be drawn.
  const scale = (2 * THUMBNAIL_PIXELS) / Math.max(width, height);
  const drawn = await renderPageAsImage(document, 1, { canvasImport, scale });
  return await thumbnail(Buffer.from(drawn));
}
