/** Documents by id, a bit each: a hundred thousand are 12 kB, and two sets meet in microseconds. */
export interface IdSet {
  readonly bits: Uint32Array;
  readonly size: number;
}

const slotsFor = (end: number): number => (end >>> 5) + 1;

function bitsSet(slot: number): number {
  let v = slot - ((slot >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function sized(bits: Uint32Array): IdSet {
  let size = 0;
  for (const slot of bits) if (slot !== 0) size += bitsSet(slot);
  return { bits, size };
}

export const NO_IDS: IdSet = { bits: new Uint32Array(0), size: 0 };

const COMMA = 44;
const ZERO = 48;

/** The set of ascending ids written one after the other with commas, as `group_concat` gives them. */
export function readIds(joined: string): IdSet {
  if (joined === '') return NO_IDS;
  const bits = new Uint32Array(slotsFor(Number(joined.slice(joined.lastIndexOf(',') + 1))));
  let [id, size] = [0, 0];
  const add = () => {
    bits[id >>> 5] = (bits[id >>> 5] ?? 0) | (1 << (id & 31));
    id = 0;
    size += 1;
  };
  for (let at = 0; at < joined.length; at += 1) {
    const unit = joined.charCodeAt(at);
    if (unit === COMMA) add();
    else id = id * 10 + unit - ZERO;
  }
  add();
  return { bits, size };
}

/** The set as bytes, for this machine: the file it is kept in never leaves it. */
export function bytesOf({ bits }: IdSet): Uint8Array {
  return new Uint8Array(bits.buffer, bits.byteOffset, bits.byteLength);
}

export function setOfBytes(bytes: Uint8Array): IdSet {
  const bits = new Uint32Array(bytes.byteLength >>> 2);
  new Uint8Array(bits.buffer).set(bytes);
  return sized(bits);
}

export function both(a: IdSet, b: IdSet): IdSet {
  const slots = Math.min(a.bits.length, b.bits.length);
  const bits = new Uint32Array(slots);
  for (let at = 0; at < slots; at += 1) bits[at] = (a.bits[at] ?? 0) & (b.bits[at] ?? 0);
  return sized(bits);
}

export function either(a: IdSet, b: IdSet): IdSet {
  const bits = new Uint32Array(Math.max(a.bits.length, b.bits.length));
  for (let at = 0; at < bits.length; at += 1) bits[at] = (a.bits[at] ?? 0) | (b.bits[at] ?? 0);
  return sized(bits);
}

/** The set with `changed` as in `now`, whatever they were before. */
export function replaced(set: IdSet, changed: readonly number[], now: IdSet): IdSet {
  const bits = new Uint32Array(Math.max(set.bits.length, now.bits.length));
  bits.set(set.bits);
  for (const id of changed) {
    if (id >>> 5 < bits.length) bits[id >>> 5] = (bits[id >>> 5] ?? 0) & ~(1 << (id & 31));
  }
  for (const [at, slot] of now.bits.entries()) bits[at] = (bits[at] ?? 0) | slot;
  return sized(bits);
}

/** Calls back with every id, ascending. */
export function eachId({ bits }: IdSet, visit: (id: number) => void): void {
  for (let at = 0; at < bits.length; at += 1) {
    for (let slot = bits[at] ?? 0; slot !== 0; slot &= slot - 1) {
      visit(at * 32 + 31 - Math.clz32(slot & -slot));
    }
  }
}
