import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Written and on the disk before it counts. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const BUFFER_BYTES = 1024 * 1024;

/** One JSON a line, hashed as it is written. */
export class LineWriter {
  bytes = 0;
  #waiting: string[] = [];
  #length = 0;
  readonly #hash: Hash = createHash('sha256');

  private constructor(readonly handle: FileHandle) {}

  static async open(file: string): Promise<LineWriter> {
    await mkdir(path.dirname(file), { recursive: true });
    return new LineWriter(await open(file, 'w', 0o600));
  }

  async add(value: unknown): Promise<void> {
    const line = `${JSON.stringify(value)}\n`;
    this.#waiting.push(line);
    this.#length += line.length;
    if (this.#length > BUFFER_BYTES) await this.#flush();
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#waiting.join(''), 'utf8');
    this.#waiting = [];
    this.#length = 0;
    this.#hash.update(bytes);
    this.bytes += bytes.length;
    await this.handle.writeFile(bytes);
  }

  /** After an error: the file is of no use. */
  async abandon(): Promise<void> {
    await this.handle.close();
  }

  /** Flushes to the disk and closes; the SHA-256 of the whole file. */
  async end(): Promise<{ bytes: number; sha256: string }> {
    await this.#flush();
    await this.handle.sync();
    await this.handle.close();
    return { bytes: this.bytes, sha256: this.#hash.digest('hex') };
  }
}

/** Opens `file`, lets `work` write it and closes it, whatever happens. */
export async function writeLines<T>(
  file: string,
  work: (lines: LineWriter) => Promise<T>,
): Promise<{ result: T; bytes: number; sha256: string }> {
  const lines = await LineWriter.open(file);
  let result: T;
  try {
    result = await work(lines);
  } catch (error) {
    await lines.abandon();
    throw error;
  }
  return { result, ...(await lines.end()) };
}

export async function* readLines<T>(file: string): AsyncGenerator<T> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  for await (const line of lines) if (line) yield JSON.parse(line) as T;
}

/** Writes a stream to a file of its own, hashing as it passes. */
export async function streamTo(bytes: AsyncIterable<unknown>, target: string) {
  const hash = createHash('sha256');
  let size = 0;
  const handle = await open(target, 'w', 0o600);
  try {
    for await (const chunk of bytes) {
      const buffer = chunk as Buffer;
      hash.update(buffer);
      size += buffer.length;
      await handle.writeFile(buffer);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { size, sha256: hash.digest('hex') };
}
