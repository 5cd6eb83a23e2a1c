import { UNDECIDED, type State } from './states';

/** Payload's operations; a collection that leaves one unsaid opens it to whoever signs in. */
export const OPERATIONS = [
  'admin',
  'create',
  'read',
  'update',
  'delete',
  'readVersions',
  'unlock',
] as const;
export type Operation = (typeof OPERATIONS)[number];

export interface Expectation {
  /**
   * Which roles an operation is for, written down a second time and by hand; with `?` a query says
   * for which rows. What is not named is for nobody, and `unsaid` is Payload's own default.
   */
  access: Partial<Record<Operation, string>>;
  /** In which states the collection's list shows something of a material to who may see it. */
  shows: 'never' | ((state: State) => boolean);
}

const everybody = 'contributor manager editor auditor administrator';
const someOfAll = 'contributor? manager? editor? auditor? administrator';
const ownOnly = 'contributor? manager? editor? auditor? administrator?';
const whoWrites = 'contributor? manager? editor? administrator?';
const unsaid = 'unsaid';

const systemOnly: Expectation = { access: {}, shows: 'never' };
const reference: Expectation = {
  access: {
    admin: 'administrator',
    create: 'administrator',
    read: everybody,
    update: 'administrator',
  },
  shows: 'never',
};
const always = () => true;

/**
 * Every collection there is. One that is not in here fails the matrix until somebody has written
 * down what is expected of it.
 */
export const COLLECTIONS: Record<string, Expectation> = {
  materials: {
    access: {
      create: 'contributor manager',
      read: someOfAll,
      update: whoWrites,
      delete: whoWrites,
      readVersions: 'contributor? manager? administrator',
      unlock: 'administrator',
    },
    shows: always,
  },
  files: { access: { read: someOfAll }, shows: always },
  'rights-records': {
    access: {
      create: 'contributor manager editor administrator',
      read: someOfAll,
      update: whoWrites,
      delete: whoWrites,
    },
    shows: always,
  },
  evidence: { access: { read: someOfAll }, shows: always },
  reviews: { access: { read: someOfAll }, shows: (state) => !UNDECIDED.includes(state) },
  departments: reference,
  licences: reference,
  terms: reference,
  users: {
    access: {
      admin: everybody,
      create: 'administrator',
      read: someOfAll,
      update: someOfAll,
      unlock: 'administrator',
    },
    shows: 'never',
  },
  'audit-events': {
    access: { admin: 'auditor administrator', read: 'auditor administrator' },
    shows: 'never',
  },
  publications: systemOnly,
  'publication-revisions': systemOnly,
  changes: systemOnly,
  counters: systemOnly,
  inbox: systemOnly,
  outbox: { access: { read: 'administrator' }, shows: 'never' },
  portals: {
    access: {
      admin: 'administrator',
      create: 'administrator',
      read: 'administrator',
      update: 'administrator',
    },
    shows: 'never',
  },
  acknowledgements: systemOnly,
  // Who complains, and how to reach them: takedowns.ts.
  takedowns: { access: { read: 'editor auditor administrator' }, shows: 'never' },
  // Read through their own endpoint alone.
  notices: systemOnly,
  'time-marks': systemOnly,
  // Payload's own. What it leaves unsaid leads nowhere: none of them has versions or sign-ins.
  'payload-kv': {
    access: { admin: unsaid, readVersions: unsaid, unlock: everybody },
    shows: 'never',
  },
  'payload-preferences': {
    access: {
      admin: unsaid,
      create: everybody,
      read: ownOnly,
      update: ownOnly,
      delete: ownOnly,
      readVersions: unsaid,
      unlock: everybody,
    },
    shows: 'never',
  },
  // Open to whoever signs in, and without a single endpoint.
  'payload-migrations': {
    access: {
      admin: unsaid,
      create: everybody,
      read: everybody,
      update: everybody,
      delete: everybody,
      readVersions: unsaid,
      unlock: everybody,
    },
    shows: 'never',
  },
};

/** What Payload gives every collection with endpoints. */
export const STANDARD = [
  'get /',
  'get /:id',
  'get /count',
  'get /versions',
  'get /versions/:id',
  'post /',
  'post /:id/duplicate',
  'post /access/:id?',
  'post /versions/:id',
  'patch /',
  'patch /:id',
  'delete /',
  'delete /:id',
];
export const WITHOUT_ENDPOINTS = ['payload-migrations'];
export const WITHOUT_DUPLICATING = [
  ...['materials', 'files', 'rights-records', 'evidence', 'users'],
  ...['portals', 'takedowns'],
];
