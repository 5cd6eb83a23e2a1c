import { appendFileSync } from 'node:fs';
import { expect } from 'vitest';

/** For the summary of `npm test`: what this test file really ran on. */
export function sayWhatItRanOn(parts: Record<string, string>): void {
  const report = process.env.TEST_RAN_ON_FILE;
  const file = expect.getState().testPath;
  if (report && file) appendFileSync(report, `${JSON.stringify({ file, ...parts })}\n`);
}
