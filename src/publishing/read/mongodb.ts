import { MongoClient } from 'mongodb';
import { titleKey } from '../../platform/title-key';
import { rememberUntilChange, sayingChanges, watchGeneration, type Once } from './generation';
import { readChanges } from './mongodb-changes';
import { listPublications } from './mongodb-list';
import { readDepartments, readLicences, readPortals, readTerms } from './mongodb-reference';
import {
  collectionsOf,
  toPublication,
  toTombstone,
  visibleTo,
  type Collections,
} from './mongodb-rows';
import { mongodbTraces } from './mongodb-traces';
import { EVERYBODY, type Seen } from './seen';
import type { PublicationReads, ReadStore } from './store';
import { SWEEP_KEY, toSweepMark } from './sweep-mark';

/** How long a read may take before delivery says that the database is out. */
const TIMEOUT_MS = 5_000;

/**
 * The store on MongoDB by the native driver: what it reads is the majority's, from the primary, so a
 * withdrawal that was answered is never undone by a failover or seen late on a secondary.
 */
export async function createMongodbReadStore(input: {
  url: string;
  /** How often other processes' commits are looked for. */
  pollMs?: number;
}): Promise<ReadStore> {
  const client = new MongoClient(input.url, {
    serverSelectionTimeoutMS: TIMEOUT_MS,
    socketTimeoutMS: TIMEOUT_MS * 4,
    maxPoolSize: 20,
    readConcernLevel: 'majority',
    appName: 'kho-delivery',
  });
  await client.connect();
  const collections = collectionsOf(client.db());
  const { publications } = collections;
  const generation = watchGeneration({
    read: mongodbTraces(collections),
    pollMs: input.pollMs ?? 500,
  });
  await generation.look().catch(() => undefined);
  const once = rememberUntilChange(generation);

  const store: ReadStore = {
    ...readsOf({ collections, once, seen: EVERYBODY }),
    async hiddenTitles(titles) {
      const keys = new Map(titles.map((title) => [titleKey(title), title]));
      const rows = await publications
        .find({ title: { $in: [...keys.keys()] } })
        .project<{ title: string; status: string; access: string }>({
          title: 1,
          status: 1,
          access: 1,
        })
        .toArray();
      const shown = new Set(
        rows
          .filter(({ status, access }) => status === 'live' && access === 'open')
          .map(({ title }) => title),
      );
      const hidden = rows.map(({ title }) => title).filter((title) => !shown.has(title));
      return new Set(hidden.map((title) => keys.get(title) ?? ''));
    },
    terms: (scheme) => once(`terms:${scheme}`, () => readTerms(collections, scheme)),
    licences: () => once('licences', () => readLicences(collections)),
    departments: () => once('departments', () => readDepartments(collections)),
    portals: () => once('portals', () => readPortals(collections)),
    forPortal: (portal) => ({
      ...store,
      ...readsOf({ collections, once, seen: portal }),
      // The moment of what is open says nothing of what is reserved.
      lastModified: () => undefined,
    }),

    async lastSweep() {
      const row = await client.db().collection('payload-kvs').findOne({ key: SWEEP_KEY });
      return toSweepMark(row?.data);
    },
    ...sayingChanges(generation),
    async ping() {
      await client.db().command({ ping: 1 }, { timeoutMS: TIMEOUT_MS });
    },
    async close() {
      generation.stop();
      await client.close();
    },
  };
  return store;
}

function readsOf(input: { collections: Collections; once: Once; seen: Seen }): PublicationReads {
  const { collections, once, seen } = input;
  const { publications } = collections;
  const theirs = visibleTo(seen);
  return {
    async publication(identifier) {
      const row = await publications.findOne({ identifier, ...theirs });
      if (!row) return undefined;
      return row.status === 'live'
        ? { status: 'live', publication: toPublication(row) }
        : { status: 'withdrawn', tombstone: toTombstone(row) };
    },
    async etagOf(identifier) {
      const live = { identifier, status: 'live' as const, ...theirs };
      return (await publications.findOne(live, { projection: { etag: 1 } }))?.etag;
    },
    async publications(identifiers) {
      if (identifiers.length === 0) return new Map();
      const rows = await publications
        .find({ status: 'live', identifier: { $in: identifiers }, ...theirs })
        .toArray();
      return new Map(rows.map(toPublication).map((found) => [found.identifier, found]));
    },
    list: (query) => listPublications({ collections, seen, query, once }),
    async publicationOfFile(fileId) {
      const key = { $and: [{ keys: `file:${fileId}` }, theirs] };
      const row =
        (await publications.findOne({ ...key, status: 'live' })) ??
        (await publications.findOne(key, { sort: { withdrawnAt: -1 } }));
      if (!row) return undefined;
      if (row.status !== 'live') return { status: 'withdrawn', tombstone: toTombstone(row) };
      const publication = toPublication(row);
      const file = publication.snapshot.files.find(({ id }) => id === fileId);
      return file && { status: 'live', publication, file };
    },
    changes: (query) => readChanges({ collections, seen, ...query }),
  };
}
