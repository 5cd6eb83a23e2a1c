import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { parse } from 'csv-parse';

export interface TableRow {
  /** In the file, from 1; the header is line 1. */
  line: number;
  values: Record<string, string>;
}

const DELIMITERS = [',', ';', '\t'];

/** A spreadsheet of a Vietnamese office writes semicolons; the header tells. */
async function delimiterOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const header = buffer.toString('utf8', 0, bytesRead).split(/\r?\n/)[0] ?? '';
    const often = (delimiter: string) => header.split(delimiter).length;
    return DELIMITERS.toSorted((a, b) => often(b) - often(a))[0] ?? ',';
  } finally {
    await handle.close();
  }
}

/** The rows of a CSV in UTF-8, its first line their names; throws csv-parse's own error with the line. */
export async function* readTable(file: string): AsyncGenerator<TableRow> {
  const parser = createReadStream(file).pipe(
    parse({
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim()),
      delimiter: await delimiterOf(file),
      info: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }),
  );
  for await (const entry of parser) {
    const { record, info } = entry as {
      record: Record<string, string>;
      info: { lines: number };
    };
    yield { line: info.lines, values: record };
  }
}
