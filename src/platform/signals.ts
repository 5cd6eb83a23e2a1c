import { EventEmitter } from 'node:events';

const key = Symbol.for('kho.signals');

/** Signals inside one process; other processes notice by asking the database. */
export interface Signals {
  /** A publication changed and is committed. */
  publication: [];
  /** Something waits in the outbox. */
  outbox: [];
}

export function signals(): EventEmitter<Signals> {
  const holder = globalThis as { [key]?: EventEmitter<Signals> };
  holder[key] ??= new EventEmitter<Signals>();
  return holder[key];
}
