import { requireNode } from './lib/node-version.mjs';

requireNode();
const { main } = await import('./lib/problem.mjs');

/** `npm run check [-- name…]`: everything that is not a test. Runs to the end, whatever fails. */
await main(async () => {
  const { ensureInstalled } = await import('./lib/install.mjs');
  await ensureInstalled();
  const { bin, run } = await import('./lib/run.mjs');

  const program =
    (name, args, { from = name, env } = {}) =>
    async () => {
      const { code, output } = await run(process.execPath, [bin(from, name), ...args], {
        stdio: 'pipe',
        env,
      });
      return code === 0 ? [] : [output.trimEnd() || `exit code ${code}`];
    };
  const own = (name, file) => async () => (await import(`./checks/${file}.mjs`))[name]();
  const cruise = (config) =>
    program('depcruise', ['--config', config, 'src', 'collections'], {
      from: 'dependency-cruiser',
    });

  const checks = {
    format: program('prettier', ['--check', '--log-level=warn', '.']),
    lint: program('eslint', ['--max-warnings=0', '.']),
    types: program('tsc', ['--noEmit'], { from: 'typescript' }),
    imports: cruise('.dependency-cruiser.mjs'),
    reach: cruise('.dependency-cruiser.reach.mjs'),
    unused: program('knip', ['--no-progress']),
    i18n: own('checkI18n', 'i18n'),
    openapi: program('redocly', ['lint', 'docs/openapi.json'], {
      from: '@redocly/cli',
      env: { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    }),
    examples: program('vitest', ['run', '--config', 'vitest.examples.config.ts']),
    generated: own('checkGenerated', 'generated'),
    licences: own('checkLicences', 'licences'),
  };

  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !(name in checks));
  if (unknown.length > 0) {
    console.error(
      `No such check: ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}.`,
    );
    return 2;
  }

  const failed = [];
  const chosen = Object.keys(checks).filter((name) => wanted.length === 0 || wanted.includes(name));
  for (const name of chosen) {
    const started = Date.now();
    const problems = await checks[name]().catch((error) => [error.message]);
    const mark = problems.length === 0 ? '✓' : '✗';
    console.log(`${mark} ${name.padEnd(10)} ${((Date.now() - started) / 1000).toFixed(1)} s`);
    for (const line of problems) console.log(line.replace(/^/gm, '    '));
    if (problems.length > 0) failed.push(name);
  }
  console.log('');
  if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}`);
  console.log(`${chosen.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
});
