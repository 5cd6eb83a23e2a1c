import { requireNode } from './lib/node-version.mjs';

requireNode();
const { main } = await import('./lib/problem.mjs');

/** Real services that the suites also run on when they are given; the grammar is the settings' own. */
const SERVICES = {
  TEST_DATABASE_URL: 'MongoDB',
  TEST_STORAGE_URL: 'S3 storage',
  TEST_SEARCH_URL: 'Meilisearch',
  TEST_CLAMAV_URL: 'ClamAV',
};

await main(async () => {
  const { ensureInstalled } = await import('./lib/install.mjs');
  await ensureInstalled();
  const args = process.argv.slice(2);
  for (const kind of ['e2e', 'faults']) {
    if (args[0] === `--${kind}`) return testBuilt(`vitest.${kind}.config.ts`, args.slice(1));
  }
  return testAll(args);
});

/** Browser tests and faults run against the built server. */
async function testBuilt(config, args) {
  const { ensureBuilt } = await import('./lib/build.mjs');
  await ensureBuilt();
  const title = 'Built server on';
  if (args[0] === '--services') return testOnServices({ config, args: args.slice(1), title });
  return testOnBoth({ config, args, again: args, title });
}

async function testAll(args) {
  const again = ['--project', 'features', ...args];
  return testOnBoth({ config: 'vitest.config.ts', args, again, title: 'Suites on' });
}

/** On the embedded defaults, and then again on the real services that are given. */
async function testOnBoth({ config, args, again, title }) {
  const { runVitest } = await import('./lib/vitest.mjs');
  const given = givenServices();
  const none = Object.fromEntries(Object.keys(SERVICES).map((name) => [name, undefined]));

  const embedded = await runVitest({ config, args, env: none });
  const results = [embedded];
  let differences = [];
  if (given.length > 0) {
    const real = await runVitest({ config, args: again });
    results.push(real);
    differences = countDifferences(embedded, real);
  }

  printSuites(`${title} the embedded defaults`, embedded);
  if (results[1]) printSuites(`${title} real services (${given.join(', ')})`, results[1]);
  for (const line of differences) console.log(`✗ ${line}`);
  for (const [name, service] of Object.entries(SERVICES)) {
    if (!given.includes(name)) console.log(`!! ${service} was NOT tested: ${name} is not set.`);
  }
  return finish(results, differences.length);
}

/** Only the second half of it: for whoever has run the first already and has little time. */
async function testOnServices({ config, args, title }) {
  const { runVitest } = await import('./lib/vitest.mjs');
  const given = givenServices();
  if (given.length === 0) {
    console.error(
      `No service is named. Set ${Object.keys(SERVICES).join(', ')}, or leave out --services.`,
    );
    return 1;
  }
  const real = await runVitest({ config, args });
  printSuites(`${title} real services (${given.join(', ')})`, real);
  return finish([real]);
}

function givenServices() {
  return Object.keys(SERVICES).filter((name) => process.env[name]);
}

/** The same suites must run the same tests on every back end: what is skipped did not run. */
function countDifferences(embedded, real) {
  const total = (suite) => (suite ? suite.passed + suite.failed : 0);
  return embedded.suites
    .filter(({ name }) => !name.startsWith('rules: '))
    .map((suite) => [suite, real.suites.find(({ name }) => name === suite.name)])
    .filter(([suite, other]) => total(suite) !== total(other))
    .map(
      ([suite, other]) =>
        `${suite.name}: ${total(suite)} tests on the embedded defaults, ${total(other)} on real services`,
    );
}

function printSuites(title, { suites, parts }) {
  const rows = suites.map(({ name, passed, failed, skipped, on }) => [
    name,
    `${passed} passed${failed ? `, ${failed} FAILED` : ''}${skipped ? `, ${skipped} skipped` : ''}`,
    ...parts.map((part) => [...(on[part] ?? [])].sort().join(' + ') || '–'),
  ]);
  const table = [['suite', 'tests', ...parts], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  console.log(`\n${title} (– means that the suite uses none)`);
  for (const row of table) {
    console.log(
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd()}`,
    );
  }
  console.log('');
}

/** The last line is for machines: the sum over every run. */
function finish(results, extraFailures = 0) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const failed = sum('failed') + extraFailures;
  if (sum('passed') + sum('failed') === 0 || results.some((r) => r.suites.length === 0)) {
    console.log('✗ No tests were found, or vitest did not start.');
  }
  if (sum('skipped')) console.log(`${sum('skipped')} skipped`);
  console.log(`${sum('passed')} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
