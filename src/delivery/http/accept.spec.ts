import { describe, expect, it } from 'vitest';
import { encodingFor, formatFor } from './accept';

describe('the format of a material', () => {
  it.each([
    [undefined, 'json'],
    ['*/*', 'json'],
    ['application/json', 'json'],
    ['application/ld+json', 'jsonld'],
    ['application/xml', 'dc'],
    ['text/xml;q=0.5, application/ld+json;q=0.9', 'jsonld'],
    ['application/*', 'json'],
    ['application/json;q=0, */*', 'jsonld'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'json'],
    ['image/png', undefined],
    ['application/json;q=nonsense', undefined],
  ])('%s is %s', (header, format) => {
    expect(formatFor(header)).toBe(format);
  });
});

describe('the encoding of an answer', () => {
  it.each([
    [undefined, 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['identity', 'identity'],
  ])('%s is %s', (header, encoding) => {
    expect(encodingFor(header)).toBe(encoding);
  });
});
