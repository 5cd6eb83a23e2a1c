/**
 * One connection that asks one thing after the other and keeps nothing from itself: of the load of a
 * bench as little as possible may be the client's own work.
 */
import net from 'node:net';

const END = Buffer.from('\r\n\r\n');
const NONE = Buffer.alloc(0);
const LAST_CHUNK = Buffer.from('0\r\n\r\n');
const LENGTH = /\r\ncontent-length: (\d+)/i;

/** A request as it is written. */
export function request(path, headers = {}) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join('')}\r\n`, 'latin1');
}

/** The body of an answer that came in chunks (RFC 9112 § 7.1). */
function dechunked(raw) {
  const parts = [];
  for (let at = 0; ;) {
    const end = raw.indexOf('\r\n', at);
    const size = Number.parseInt(raw.latin1Slice(at, end), 16);
    if (size === 0) return Buffer.concat(parts);
    parts.push(raw.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}

/** Bytes of the body; undefined where they come in chunks. */
function lengthOf(head, status) {
  if (status === 304) return 0;
  const [, length] = LENGTH.exec(head) ?? [];
  return length === undefined ? undefined : Number(length);
}

/** What has come of one answer. */
function answerReader(keepBody) {
  let [before, head, status, length, got] = [NONE, undefined, 0, 0, 0];
  const parts = [];

  function readHead(chunk) {
    before = before.length > 0 ? Buffer.concat([before, chunk]) : chunk;
    const end = before.indexOf(END);
    if (end === -1) return undefined;
    head = before.latin1Slice(0, end + 2);
    status = Number(head.slice(9, 12));
    length = lengthOf(head, status);
    return before.subarray(end + END.length);
  }

  /** The answer, as soon as it is whole. */
  return (chunk) => {
    const body = head === undefined ? readHead(chunk) : chunk;
    if (body === undefined) return undefined;
    got += body.length;
    if ((keepBody || length === undefined) && body.length > 0) parts.push(body);
    const whole = () => (parts.length === 1 ? parts[0] : Buffer.concat(parts));
    if (length !== undefined) {
      return got < length ? undefined : { status, body: whole(), bytes: got };
    }
    const raw = whole();
    if (!raw.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK)) return undefined;
    return { status, body: dechunked(raw), bytes: got };
  };
}

/** Opens a connection; `ask` takes what {@link request} made. */
export async function connect(port, { keepBody = true } = {}) {
  const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let waiting;
  const fail = (error) => {
    const { reject } = waiting ?? {};
    waiting = undefined;
    reject?.(error);
  };
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the server closed the connection')));
  socket.on('data', (chunk) => {
    try {
      const answer = waiting?.read(chunk);
      if (!answer) return;
      const { resolve } = waiting;
      waiting = undefined;
      resolve(answer);
    } catch (error) {
      fail(error);
    }
  });
  return {
    ask(bytes) {
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject, read: answerReader(keepBody) };
        socket.write(bytes);
      });
    },
    close: () => socket.destroy(),
  };
}
