const QUIET_EVERY_MS = 15_000;

/**
 * Shows that work goes on: a line that counts seconds in a terminal, a line every fifteen seconds
 * elsewhere. On the error output, so that a command's own output stays clean. Returns what the work returns.
 */
export async function withProgress(label, work) {
  const terminal = process.stderr.isTTY && !process.env.CI;
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const line = (mark, end) => process.stderr.write(`\r\x1b[K${mark} ${label} … ${seconds()}${end}`);

  if (!terminal) console.error(`· ${label} …`);
  const timer = setInterval(
    () => (terminal ? line('·', '') : console.error(`  still on it: ${label}, ${seconds()}`)),
    terminal ? 1000 : QUIET_EVERY_MS,
  );
  try {
    const result = await work();
    if (terminal) line('✓', '\n');
    else console.error(`✓ ${label}: ${seconds()}`);
    return result;
  } catch (error) {
    if (terminal) line('✗', '\n');
    else console.error(`✗ ${label}: ${seconds()}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
