import type { PayloadRequest } from 'payload';
import { holdDocument } from '../database/hold-document';
import { kvRow } from '../database/kv-row';

/** Which of 256 holds: objects of the same first letters share one. */
const nameOf = (key: string) => `hold:objects:${key.split('/')[1] ?? ''}`;

/**
 * Holds a stored object until the transaction of `req` ends: who gives it a further record and who
 * removes it for want of one exclude each other. SQLite has one writer at a time: nothing to do.
 */
export async function holdObject(req: PayloadRequest, key: string): Promise<void> {
  const { payload } = req;
  if (payload.db.name !== 'mongoose') return;
  const name = nameOf(key);
  const held = await kvRow(req, name);
  if (held) await holdDocument(req, 'payload-kv', held.id);
  // Of two that make it at once the key lets one pass, and the other is tried again.
  else await payload.create({ collection: 'payload-kv', data: { key: name, data: {} }, req });
}
