import { requireNode } from './lib/node-version.mjs';

requireNode();
const { main } = await import('./lib/problem.mjs');

/**
 * `npm run rules:mutants [-- file…]`: breaks each rule of the rights room in turn, in a copy, and
 * runs the specs that reach it. A mutant that no spec notices is a boundary that nothing proves.
 */
await main(async () => {
  const { ensureInstalled } = await import('./lib/install.mjs');
  await ensureInstalled();
  const { ruleMutants } = await import('./lib/rule-mutants.mjs');
  const { judge } = await import('./lib/judge-mutants.mjs');
  const { EQUIVALENT } = await import('./lib/equivalent-mutants.mjs');

  const wanted = process.argv.slice(2);
  const mutants = ruleMutants().filter(
    ({ file }) => wanted.length === 0 || wanted.some((name) => file.includes(name)),
  );
  const known = ({ file, before, change }) =>
    EQUIVALENT.find((one) => one.file === file && one.line === before && one.change === change);
  const told = mutants.map(known).filter(Boolean);
  const stale = EQUIVALENT.filter((one) => wanted.length === 0 && !told.includes(one));
  const survived = [];
  const wrong = [];
  await judge(mutants, (mutant, killed) => {
    const reason = known(mutant)?.reason;
    const word = killed ? 'killed  ' : reason ? 'the same' : 'SURVIVED';
    console.log(`${word} ${mutant.file}:${mutant.line} ${mutant.change} | ${mutant.before}`);
    if (!killed && !reason) survived.push(mutant);
    if (killed && reason) wrong.push(mutant);
  });

  const same = told.length - wrong.length;
  if (same > 0)
    console.log(
      `\n${same} change nothing that can be seen; why: scripts/lib/equivalent-mutants.mjs`,
    );
  for (const { file, change, line } of stale)
    console.log(`Listed but gone: ${file} ${change} | ${line}`);
  for (const { file, change, before } of wrong)
    console.log(`Listed, yet killed: ${file} ${change} | ${before}`);
  console.log(`${mutants.length - survived.length - same} killed, ${survived.length} survived`);
  return survived.length + stale.length + wrong.length > 0 ? 1 : 0;
});
