/** What is under way, and how far; `total` is 0 where nobody knows. */
export type Progress = (what: string, done: number, total: number) => void;

const WIDTH = 24;
/** Often enough to be seen, seldom enough to cost nothing. */
const PERIOD_MS = 200;
const QUIET_PERIOD_MS = 10_000;

function bar(done: number, total: number): string {
  const filled = Math.round((WIDTH * done) / total);
  return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${String(done)}/${String(total)}`;
}

/** A bar while a terminal watches; a line now and then where a log does. */
export function terminalProgress(out: NodeJS.WriteStream = process.stderr): Progress {
  let shown = { what: '', at: 0 };
  return (what, done, total) => {
    const now = Date.now();
    const ended = total > 0 && done >= total;
    const period = out.isTTY ? PERIOD_MS : QUIET_PERIOD_MS;
    if (what === shown.what && !ended && now - shown.at < period) return;
    if (out.isTTY && what !== shown.what && shown.what) out.write('\n');
    shown = { what, at: now };
    const text = total > 0 ? bar(done, total) : String(done);
    out.write(out.isTTY ? `\r\x1b[K${what.padEnd(28)} ${text}` : `${what}: ${text}\n`);
    if (out.isTTY && ended) {
      out.write('\n');
      shown = { what: '', at: 0 };
    }
  };
}
