import { connect, createServer, type Server, type Socket } from 'node:net';

/** What may become of a service: it is not there, breaks off, fails, hangs, stops short, crawls. */
export const OUTAGES = ['refuse', 'reset', '500', 'stall', 'truncate', 'slow'] as const;
export type Outage = (typeof OUTAGES)[number];

export const STALL_MS = 3_000;
/** Of an answer, before it breaks off. */
const SHORT_BYTES = 300;
const SLOW_MS = 15;

export interface FaultProxy {
  port: number;
  set(mode: Outage | 'pass'): Promise<void>;
  close(): Promise<void>;
}

/** Stands between the program and a service; changes of mode cut what is connected. */
export async function openFaultProxy(target: { host: string; port: number }): Promise<FaultProxy> {
  let mode: Outage | 'pass' = 'pass';
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    keep(client);
    if (mode === '500') {
      client.once('data', () => {
        client.end(
          'HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
        );
      });
      return;
    }
    const upstream = connect(target.port, target.host);
    keep(upstream);
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    if (mode === 'stall') {
      client.pause();
      setTimeout(() => client.pipe(upstream), STALL_MS);
    } else client.pipe(upstream);
    answer(upstream, client, mode);
  });
  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  }
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  const port = await listen(0);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    async set(next) {
      mode = next;
      cut();
      if (next === 'refuse') await closed(server);
      else if (!server.listening) await listen(port);
    },
    async close() {
      cut();
      if (server.listening) await closed(server);
    },
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

function answer(upstream: Socket, client: Socket, mode: Outage | 'pass'): void {
  if (mode === 'slow') {
    upstream.on('data', (chunk: Buffer) => {
      upstream.pause();
      client.write(chunk);
      setTimeout(() => upstream.resume(), SLOW_MS);
    });
    return;
  }
  if (mode !== 'reset' && mode !== 'truncate') {
    upstream.pipe(client);
    return;
  }
  let passed = 0;
  upstream.on('data', (chunk: Buffer) => {
    const rest = SHORT_BYTES - passed;
    passed += chunk.length;
    if (passed < SHORT_BYTES) client.write(chunk);
    else if (mode === 'reset') client.resetAndDestroy();
    else client.end(chunk.subarray(0, Math.max(0, rest)));
  });
}
