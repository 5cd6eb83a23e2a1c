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
  let shown = { what: '', at: Date.now() };
  return (what, done, total) => {
    const ended = done >= total && total > 0;
    const isNew = out.isTTY && what !== shown.what;
    const period = out.isTTY ? PERIOD_MS : QUIET_PERIOD_MS;
    if (!isNew && !ended && Date.now() - shown.at < period) return;
    shown = { what, at: Date.now() };
    const text = total > 0 ? bar(done, total) : String(done);
    if (out.isTTY) out.write(`\r\x1b[K${what.padEnd(28)} ${text}${ended ? '\n' : ''}`);
    else out.write(`${what}: ${text}\n`);
  };
}
