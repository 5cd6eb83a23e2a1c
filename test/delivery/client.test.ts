import { describe, expect, it } from 'vitest';
import { answerOf, createKho, KhoError } from '../../docs/client/kho';

/** What the client makes of an answer that did not come from this server. */
async function refused(body: string, init: ResponseInit): Promise<unknown> {
  const fetch = () => Promise.resolve(new Response(body, init));
  const kho = createKho({ address: 'https://hoclieu.example.vn', fetch });
  return await answerOf(kho.GET('/v1/changes')).catch((error: unknown) => error);
}

describe('the client behind a proxy', () => {
  const outOfReach = { status: 502, statusText: 'Bad Gateway' };

  it.each([
    ['a page', '<h1>Bad Gateway</h1>', {}],
    ['nothing', '', { 'content-length': '0' }],
    ['JSON of its own', '{"message":"no upstream"}', { 'content-type': 'application/json' }],
  ])('throws the status where it refuses with %s', async (_, body, headers) => {
    const error = await refused(body, { ...outOfReach, headers });
    expect(error).toBeInstanceOf(KhoError);
    expect(error).toMatchObject({ status: 502, problem: { title: 'Bad Gateway', errors: [] } });
  });
});
