// Loaded before anything else, by any Node: old syntax only, no imports.

const NEEDED = [20, 19];

/** The sentence to show when this Node is too old, otherwise undefined. */
export function nodeProblem(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return undefined;
  return (
    `Kho Học Liệu needs Node ${NEEDED.join('.')} or newer; this is Node ${version} (${process.execPath}).\n` +
    'Install a current version from https://nodejs.org (any of 20.19+, 22, 24) and start again.'
  );
}

export function requireNode() {
  const problem = nodeProblem(process.versions.node);
  if (!problem) return;
  console.error(problem);
  process.exit(1);
}
