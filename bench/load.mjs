/**
 * `npm run bench -- load`: how much longer readers wait while the search index is built anew or a
 * thousand rows are imported. Load of 30 % of what a delivery process takes, in an open loop: requests
 * become due whether earlier ones were answered or not. BENCH_SIZE materials (100,000).
 */
import path from 'node:path';
import { importFolder } from './background/import-folder.mjs';
import { measured, quantile, ratio, target } from './lib/figures.mjs';
import { generatedSite } from './lib/generated-site.mjs';
import { asMuchAsItTakes, soManyASecond } from './lib/load.mjs';
import { readersOf } from './lib/mix.mjs';
import { BACKGROUND, bench, output, pause, start, stop } from './lib/processes.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
const SIZE = Number(process.env.BENCH_SIZE ?? 100_000);
const PART = 0.3;
const MOST = 2;
const OFFICER = `bench-${Date.now()}@example.vn`;
const DEPARTMENT = 'YT';
/** Payload is loaded by then, and the work itself under way. */
const BEFORE_MS = 12_000;

async function createOfficer({ env }) {
  const args = ['--email', OFFICER, '--name', 'Bench', '--role', 'contributor', '--department', DEPARTMENT]; // prettier-ignore
  await output(['dist/cli.js', 'create-user', ...args], { env });
}

/** What runs beside the readers, as the command of an operator. */
function commands(site) {
  return {
    quiet: undefined,
    reindex: () => ['reindex'],
    import: (number) => {
      const folder = path.join(site.folder, `import-${Date.now()}`);
      const from = importFolder(folder, { department: DEPARTMENT, rows: 1_000, number });
      return ['import', '--from', from, '--as', OFFICER, '--again'];
    },
  };
}

/** Milliseconds of every answer while `args` run; throws when they ended before. */
async function beside({ env }, args, measure) {
  if (!args) return await measure();
  const child = start(['dist/cli.js', ...args], { env, core: BACKGROUND, quiet: true });
  await pause(BEFORE_MS);
  const found = await measure();
  if (child.exitCode !== null) throw new Error(`${args[0]} ended early with ${child.exitCode}`);
  await stop(child);
  return found;
}

await bench(`Load beside work, ${SIZE} materials, ${ROUNDS} rounds of ${SECONDS} s`, async () => {
  const site = await generatedSite({ size: SIZE });
  await createOfficer(site);
  const { base, port } = await site.run('delivery');
  const next = await readersOf({ base, sample: site.sample });
  await asMuchAsItTakes({ port, next, seconds: 5 });
  const most = await asMuchAsItTakes({ port, next, seconds: 5 });
  const perSecond = Math.round(most.answers * PART);
  console.log(
    `  the process takes ${most.answers.toFixed(0)}/s of the mix; asked for ${perSecond}/s`,
  );
  const kinds = Object.entries(commands(site));
  const [p50, p99] = [0, 1].map(() => Object.fromEntries(kinds.map(([name]) => [name, []])));
  for (let n = 0; n < ROUNDS; n += 1) {
    for (const [name, command] of kinds) {
      const measure = () => soManyASecond({ port, next, perSecond, seconds: SECONDS });
      const ms = await beside(site, command?.(n), measure);
      p50[name].push(quantile(ms, 0.5));
      p99[name].push(quantile(ms, 0.99));
    }
  }
  for (const [name] of kinds) {
    measured(`${name}, p50`, p50[name], 'ms');
    measured(`${name}, p99`, p99[name], 'ms');
  }
  target('p99 during a full reindex ÷ quiet', { ...ratio(p99.reindex, p99.quiet), atMost: MOST });
  target('p99 during an import ÷ quiet', { ...ratio(p99.import, p99.quiet), atMost: MOST });
});
