import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { refusal } from '../refuse';

/** At most `max` bytes of an entry, unpacked; the rest is not read. */
export async function readEntry(zip: ZipFile, entry: Entry, max: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  let stream: Readable | undefined;
  try {
    stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length >= max) break;
    }
  } catch (error) {
    throw refusal('file_damaged', 'zip_unreadable', {}, error);
  } finally {
    stream?.destroy();
  }
  return Buffer.concat(chunks).subarray(0, max);
}
