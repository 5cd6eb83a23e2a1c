import type { CollectionAfterChangeHook } from 'payload';
import { recordEvent } from '../../src/audit/record-event';

type Row = Record<string, unknown>;

/** Whom it belongs to and what it is called changes with every save; no news for the trail. */
const UNSAID = new Set([
  ...['id', 'createdAt', 'updatedAt', 'sessions', 'loginAttempts', 'lockUntil'],
  // A new key has an event of its own.
  ...['keyHint', 'keyMadeAt', 'lastUsedAt', 'createdBy'],
]);
const SECRET = new Set(['password', 'hash', 'salt', 'resetPasswordToken', 'keyHash']);

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null && 'id' in value) return value.id;
  return value ?? null;
}

function changesOf(
  before: Row,
  after: Row,
  elsewhere: readonly string[],
): Record<string, { from: unknown; to: unknown }> {
  return Object.fromEntries(
    Object.keys(after)
      .filter((name) => !UNSAID.has(name) && !SECRET.has(name) && !elsewhere.includes(name))
      .map((name) => [name, { from: plain(before[name]), to: plain(after[name]) }] as const)
      .filter(([, { from, to }]) => JSON.stringify(from) !== JSON.stringify(to)),
  );
}

/**
 * Who gave whom which role, who renamed what: accounts and reference data in the audit trail, field
 * by field with the value before. The lists that are shipped with the product are no person's act.
 */
export function recordChanges(
  kind: 'user' | 'department' | 'term' | 'licence' | 'portal',
  /** Fields of which this save has an event of its own. */
  elsewhere: (after: Row, before: Row) => readonly string[] = () => [],
): CollectionAfterChangeHook {
  return async ({ doc, previousDoc, operation, req, collection }) => {
    const after = doc as Row & { id: string };
    if (req.context.seeding === true) return doc as unknown;
    const before = (previousDoc ?? {}) as Row;
    const changed = changesOf(before, after, elsewhere(after, before));
    if (operation === 'update' && Object.keys(changed).length === 0) return doc as unknown;
    await recordEvent({
      req,
      action: `${kind}.${operation === 'create' ? 'create' : 'edit'}`,
      subject: `${collection.slug}/${after.id}`,
      detail: { locale: req.locale ?? null, changed },
    });
    return doc as unknown;
  };
}
