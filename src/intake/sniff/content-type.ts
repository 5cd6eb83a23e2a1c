import { open } from 'node:fs/promises';
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type';
import { archiveType, type PartChecks } from './archive';
import { officeType } from './office';
import { judgeHead, judgeTextFile, textualType, type TextVerdict } from './text';
import { newBudget, readZipDirectory, type UnpackBudget } from './zip-directory';

const HEAD = 4100;

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** What the bytes are, whatever they are called. Throws refusals for unsafe or damaged archives. */
export async function contentType(path: string, size: number): Promise<string> {
  const head = await readHead(path);
  if (isZip(head)) return await zipType(path, size, 0, newBudget());
  const known = knownByHead(head);
  if (known) return known;
  const text = judgeHead(head) === 'utf8' ? await judgeTextFile(path) : judgeHead(head);
  return await byVerdict(text, head, () => fileTypeFromFile(path));
}

/** Our own look comes before the library's, which would walk through archives. */
function isZip(head: Uint8Array): boolean {
  return (
    head[0] === 0x50 &&
    head[1] === 0x4b &&
    ['\x03\x04', '\x05\x06', '\x07\x08'].includes(
      Buffer.from(head.subarray(2, 4)).toString('latin1'),
    )
  );
}

function knownByHead(head: Buffer): string | undefined {
  return head.subarray(0, 5).toString('latin1') === '%PDF-' ? 'application/pdf' : undefined;
}

/** Text first: the library knows pictures by two letters ("BM") with which a sentence may begin. */
async function byVerdict(
  verdict: TextVerdict,
  head: Buffer,
  library: () => Promise<{ mime: string } | undefined>,
): Promise<string> {
  if (verdict === 'utf8') return textualType(head.toString('utf8'));
  if (verdict === 'utf16') return 'text/utf16';
  const found = await library().catch(() => undefined);
  if (found) return found.mime.split(';')[0] ?? found.mime;
  return verdict === 'legacy' ? 'text/legacy' : 'application/octet-stream';
}

const parts: PartChecks = {
  async head(bytes) {
    const head = Buffer.from(bytes);
    return (
      knownByHead(head) ?? (await byVerdict(judgeHead(head), head, () => fileTypeFromBuffer(head)))
    );
  },
  zip: zipType,
};

async function zipType(
  path: string,
  size: number,
  depth: number,
  budget: UnpackBudget,
): Promise<string> {
  const { zip, entries } = await readZipDirectory(path, size, budget);
  try {
    return (
      (await officeType({ zip, entries })) ??
      (await archiveType({ zip, entries, budget, depth, scratch: path }, parts))
    );
  } finally {
    zip.close();
  }
}
