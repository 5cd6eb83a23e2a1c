import { createReadStream } from 'node:fs';

export type TextVerdict =
  | 'utf8'
  /** UTF-16 or UTF-32, with a byte order mark. */
  | 'utf16'
  /** No control characters, but not UTF-8: an old 8-bit encoding such as TCVN3 or Windows-1258. */
  | 'legacy'
  | 'binary';

/** Control characters that no text has; tab, line ends, form feed and the old end mark 0x1A may be. */
const CONTROL = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f\u007f]/;

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Judges bytes as text, chunk by chunk. */
function textJudge() {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let verdict = 'utf8' as TextVerdict;
  let first = true;
  const judge = (text: () => string) => {
    try {
      if (CONTROL.test(text())) verdict = 'binary';
    } catch {
      verdict = 'legacy';
    }
  };
  return {
    /** False when nothing more needs to be read. */
    push(chunk: Uint8Array): boolean {
      if (first && (startsWith(chunk, [0xff, 0xfe]) || startsWith(chunk, [0xfe, 0xff]))) {
        verdict = 'utf16';
      }
      first = false;
      if (verdict === 'utf8') judge(() => decoder.decode(chunk, { stream: true }));
      // Once it is not UTF-8, control characters still tell a picture from an old text.
      if (verdict === 'legacy' && CONTROL.test(Buffer.from(chunk).toString('latin1'))) {
        verdict = 'binary';
      }
      return verdict === 'utf8' || verdict === 'legacy';
    },
    sofar: (): TextVerdict => verdict,
    end(): TextVerdict {
      if (verdict === 'utf8') judge(() => decoder.decode());
      return verdict;
    },
  };
}

/** Judges the beginning of a file, whose last character may be cut. */
export function judgeHead(head: Uint8Array): TextVerdict {
  const judge = textJudge();
  judge.push(head);
  return judge.sofar();
}

/** Reads the whole file, never holding more than one chunk. */
export async function judgeTextFile(path: string): Promise<TextVerdict> {
  const judge = textJudge();
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    if (!judge.push(chunk as Buffer)) break;
  }
  return judge.end();
}

/** What a text says it is by its first line: markup and scripts are not plain text. */
export function textualType(head: string): string {
  const start = head.replace(/^\uFEFF/, '').trimStart();
  if (/^WEBVTT(?=\s|$)/.test(start)) return 'text/vtt';
  if (start.startsWith('{\\rtf')) return 'application/rtf';
  if (/^#!/.test(start)) return 'text/x-script';
  const markup = start.replace(/^(?:<!--[\s\S]*?-->\s*)+/, '').toLowerCase();
  if (markup.startsWith('<svg') || /^<(\?xml|!doctype svg)[\s\S]*<svg[\s>]/.test(markup)) {
    return 'image/svg+xml';
  }
  if (/^<(!doctype\s+html|html|head|body|script|iframe)[\s>]/.test(markup)) return 'text/html';
  if (/^<\?xml[\s\S]*<html[\s>]/.test(markup)) return 'text/html';
  if (/^<(\?xml|!doctype)/.test(markup)) return 'application/xml';
  return 'text/plain';
}
