/**
 * Builds the embedded index of generated materials by the product's own rebuild, in a process of its
 * own so that its memory is not the reader's. Prints seconds, bytes and resident memory as JSON.
 */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { materials } from '../corpus/materials.mjs';

const [product, folder, size, seed] = process.argv.slice(2);
const { createEmbeddedWriter } = await import(product);

async function* counted() {
  let n = 0;
  for await (const material of materials({ seed: Number(seed), size: Number(size) })) {
    yield material;
    n += 1;
    if (n % 5_000 === 0) process.stderr.write(`  ${n} of ${size} indexed\n`);
  }
}

const writer = createEmbeddedWriter({ folder });
const begun = performance.now();
const { documents } = await writer.rebuild(counted());
const seconds = (performance.now() - begun) / 1000;
await writer.close();
const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0); // prettier-ignore
const resident = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ documents, seconds, bytes, resident }));
