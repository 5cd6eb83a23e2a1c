/** A mail as its reader's program takes it apart: as much of MIME (RFC 2045–2047) as ours use. */
export interface ReadMail {
  to: string;
  subject: string;
  messageId: string;
  /** Of the whole: `multipart/alternative`. */
  type: string;
  parts: { type: string; text: string }[];
}

const header = (head: string, name: string): string =>
  new RegExp(`^${name}:\\s*([^]*?)(?=\\n\\S|$(?![^]))`, 'im').exec(head)?.[1]?.trim() ?? '';

const split = (text: string): [head: string, body: string] => {
  const end = text.indexOf('\n\n');
  return [text.slice(0, end), text.slice(end + 2)];
};

function quotedPrintable(text: string): Buffer {
  const joined = text.replace(/=\n/g, '');
  const bytes = joined.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}

function decoded(body: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8');
  if (/quoted-printable/i.test(encoding)) return quotedPrintable(body).toString('utf8');
  return body;
}

/** `=?UTF-8?Q?…?=`, of which neighbours may share one letter between them. */
function words(value: string): string {
  const joined = value.replace(/\?=\s+=\?[^?]+\?[QB]\?/gi, '');
  return joined.replace(/=\?[^?]+\?([QB])\?([^]*?)\?=/gi, (_, way: string, text: string) =>
    way.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64').toString('utf8')
      : quotedPrintable(text.replaceAll('_', ' ')).toString('utf8'),
  );
}

export function readMail(raw: string): ReadMail {
  const [head, body] = split(raw);
  const type = header(head, 'content-type');
  const boundary = /boundary="?([^";\n]+)"?/i.exec(type)?.[1] ?? '';
  const parts = boundary ? body.split(`--${boundary}`).slice(1, -1) : [];
  return {
    to: header(head, 'to'),
    subject: words(header(head, 'subject').replace(/\n\s+/g, ' ')),
    messageId: header(head, 'message-id'),
    type: type.split(';')[0] ?? '',
    parts: parts.map((part) => {
      const [own, text] = split(part.replace(/^\n/, ''));
      return {
        type: header(own, 'content-type').split(';')[0] ?? '',
        text: decoded(text, header(own, 'content-transfer-encoding')),
      };
    }),
  };
}
