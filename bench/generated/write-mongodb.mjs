/** Publications into the collections of a MongoDB database, as the product's adapter stores them. */
import { MongoClient } from 'mongodb';

export async function openMongodbRows(url) {
  const client = await MongoClient.connect(url);
  const collection = (name) => client.db().collection(name);
  const dates = (at) => ({ createdAt: new Date(at), updatedAt: new Date(at) });
  return {
    async writeAll(rows) {
      const heads = rows.map(({ id, materialId, row }) => ({
        ...row,
        ...dates(row.modifiedAt),
        _id: id,
        identifier: row.snapshot.identifier,
        material: materialId,
        status: 'live',
        publishedAt: new Date(row.publishedAt),
        modifiedAt: new Date(row.modifiedAt),
        datedRevision: row.revision,
      }));
      const changes = rows.map(({ id, seq, row }) => ({
        ...dates(row.publishedAt),
        _id: id,
        seq,
        type: 'published',
        identifier: row.snapshot.identifier,
        revision: row.revision,
        at: new Date(row.publishedAt),
      }));
      await collection('publications').insertMany(heads, { ordered: false });
      await collection('changes').insertMany(changes, { ordered: false });
    },
    async close(last) {
      await collection('counters').insertOne({ _id: 'changes', ...dates(Date.now()), name: 'changes', value: last }); // prettier-ignore
      await client.close();
    },
  };
}
