/** The stored files of generated publications: few objects, named by many. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRandom } from '../corpus/random.mjs';

/** A book with pictures, and a leaflet. */
export const SIZES = { large: 64 * 2 ** 20, small: 300_000 };
/** So many texts of files, which publications share. */
export const TEXTS = 200;

function put(media, key, bytes) {
  const file = path.join(media, key);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return key;
}

function noise(size) {
  const random = createRandom(size);
  const words = new Uint32Array(size / 4);
  for (let at = 0; at < words.length; at += 1) words[at] = random.below(2 ** 32);
  return Buffer.from(words.buffer);
}

function stored(media, size) {
  const bytes = noise(size);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { size, sha256, storageKey: put(media, `content/${sha256.slice(0, 2)}/${sha256}`, bytes) };
}

/** Puts the objects into the storage's folder; what a publication says of its file. */
export function createFiles(media) {
  const objects = { large: stored(media, SIZES.large), small: stored(media, SIZES.small) };
  const texts = [];
  return {
    /** The first publication has the large file, all others the small one and one of the texts. */
    fileOf(index, { title, body }) {
      if (texts.length < TEXTS && body) {
        const sha256 = createHash('sha256').update(body).digest('hex');
        texts.push(put(media, `derived/${sha256.slice(0, 2)}/${sha256}/text.txt`, body));
      }
      return {
        id: `F${String(index).padStart(19, '0')}`,
        role: 'main',
        name: `${title.vi.slice(0, 60)}.pdf`,
        mediaType: 'application/pdf',
        ...(index === 0 ? objects.large : objects.small),
        pages: 12,
        duration: null,
        caption: null,
        altText: null,
        thumbnailKey: null,
        textKey: texts[index % texts.length] ?? null,
      };
    },
  };
}
