import type { Edits } from './edits';
import type { UnreadByPath } from './use-unread';

/** What somebody typed and nobody saved yet, as it is kept in the browser. */
export interface Kept {
  /** The tab of the browser it was typed in. */
  page: string;
  /** When the last word was typed. */
  at: string;
  edits: Edits;
  unread: UnreadByPath;
}

export interface Whose {
  person: string;
  material: string;
}

const PREFIX = 'kho-edits:';
const REPLY = 'kho-reply:';
/** On a computer that several people use, nothing is kept for ever. */
const KEPT_DAYS = 30;

const start = ({ person, material }: Whose) => `${PREFIX}${person}:${material}:`;

const replyKey = ({ person, material }: Whose) => `${REPLY}${person}:${material}`;

/** By person, material and tab: two tabs never write over each other's words. */
export function keep(storage: Storage, whose: Whose, kept: Kept): void {
  const key = start(whose) + kept.page;
  const empty = Object.keys(kept.edits).length + Object.keys(kept.unread).length === 0;
  if (empty) storage.removeItem(key);
  else storage.setItem(key, JSON.stringify(kept));
}

export function forget(storage: Storage, whose: Whose, page: string): void {
  storage.removeItem(start(whose) + page);
}

/** What one person left in one material, the newest first. */
export function keptOf(storage: Storage, whose: Whose): Kept[] {
  return keysOf(storage, start(whose))
    .flatMap((key) => read(storage, key) ?? [])
    .sort((a, b) => b.at.localeCompare(a.at));
}

/** Words to the editor that are not sent yet, with the moment of the last of them. */
export function keepReply(storage: Storage, whose: Whose, text: string, now: Date): void {
  const key = replyKey(whose);
  if (text === '') storage.removeItem(key);
  else storage.setItem(key, JSON.stringify({ at: now.toISOString(), text }));
}

export function replyOf(storage: Storage, whose: Whose): string {
  return readReply(storage, replyKey(whose))?.text ?? '';
}

/** Lets go of what is old, of anybody's. */
export function forgetOld(storage: Storage, now: Date): void {
  const oldest = new Date(now.getTime() - KEPT_DAYS * 24 * 3600_000).toISOString();
  for (const [prefix, readAt] of [
    [PREFIX, read],
    [REPLY, readReply],
  ] as const) {
    for (const key of keysOf(storage, prefix)) {
      const kept = readAt(storage, key);
      if (!kept || kept.at < oldest) storage.removeItem(key);
    }
  }
}

function keysOf(storage: Storage, prefix: string): string[] {
  return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '').filter((key) =>
    key.startsWith(prefix),
  );
}

function read(storage: Storage, key: string): Kept | undefined {
  try {
    const kept = JSON.parse(storage.getItem(key) ?? '') as Partial<Kept>;
    if (typeof kept.at !== 'string' || typeof kept.edits !== 'object') return undefined;
    return { page: kept.page ?? '', at: kept.at, edits: kept.edits, unread: kept.unread ?? {} };
  } catch {
    // Not ours, or cut off by a full disk: there is nothing to give back.
    return undefined;
  }
}

function readReply(storage: Storage, key: string): { at: string; text: string } | undefined {
  try {
    const { at, text } = JSON.parse(storage.getItem(key) ?? '') as { at?: unknown; text?: unknown };
    return typeof at === 'string' && typeof text === 'string' ? { at, text } : undefined;
  } catch {
    // As above.
    return undefined;
  }
}
