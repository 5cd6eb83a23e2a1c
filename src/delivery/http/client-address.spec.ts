import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress, isLoopback } from './client-address';

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('the address of a client', () => {
  it('is that of the socket when no proxy is trusted, whatever the header says', () => {
    expect(clientAddress(request('203.0.113.7', '198.51.100.1'), 0)).toBe('203.0.113.7');
    expect(clientAddress(request('::ffff:203.0.113.7'), 0)).toBe('203.0.113.7');
  });

  it('is counted from the right behind proxies', () => {
    const forged = '6.6.6.6, 198.51.100.1, 10.0.0.2';
    expect(clientAddress(request('10.0.0.1', forged), 1)).toBe('10.0.0.2');
    expect(clientAddress(request('10.0.0.1', forged), 2)).toBe('198.51.100.1');
    expect(clientAddress(request('10.0.0.1'), 1)).toBe('10.0.0.1');
  });

  it('is the /64 of an IPv6 address', () => {
    expect(clientAddress(request('2001:db8:1:2:3:4:5:6'), 0)).toBe('2001:db8:1:2');
    expect(clientAddress(request('2001:db8::1'), 0)).toBe('2001:db8:0:0');
    expect(isLoopback(clientAddress(request('::1'), 0))).toBe(true);
  });
});
