import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
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

const SLOW_MS = 100;

/** A real SMTP server that keeps what it accepts, and every way for one to fail. */
export async function openMailCatcher(): Promise<MailCatcher> {
  let mode: Outage | 'pass' = 'pass';
  let server: SMTPServer | undefined;
  let calls = 0;
  const messageIds: string[] = [];
  const messages: string[] = [];
  const sockets = new Map<number, Socket>();

  const socketOf = ({ remotePort }: SMTPServerSession) => sockets.get(remotePort);
  const later = (answer: (error?: Error | null) => void, error?: Error) =>
    void setTimeout(() => answer(error), mode === 'slow' ? SLOW_MS : 0);

  function accept(session: SMTPServerSession, bytes: Buffer, answer: () => void): void {
    // A server that dies before it accepts has not accepted: the sender must try again.
    if (mode === 'truncate') return void socketOf(session)?.end('25');
    const message = bytes.toString('utf8').replaceAll('\r\n', '\n');
    messageIds.push(/^message-id:\s*<([^>]+)>/im.exec(message)?.[1] ?? '');
    messages.push(message);
    answer();
  }

  function start(): SMTPServer {
    const made = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onConnect: (_session, answer) => {
        setTimeout(answer, mode === 'stall' ? STALL_MS : 0);
      },
      onMailFrom: (_address, _session, answer) => later(answer),
      onRcptTo: (_address, _session, answer) => {
        const refused = Object.assign(new Error('no such luck'), { responseCode: 554 });
        later(answer, mode === '500' ? refused : undefined);
      },
      onData: (stream, session, answer) => {
        if (mode === 'reset') return void socketOf(session)?.resetAndDestroy();
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => accept(session, Buffer.concat(parts), () => later(answer)));
      },
    });
    // A conversation that breaks off is what some of the tests are about.
    made.on('error', () => undefined);
    made.server.on('connection', (socket: Socket) => {
      calls += 1;
      const { remotePort = 0 } = socket;
      sockets.set(remotePort, socket);
      socket.on('close', () => sockets.delete(remotePort));
    });
    return made;
  }

  async function listen(at: number): Promise<number> {
    const made = start();
    await new Promise<void>((resolve) => {
      made.listen(at, '127.0.0.1', resolve);
    });
    server = made;
    return (made.server.address() as AddressInfo).port;
  }
  async function stop(): Promise<void> {
    for (const socket of sockets.values()) socket.destroy();
    const running = server;
    server = undefined;
    if (running) await new Promise<void>((resolve) => running.close(resolve));
  }

  const port = await listen(0);
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
      else if (!server) await listen(port);
    },
    close: stop,
  };
}
