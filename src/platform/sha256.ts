import { createHash } from 'node:crypto';

/** SHA-256 of a text, in hexadecimal. */
export const sha256Of = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex');

/** Size and SHA-256 of what is read once from its beginning to its end. */
export async function hashOf(
  bytes: AsyncIterable<unknown>,
): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of bytes) {
    hash.update(chunk as Buffer);
    size += (chunk as Buffer).length;
  }
  return { size, sha256: hash.digest('hex') };
}
