import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A condition in the code that keeps somebody out, and how the code reads without it. */
export interface Guard {
  id: string;
  file: string;
  start: number;
  end: number;
  without: string;
}

const ROOT = path.resolve(import.meta.dirname, '../../..');
const deleted = (id: string) => `(globalThis as any).khoDeleted?.has(${JSON.stringify(id)})`;

/** Where somebody is turned away by a thrown refusal. */
const GUARDED = [
  ...['collections/shared/endpoint.ts', 'collections/shared/guard-endpoints.ts'],
  ...['collections/shared/refuse-copies.ts', 'collections/users/hooks.ts'],
  ...['src/intake/authenticate.ts', 'src/intake/http.ts', 'src/processes/intake-guards.ts'],
  ...[
    'src/review/content-lock.ts',
    'src/review/transition.ts',
    'src/review/take-over/take-over.ts',
  ],
  ...['src/review/views/workbench.ts', 'src/review/views/queue.ts'],
  ...['src/delivery/routes/files.ts', 'src/delivery/routes/materials.ts', 'src/delivery/app.ts'],
];
const REFUSALS =
  /if \(((?:[^()]|\((?:[^()]|\([^()]*\))*\))+)\) (?:\{\s*)?(?:(?:throw|return) |refuse\(\s*req,\s*res,\s*)new AppError\(\s*(?:'(?:not_signed_in|forbidden|not_found|restore_refused|content_locked|download_not_allowed|file_held_back)'|req\.headers\.cookie)/g;

/**
 * Refusals that protect nothing by themselves: the type of what was checked before, or a thing that
 * is not there. Each is behind a rule of the list.
 */
export const NO_RULES: Record<string, string> = {
  'src/review/content-lock.ts: !personOf(user)': 'intake signs in before',
  'src/review/transition.ts: !person': 'staffEndpoint signs in before',
  'src/review/views/workbench.ts: !person': 'staffEndpoint signs in before',
  'src/review/views/queue.ts: !person': 'staffEndpoint signs in before',
  'src/processes/intake-guards.ts: !person': 'intake signs in before',
  'src/intake/http.ts: !thumbnailKey': 'a file without a picture',
  'src/delivery/app.ts: !exists': 'an address with nothing',
  'src/delivery/routes/files.ts: thumbnailKey === null': 'a file without a picture',
  'src/delivery/routes/files.ts: textKey === null': 'a file without a text',
  'collections/shared/guard-endpoints.ts: ofVersions && req.user': 'a collection without versions',
};

/** Files whose refusals are all of that kind. */
const FILES_WITHOUT_RULES: Record<string, string> = {
  'src/delivery/api.ts': 'an address with nothing',
  'src/delivery/problem.ts': 'the words of a withdrawal',
  'src/delivery/routes/reference.ts': 'a scheme that is none',
  'src/intake/problem.ts': 'the words of a refusal',
  'src/intake/bulk/check-files.ts': 'a file of the import that lies elsewhere',
  'src/intake/bulk/import-materials.ts': 'a file of the import that is gone meanwhile',
  'src/review/dossier.ts': 'a material that is not there',
  'src/review/views/home.ts': 'staffEndpoint signs in before',
  'collections/materials/endpoints.ts': 'staffEndpoint signs in before',
  'collections/users/change-password.ts': 'staffEndpoint signs in before',
};

/** Files that turn somebody away and are in neither list: to be looked at by whoever wrote them. */
export function unknownRefusals(): string[] {
  const folders = ['collections', 'src/intake', 'src/review', 'src/delivery', 'src/processes'];
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.join(folder, name),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/\.spec\./.test(file))
    .filter((file) => !GUARDED.includes(file) && !(file in FILES_WITHOUT_RULES))
    .filter((file) => /AppError\(\s*'(not_signed_in|forbidden|not_found)'/.test(read(file)));
}

/** The store is of the database that the matrix is asked on; each has a section in the list. */
export const ON_MONGODB = Boolean(process.env.TEST_DATABASE_URL);
/** What the public side's store asks of a publication, of the database and of its rows. */
const STORE = ON_MONGODB
  ? ['mongodb.ts', 'mongodb-list.ts', 'mongodb-changes.ts']
  : ['sqlite.ts', 'sqlite-list.ts', 'sqlite-changes.ts'];
const IN_SQL =
  /(?<!ORDER BY |ORDER BY p\.)(?:\$\{plus\})?(?:p\.)?(?:status = 'live'|access = 'open')|\(seen_by = 'open' OR before = 'open'\)/g;
const IN_CODE = /row\.status (===|!==) 'live'/g;
/** In a question to MongoDB, a member of it; in code, as above. */
const IN_MEMBER = /\.\.\.visible|access: 'open'(?: as const)?/g;
const IN_MONGODB_CODE =
  /row\.status (?:===|!==) 'live'|(?<!\.)\bstatus === 'live'|\baccess === 'open'|now !== 'open' && before !== 'open'/g;

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** Two of the same words in one file are told apart by their number. */
function numbered(guards: Guard[]): Guard[] {
  const seen = new Map<string, number>();
  return guards.map((guard) => {
    const count = (seen.get(guard.id) ?? 0) + 1;
    seen.set(guard.id, count);
    return count === 1 ? guard : { ...guard, id: `${guard.id} (${String(count)})` };
  });
}

function refusalsIn(file: string): Guard[] {
  return [...read(file).matchAll(REFUSALS)].flatMap((match) => {
    const condition = (match[1] ?? '').replace(/\s+/g, ' ').trim();
    const id = `${file}: ${condition}`;
    if (id in NO_RULES) return [];
    const start = match.index + 'if ('.length;
    const end = start + (match[1] ?? '').length;
    return [{ id, file, start, end, without: condition }];
  });
}

function conditionsIn(name: string): Guard[] {
  const file = `src/publishing/read/${name}`;
  const text = read(file);
  const forms = ON_MONGODB ? [IN_MEMBER, IN_MONGODB_CODE] : [IN_SQL, IN_CODE];
  const found = forms.flatMap((form) => [...text.matchAll(form)]);
  return found
    .map((match) => ({
      id: `${file}: ${match[0].replace('${plus}', '')}`,
      file,
      start: match.index,
      end: match.index + match[0].length,
      without: match[0],
    }))
    .sort((a, b) => a.start - b.start);
}

/** What the guard reads as: turning nobody away once its name is among the deleted. */
function withSwitch({ id, file, without }: Guard): string {
  if (file.startsWith('src/publishing/read/')) {
    if (without.includes('===')) return `(${deleted(id)} || ${without})`;
    if (without.startsWith('...')) return `...(${deleted(id)} ? {} : ${without.slice(3)})`;
    if (/^\w+:/.test(without)) return `...(${deleted(id)} ? {} : { ${without} })`;
    if (!without.includes('!==')) return `\${${deleted(id)} ? '1 = 1' : \`${without}\`}`;
  }
  return `!${deleted(id)} && (${without})`;
}

/** Asked twice on the way to one answer, so that either alone holds: deleted together. */
export const TOGETHER: Record<string, string> = {
  'src/review/views/workbench.ts: seen.totalDocs === 0': 'src/review/content-lock.ts: !material',
  "src/publishing/read/sqlite-list.ts: p.status = 'live' (2)":
    "src/publishing/read/sqlite-list.ts: p.status = 'live' (3)",
  "src/publishing/read/sqlite-list.ts: p.access = 'open' (2)":
    "src/publishing/read/sqlite-list.ts: p.access = 'open' (3)",
};

export const GUARDS: Guard[] = numbered(GUARDED.flatMap(refusalsIn));
export const CONDITIONS: Guard[] = numbered(STORE.flatMap(conditionsIn));

/** The source with a switch at each guard: nothing of this is in the product. */
export function switchable(file: string, source: string): string | undefined {
  const inFile = [...GUARDS, ...CONDITIONS].filter((guard) => file === path.join(ROOT, guard.file));
  if (inFile.length === 0) return undefined;
  return [...inFile]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, guard) => text.slice(0, guard.start) + withSwitch(guard) + text.slice(guard.end),
      source,
    );
}
