import type { IncomingMessage } from 'node:http';

/**
 * The address a limit is counted on. Behind `trustProxy` proxies it is that many entries from the
 * right of X-Forwarded-For; what stands further left, anybody may have written.
 */
export function clientAddress(req: IncomingMessage, trustProxy: number): string {
  const socket = plain(req.socket.remoteAddress ?? '');
  if (trustProxy === 0) return socket;
  const header = req.headers['x-forwarded-for'];
  const entries = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  return plain(entries.at(-trustProxy) ?? entries[0] ?? socket);
}

/** IPv4 inside IPv6 is IPv4; of an IPv6 address the /64, which one customer has whole. */
function plain(address: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i.exec(address)?.[1];
  if (v4) return v4;
  const v6 = address.replace(/^\[|\](:\d+)?$/g, '').toLowerCase();
  if (!v6.includes(':') || v6 === '::1') return v6.slice(0, 64);
  const [head = ''] = v6.split('::');
  const groups = head.split(':');
  return Array.from({ length: 4 }, (_, at) => groups[at] || '0')
    .join(':')
    .slice(0, 64);
}

export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}
