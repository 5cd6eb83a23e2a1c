import fs from 'node:fs';

/**
 * Who may import whom (docs: the layout of src/). Every room names what it may import; all else of
 * ours is an error. Words (src/i18n) and the generated types of stored documents are open to all
 * but the rooms that say otherwise.
 */
const ROOMS = {
  platform: [],
  i18n: ['platform'],
  audit: ['platform'],
  intake: ['platform', 'audit'],
  rights: ['platform', 'audit'],
  search: ['platform', 'audit'],
  review: ['rights', 'intake', 'audit', 'platform'],
  publishing: ['review', 'rights', 'audit', 'platform'],
  reporting: ['platform', 'audit', 'intake', 'rights', 'search', 'review', 'publishing'],
  notifications: ['platform', 'audit', 'intake', 'rights', 'search', 'review', 'publishing'],
};
const OURS = '^(src|collections|migrations|seed|scripts|test|bench)/';
const WORDS = '^src/i18n/';
const STORED_TYPES = '^src/payload-types\\.ts$';
/** Shapes that two rooms share: what a publication says, what a search engine is given. */
const SHAPES = {
  review: ['^src/publishing/read/snapshot\\.ts$'],
  publishing: ['^src/search/port\\.ts$'],
};
/** How text and dates are read and shown: pure, so the browser has them too. */
const TEXT_RULES = '^src/platform/(clock|fold-text|shown-date|without-marks)\\.ts$';
/** The rights interview is data and pure rules: the form walks it as it is answered. */
const INTERVIEW = '^src/rights/interview/';
const ROOM_FOLDERS = `^src/(${[...Object.keys(ROOMS), 'delivery', 'admin'].join('|')})/`;

const folder = (room) => `^src/${room}/`;
const specs = '\\.(spec|fixture)\\.tsx?$';

/** Allowed for the rules: an importer, and the only files of ours that it may import. */
const only = (name, from, to, more = {}) => ({
  name,
  severity: 'error',
  from: { pathNot: specs, ...from },
  to: { path: OURS, pathNot: to, ...more },
});

const rooms = Object.entries(ROOMS).map(([room, allowed]) =>
  only(
    `${room}-imports`,
    // publishing/read is what delivery sees: a room of its own, below.
    { path: folder(room), pathNot: [specs, '^src/publishing/read/'] },
    [
      folder(room),
      ...allowed.map(folder),
      ...(SHAPES[room] ?? []),
      ...(room === 'platform' ? ['^migrations/'] : [WORDS, STORED_TYPES]),
    ],
  ),
);

const special = [
  only('publishing-read-imports', { path: '^src/publishing/read/' }, [
    '^src/publishing/read/',
    folder('platform'),
    WORDS,
  ]),
  only('delivery-imports', { path: folder('delivery') }, [
    folder('delivery'),
    '^src/publishing/read/',
    folder('search'),
    folder('platform'),
    folder('rights'), // types: the next rule
    WORDS,
  ]),
  {
    name: 'delivery-takes-only-types-of-rights',
    severity: 'error',
    from: { path: folder('delivery'), pathNot: specs },
    to: { path: folder('rights'), dependencyTypesNot: ['type-only'] },
  },
  only(
    'admin-imports-types-and-its-own-components',
    { path: folder('admin') },
    [folder('admin'), WORDS, TEXT_RULES, INTERVIEW],
    { dependencyTypesNot: ['type-only'] },
  ),
  only('collections-import-rooms', { path: '^collections/' }, [
    '^collections/',
    ROOM_FOLDERS,
    STORED_TYPES,
  ]),
  {
    name: 'collections-are-imported-by-the-composition-root-only',
    severity: 'error',
    from: { pathNot: ['^collections/', '^src/payload\\.config\\.ts$', '^(test|bench)/'] },
    to: { path: '^collections/' },
  },
  only('composition-root-imports', { path: '^src/payload\\.config\\.ts$' }, [
    '^collections/',
    ROOM_FOLDERS,
    '^(migrations|seed)/',
    STORED_TYPES,
  ]),
  only('app-imports', { path: '^src/app/' }, [
    '^src/app/',
    '^src/payload\\.config\\.ts$',
    folder('admin'),
    WORDS,
  ]),
  {
    name: 'rooms-do-not-import-processes',
    comment: 'The processes put the rooms together; no room knows them.',
    severity: 'error',
    from: { path: [ROOM_FOLDERS, '^collections/'] },
    to: { path: '^src/(processes/|app/|(server|worker|cli|payload\\.config)\\.ts$)' },
  },
];

/** A file with its unit test beside it is a rule: data in, verdict out. */
const rules = fs
  .readdirSync(new URL('./src/', import.meta.url), { recursive: true })
  .filter((file) => file.endsWith('.spec.ts'))
  .map((file) => `src/${file.replaceAll('\\', '/').replace(/\.spec\.ts$/, '.ts')}`)
  .filter(
    (file) => new RegExp(ROOM_FOLDERS).test(file) && !/^src\/(platform|delivery)\//.test(file),
  )
  .map((file) => `^${file.replace(/[.[\]()]/g, '\\$&')}$`);

const general = [
  {
    name: 'rules-are-pure',
    severity: 'error',
    from: { path: rules.length > 0 ? rules : ['^$'] },
    to: { path: '^node_modules/(payload|@payloadcms|hono|@hono|next)/' },
  },
  {
    name: 'no-circular',
    severity: 'error',
    from: { path: '^(src|collections)/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'not-to-unresolvable',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'not-to-dev-dependencies',
    severity: 'error',
    from: { path: '^(src|collections)/', pathNot: specs },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '/@types/' },
  },
];

export const options = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '\\.(css|scss|svg|woff2)$' },
  tsPreCompilationDeps: true,
  tsConfig: { fileName: 'tsconfig.json' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
    extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
  },
};

export default { forbidden: [...rooms, ...special, ...general], options };
