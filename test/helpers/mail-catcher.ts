import { createServer, type Socket } from 'node:net';
import { STALL_MS, type Outage } from '../faults/fault-proxy';

export interface MailCatcher {
  port: number;
  /** Of every message that was accepted, in order. */
  messageIds: string[];
  /** The same, as they came (RFC 5322). */
  messages: string[];
  /** How often somebody asked for a conversation. */
  calls: number;
  set(mode: Outage | 'pass'): Promise<void>;
  close(): Promise<void>;
}

/** As much of SMTP (RFC 5321) as a message needs, and every way to fail at it. */
export async function openMailCatcher(): Promise<MailCatcher> {
  let mode: Outage | 'pass' = 'pass';
  const messageIds: string[] = [];
  const messages: string[] = [];
  let calls = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    calls += 1;
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const wait = mode === 'stall' ? STALL_MS : 0;
    setTimeout(() => converse(socket), wait);
  });

  function converse(socket: Socket): void {
    const say = (line: string) =>
      setTimeout(() => socket.write(`${line}\r\n`), mode === 'slow' ? 100 : 0);
    let message: string | undefined;
    say('220 catcher ESMTP');
    let pending = '';
    socket.on('data', (chunk) => {
      pending += chunk.toString('utf8');
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        if (message === undefined) command(line);
        else if (line === '.') finish();
        // A dot of its own at the beginning of a line is the sender's, doubled.
        else message += `${line.startsWith('..') ? line.slice(1) : line}\n`;
      }
    });
    function command(line: string): void {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'QUIT') socket.end('221 bye\r\n');
      else if (verb === 'DATA') {
        if (mode === 'reset') return void socket.resetAndDestroy();
        message = '';
        say('354 go on');
      } else if (verb === 'RCPT' && mode === '500') say('554 no such luck');
      else say('250 catcher');
    }
    function finish(): void {
      // A server that dies before it accepts has not accepted: the sender must try again.
      if (mode === 'truncate') return void socket.end('25');
      messageIds.push(/^message-id:\s*<([^>]+)>/im.exec(message ?? '')?.[1] ?? '');
      messages.push(message ?? '');
      message = undefined;
      say('250 accepted');
    }
  }

  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  const port = await listen(0);
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return {
    port,
    messageIds,
    messages,
    get calls() {
      return calls;
    },
    async set(next) {
      mode = next;
      if (next === 'refuse') await stop();
      else if (!server.listening) await listen(port);
    },
    close: stop,
  };
}
