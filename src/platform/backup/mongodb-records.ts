import {
  ObjectId,
  type ClientSession,
  type Collection,
  type Document,
  type MongoClient,
} from 'mongodb';
import type { FlattenedField, Payload } from 'payload';
import { HALF_RESTORED, type DatabaseRecords } from './database-records';
import { holdMoment } from './mongodb-moment';
import { documentsById } from './mongodb-pages';
import type { BackupRecord, RecordSet } from './record-sets';

type Values = Record<string, unknown>;
type Adapter = Payload['db'] & {
  connection: { getClient(): MongoClient; db: ReturnType<MongoClient['db']> };
  collections: Record<string, { collection: { collectionName: string } }>;
  versions: Record<string, { collection: { collectionName: string } }>;
};

const OBJECT_ID = /^[0-9a-f]{24}$/;

/** Payload's driver may be another copy than ours. */
function isObjectId(value: unknown): value is ObjectId {
  return (value as { _bsontype?: unknown } | null)?._bsontype === 'ObjectId';
}

/** As text, what JSON has no kind for; Payload's own way of reading does the same. */
function asText(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (isObjectId(value)) return value.toHexString();
  if (Array.isArray(value)) return value.map(asText);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, asText(own)]));
}

function fromDocument(set: RecordSet, { _id, __v, ...document }: Document): BackupRecord {
  const record = { ...(asText(document) as Values), id: String(asText(_id)) };
  return withCreation(set, record);
}

/** Payload's upsert writes no `createdAt` here; SQLite has none without. */
function withCreation(set: RecordSet, record: BackupRecord): BackupRecord {
  const { createdAt, updatedAt } = record;
  if (createdAt ?? !set.fields.some(({ name }) => name === 'createdAt')) return record;
  return { ...record, createdAt: updatedAt };
}

/** What was nothing on SQLite is left out: a sparse unique index takes many absences, but one null. */
function stored(fields: FlattenedField[], values: Values): Values {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const kept = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(
    kept.map(([name, value]) => [name, storedValue(byName.get(name), value)]),
  );
}

function storedValue(field: FlattenedField | undefined, value: unknown): unknown {
  if (!field || field.type === 'json') return value;
  if ('localized' in field && field.localized === true) {
    const texts = Object.entries(value as Values).filter(([, text]) => text !== null);
    return Object.fromEntries(texts.map(([code, text]) => [code, storedOne(field, text)]));
  }
  return storedOne(field, value);
}

function storedOne(field: FlattenedField, value: unknown): unknown {
  if (field.type === 'date') return new Date(value as string);
  if (field.type === 'array') {
    return (value as Values[]).map((row) => stored(field.flattenedFields, row));
  }
  return 'flattenedFields' in field ? stored(field.flattenedFields, value as Values) : value;
}

function toDocument(set: RecordSet, { id, ...record }: BackupRecord): Document {
  const _id = OBJECT_ID.test(id) ? new ObjectId(id) : id;
  return { _id, ...stored(set.fields, record) };
}

/** Only the newest version of a document is marked as such. */
async function markLatest(collection: Collection): Promise<void> {
  if (await collection.findOne({ latest: true })) return;
  const newest = collection.aggregate<{ newest: unknown }>(
    [{ $sort: { updatedAt: -1 } }, { $group: { _id: '$parent', newest: { $first: '$_id' } } }],
    // Small pages: between two of them the server must not wait for ten minutes.
    { allowDiskUse: true, batchSize: 1000 },
  );
  for await (const { newest: _id } of newest) {
    await collection.updateOne({ _id } as Document, { $set: { latest: true } });
  }
}

export function mongodbRecords(payload: Payload): DatabaseRecords {
  const adapter = payload.db as unknown as Adapter;
  const client = adapter.connection.getClient();
  const { db } = adapter.connection;
  const of = ({ slug, versions }: Pick<RecordSet, 'slug' | 'versions'>): Collection => {
    const model = versions ? adapter.versions[slug] : adapter.collections[slug];
    // The address may prefer secondaries, which may be behind what was acknowledged.
    return db.collection(model?.collection.collectionName ?? slug, { readPreference: 'primary' });
  };
  async function* read(set: RecordSet, session?: ClientSession): AsyncGenerator<BackupRecord> {
    const found = documentsById(of(set), session);
    for await (const document of found) yield fromDocument(set, document);
  }
  return {
    kind: 'mongodb',
    async snapshot() {
      const marks = of({ slug: 'payload-kv', versions: false });
      const moment = await holdMoment({ payload, client, marks });
      const close = () => moment.close();
      return { read: (set) => moment.read(read(set, moment.session)), close };
    },
    read: (set) => read(set),
    count: (set) => of(set).countDocuments(),
    size: async () => ((await db.stats()).dataSize as number | undefined) ?? 0,
    async empty(sets) {
      for (const set of sets) await of(set).deleteMany({});
    },
    async write(set, records) {
      const documents = records.map((record) => toDocument(set, record));
      await of(set).insertMany(documents, { writeConcern: { w: 'majority' } });
    },
    async begin() {
      await db.collection(HALF_RESTORED).insertOne({ at: new Date() });
    },
    isHalf: async () => (await db.collection(HALF_RESTORED).findOne()) !== null,
    async finish(sets) {
      for (const set of sets) if (set.versions) await markLatest(of(set));
      await db.collection(HALF_RESTORED).drop();
    },
  };
}
