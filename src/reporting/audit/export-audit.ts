import { Readable } from 'node:stream';
import type { PayloadRequest } from 'payload';
import { exportLines, type ExportLine } from '../../audit/export-format';
import { sealedEvents } from '../../audit/sealed-events';
import { hanoiDate, now } from '../../platform/clock';
import { needOverseer } from './audit-view';

async function* asText(lines: AsyncIterable<ExportLine>): AsyncGenerator<Buffer> {
  for await (const line of lines) yield Buffer.from(`${JSON.stringify(line)}\n`);
}

/** `GET /api/staff/audit/export`: the whole trail as JSON lines, streamed. */
export function exportAudit(req: PayloadRequest): Response {
  needOverseer(req);
  const lines = asText(exportLines(sealedEvents(req.payload, req.user), now()));
  return new Response(Readable.toWeb(Readable.from(lines)) as ReadableStream, {
    headers: {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': `attachment; filename="nhat-ky-${hanoiDate()}.jsonl"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
