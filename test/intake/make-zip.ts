import { crc32, deflateRawSync } from 'node:zlib';

/** One entry, with everything that a hostile archive may want to lie about. */
export interface ZipPart {
  name: string | Buffer;
  data?: string | Buffer;
  /** Stored as it is instead of deflated. */
  stored?: boolean;
  flags?: number;
  method?: number;
  /** Upper half: the Unix mode. */
  mode?: number;
  /** What the directory claims. */
  size?: number;
  compressedSize?: number;
  /** Share the bytes of an earlier entry. */
  offset?: number;
}

function checksum(data: Buffer): number {
  if (typeof crc32 === 'function') return crc32(data);
  let value = 0xffffffff;
  for (const byte of data) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** A small ZIP writer (APPNOTE 4.3) that does as it is told. */
export function makeZip(parts: ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const data = Buffer.from(part.data ?? '');
    const packed = part.stored ? data : deflateRawSync(data);
    const method = part.method ?? (part.stored ? 0 : 8);
    const flags = (part.flags ?? 0) | 0x0800;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(checksum(data), 10);
    common.writeUInt32LE(part.compressedSize ?? packed.length, 14);
    common.writeUInt32LE(part.size ?? data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE((3 << 8) | 20, 4);
    common.copy(entry, 6);
    entry.writeUInt32LE(((part.mode ?? 0o100644) << 16) >>> 0, 38);
    entry.writeUInt32LE(part.offset ?? offset, 42);
    central.push(entry, name);
    if (part.offset === undefined) {
      const written = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed]);
      local.push(written);
      offset += written.length;
    }
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
