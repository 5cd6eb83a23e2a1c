import { MAX_TEXT_BYTES } from './protocol';

export interface TextSink {
  add(text: string): void;
  /** Enough has been collected: reading on would be in vain. */
  readonly full: boolean;
  result(): { text: string; cut: boolean };
}

/** Collects text up to the limit and gives it as NFC without control characters or empty runs. */
export function textSink(limit = MAX_TEXT_BYTES): TextSink {
  const parts: string[] = [];
  let bytes = 0;
  return {
    add(text) {
      if (bytes >= limit) return;
      // A sheet of a million empty cells is one gap.
      const last = parts.at(-1);
      if (last === ' ' && text === '\n') parts.pop();
      else if ((text === ' ' || text === '\n') && (last === ' ' || last === '\n')) return;
      parts.push(text);
      bytes += Buffer.byteLength(text);
    },
    get full() {
      return bytes >= limit;
    },
    result() {
      const tidy = parts
        .join('')
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, '')
        .replace(/[ \t\u00a0]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim();
      const cut = Buffer.byteLength(tidy) > limit;
      return { text: cut ? cutBytes(tidy, limit) : tidy, cut: cut || bytes >= limit };
    },
  };
}

/** The longest beginning of whole characters within `limit` bytes. */
function cutBytes(text: string, limit: number): string {
  const bytes = Buffer.from(text).subarray(0, limit);
  return new TextDecoder('utf-8').decode(bytes, { stream: true });
}
