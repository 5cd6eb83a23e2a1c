import { describe, expect, it } from 'vitest';
import { contractFaults, type Answered } from '../helpers/openapi';

/** What the check that stands behind every answer of these tests takes and refuses. */
describe('an answer is held against the OpenAPI document', () => {
  const answered = (change: Partial<Omit<Answered, 'body'>> & { body?: unknown }): Answered => ({
    method: 'GET',
    address: '/v1/suggest?q=an',
    status: 200,
    ...change,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      etag: '"abc"',
      'cache-control': 'no-store',
      ...change.headers,
    },
    body: Buffer.from(JSON.stringify(change.body ?? { suggestions: ['an toàn'] })),
  });
  const problem = (status: number) => ({
    type: 'urn:x',
    title: 'x',
    status,
    code: 'not_found',
    detail: null,
    errors: [],
  });
  const asProblem = { 'content-type': 'application/problem+json; charset=utf-8' };

  it('passes as it is described, and without a body for HEAD', () => {
    expect(contractFaults(answered({}))).toEqual([]);
    const head = { ...answered({ method: 'HEAD' }), body: Buffer.alloc(0) };
    expect(contractFaults(head)).toEqual([]);
  });

  it.each([
    ['a key too many', { body: { suggestions: [], more: 1 } }, /must NOT have additional/],
    ['a key that is left out', { body: {} }, /must have required property/],
    ['a value of another type', { body: { suggestions: [1] } }, /must be string/],
    ['a status that is not described', { status: 206 }, /no such status/],
    ['a type that is not described', { headers: { 'content-type': 'text/html' } }, /text\/html/],
    ['a header that is missing', { headers: { etag: undefined } }, /ETag is missing/],
    ['a weak tag', { headers: { etag: 'W/"abc"' } }, /ETag: .*must match/],
    ['an operation that is not described', { address: '/v1/nowhere' }, /not in the document/],
    ['a method that is not described', { method: 'DELETE' }, /not in the document/],
    [
      'a limit that does not say when it ends',
      { status: 429, body: problem(429), headers: asProblem },
      /Retry-After is missing/,
    ],
  ])('fails with %s', (_, change, fault) => {
    expect(contractFaults(answered(change)).join()).toMatch(fault);
  });

  it('lets only a problem stand where nothing is described', () => {
    const none = { address: '/v1/nowhere', status: 404, headers: asProblem };
    expect(contractFaults(answered({ ...none, body: problem(404) }))).toEqual([]);
    expect(contractFaults(answered({ ...none, body: { error: 'x' } }))).not.toEqual([]);
    const asJson = { ...none, headers: {}, body: problem(404) };
    expect(contractFaults(answered(asJson))).not.toEqual([]);
  });
});
