/** One row a command: what it is for, its options, what it does. Loaded only when it runs. */
export interface Command {
  summary: string;
  options: Record<string, { type: 'string' | 'boolean'; what: string; multiple?: boolean }>;
  /** The exit code. */
  run(values: Record<string, unknown>): Promise<number>;
}

export const COMMANDS: Record<string, Command> = {
  'create-user': {
    summary: 'Create a person who may sign in; prints a generated password once.',
    options: {
      email: { type: 'string', what: 'the address to sign in with' },
      name: { type: 'string', what: 'the name as colleagues see it' },
      role: {
        type: 'string',
        what: 'contributor, manager, editor, auditor or administrator',
      },
      department: { type: 'string', multiple: true, what: 'code of a department; may be repeated' },
      'password-stdin': { type: 'boolean', what: 'read the password from standard input' },
    },
    run: async (values) => await (await import('./people')).createUser(values),
  },
  'reset-password': {
    summary: 'Give a person a new password and end all their sessions.',
    options: {
      email: { type: 'string', what: 'the address they sign in with' },
      'password-stdin': { type: 'boolean', what: 'read the password from standard input' },
    },
    run: async (values) => await (await import('./people')).resetPassword(values),
  },
  'create-portal': {
    summary: 'Let in a portal that fetches under its own name; prints its key once.',
    options: {
      name: { type: 'string', what: 'the portal, as the office calls it' },
      licence: {
        type: 'string',
        multiple: true,
        what: 'code of a licence reserved for it; may be repeated',
      },
    },
    run: async (values) => await (await import('./portals')).createPortal(values),
  },
  reindex: {
    summary: 'Build the search index anew from the publications.',
    options: {},
    run: async () => await (await import('./reindex')).reindex(),
  },
  migrate: {
    summary: 'Bring the database to the version of this program (npm start does it by itself).',
    options: {},
    run: async () => await (await import('./migrate')).migrate(),
  },
  doctor: {
    summary: 'Check every part, the audit chain and each stored file; exit code 1 when one is out.',
    options: {},
    run: async () => await (await import('./doctor')).doctor(),
  },
  backup: {
    summary:
      'Write every record and every file to a folder, each with its SHA-256; the server may run.',
    options: { to: { type: 'string', what: 'a folder that does not exist yet, or is empty' } },
    run: async (values) => await (await import('./backup')).backup(values),
  },
  restore: {
    summary: 'Fill an empty database and storage with a backup; the server must not run.',
    options: {
      from: { type: 'string', what: 'the folder of a backup' },
      force: { type: 'boolean', what: 'empty the database first: what it holds is lost' },
    },
    run: async (values) => await (await import('./restore')).restore(values),
  },
  fixity: {
    summary: 'Read every stored file against its SHA-256; repair from STORAGE_COPY_URL.',
    options: {},
    run: async () => await (await import('./fixity')).fixity(),
  },
  collect: {
    summary: 'Remove stored objects that no record names; the server does it once a day.',
    options: {
      'dry-run': { type: 'boolean', what: 'only say what would be removed' },
      'older-than': {
        type: 'string',
        what: 'hours (default 24); fewer only while nobody uploads',
      },
      force: { type: 'boolean', what: 'also when a large part of the storage has no record' },
    },
    run: async (values) => await (await import('./collect')).collect(values),
  },
  export: {
    summary: 'Write the published materials, their descriptions and files, to a folder.',
    options: { to: { type: 'string', what: 'a folder that does not exist yet, or is empty' } },
    run: async (values) => await (await import('./export')).exportPublished(values),
  },
  import: {
    summary: 'Make drafts of the rows of materials.csv and the files beside it.',
    options: {
      from: { type: 'string', what: 'a folder with materials.csv and the files it names' },
      as: {
        type: 'string',
        what: 'address of the contributor or manager whose drafts they become',
      },
      check: { type: 'boolean', what: 'only look for problems, make nothing' },
      again: {
        type: 'boolean',
        what: 'also rows whose title the department has already: they are doubled',
      },
      lang: { type: 'string', what: 'language of the problems: vi (default) or en' },
    },
    run: async (values) => await (await import('./import')).importDrafts(values),
  },
  retry: {
    summary: 'Try again what the worker gave up after forty attempts.',
    options: { topic: { type: 'string', what: 'only this kind, as the log names it' } },
    run: async (values) => await (await import('./retry')).retry(values),
  },
  audit: {
    summary: 'Write the audit trail with its daily heads to a file, or verify an earlier file.',
    options: {
      to: { type: 'string', what: 'a file that does not exist yet (JSON lines)' },
      verify: {
        type: 'string',
        what: 'a file written before: whether it holds, and the database still has what it names',
      },
    },
    run: async (values) => await (await import('./audit')).audit(values),
  },
  openapi: {
    summary: 'Print the OpenAPI document of the delivery API.',
    options: {},
    run: async () => await (await import('./openapi')).printOpenApi(),
  },
};
