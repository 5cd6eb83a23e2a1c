/**
 * What the generated text looks like: `node bench/corpus/profile.mjs [size] [seed]`. Ends with an
 * error where it is not what the benches count on.
 */
import { createHash } from 'node:crypto';
import { materials } from './materials.mjs';

const [size = 2_000, seed = 1] = process.argv.slice(2).map(Number);

async function profile() {
  const documents = new Map();
  const hash = createHash('sha256');
  const lengths = [];
  for await (const { title, abstract, body } of materials({ seed, size })) {
    const text = `${title.vi} ${abstract?.vi ?? ''} ${body}`;
    hash.update(text);
    const syllables = text.toLowerCase().match(/[\p{L}\p{N}]+/gu);
    if (body) lengths.push(body.split(/\s+/).length);
    for (const one of new Set(syllables)) documents.set(one, (documents.get(one) ?? 0) + 1);
  }
  lengths.sort((a, b) => a - b);
  return { documents, lengths, hash: hash.digest('hex').slice(0, 16) };
}

const { documents, lengths, hash } = await profile();
const at = (part) => lengths[Math.min(lengths.length - 1, Math.floor(part * lengths.length))];
const total = lengths.reduce((sum, length) => sum + length, 0);
const ranked = [...documents].sort((a, b) => b[1] - a[1]);
const over = (part) => ranked.filter(([, n]) => n > part * size).length;
const [rest, again] = [await profile(), hash];
console.log(`${size} materials, seed ${seed}, ${total} syllables in bodies, text ${hash}`);
console.log(`body: median ${at(0.5)}, mean ${Math.round(total / lengths.length)}, 95 % ${at(0.95)}, longest ${at(1)}`); // prettier-ignore
console.log(`${ranked.length} different syllables; in over 90 % of materials: ${over(0.9)}, 50 %: ${over(0.5)}, 10 %: ${over(0.1)}, 1 %: ${over(0.01)}; in one alone: ${ranked.filter(([, n]) => n === 1).length}`); // prettier-ignore
for (const rank of [1, 3, 10, 30, 100, 300, 1000, 3000]) {
  const found = ranked[rank - 1];
  if (found) console.log(`  rank ${String(rank).padStart(4)}: ${found[0].padEnd(8)} ${((found[1] / size) * 100).toFixed(1)} % of materials`); // prettier-ignore
}
const wrong = [
  rest.hash === again ? '' : 'the same seed gave another text',
  at(0.5) > 700 && at(0.5) < 1_100 ? '' : 'the median body is not about 900 syllables',
  ranked.length > 2_000 ? '' : 'too few different syllables',
  over(0.9) >= 20 && over(0.9) <= 120 ? '' : 'not 20 to 120 syllables stand in nearly everything',
].filter(Boolean);
for (const line of wrong) console.error(`NOT as meant: ${line}`);
if (wrong.length > 0) process.exitCode = 1;
