import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { screenHeaders, staffHeaders } from './staff-headers';

const setting = { publicUrl: 'https://hoclieu.example.vn', development: false };

function answer() {
  const headers: Record<string, string> = {};
  const res = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
  } as unknown as ServerResponse;
  return { headers, res };
}

describe('the headers of the staff side', () => {
  it('keep browsers on https for a year, only where the address is https', () => {
    const secure = answer();
    staffHeaders(secure.res, setting);
    expect(secure.headers['strict-transport-security']).toBe('max-age=31536000');
    const plain = answer();
    staffHeaders(plain.res, { ...setting, publicUrl: 'http://localhost:3000' });
    expect(plain.headers).not.toHaveProperty('strict-transport-security');
  });

  it('give each screen a nonce of its own, the same to Next and to the browser', () => {
    const nonces = [1, 2].map(() => {
      const { headers, res } = answer();
      const req = { headers: { 'content-security-policy': "script-src 'nonce-of-a-stranger'" } };
      screenHeaders(req as unknown as IncomingMessage, res, setting);
      expect(req.headers['content-security-policy']).toBe(headers['content-security-policy']);
      return /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1];
    });
    expect(nonces[0]).toMatch(/^[\w+/]{22}==$/);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('allow no eval outside of development', () => {
    const { headers, res } = answer();
    screenHeaders({ headers: {} } as IncomingMessage, res, setting);
    expect(headers['content-security-policy']).not.toContain('unsafe-eval');
    expect(headers['content-security-policy']).toContain("script-src 'nonce-");
  });
});
