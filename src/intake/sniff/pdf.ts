import { open } from 'node:fs/promises';
import { refusal } from '../refuse';

/** How far from the end the last `startxref` may lie: some programs pad their files. */
const TAIL = 4096;

/** A PDF that was cut off while it was copied has no trailer at its end (ISO 32000-1, 7.5.5). */
export async function checkPdf(path: string, size: number): Promise<void> {
  const handle = await open(path, 'r');
  try {
    const tail = Buffer.alloc(Math.min(size, TAIL));
    await handle.read(tail, 0, tail.length, size - tail.length);
    const text = tail.toString('latin1');
    if (!/startxref\s+\d+\s+%%EOF/.test(text)) throw refusal('file_damaged', 'pdf_truncated');
  } finally {
    await handle.close();
  }
}
