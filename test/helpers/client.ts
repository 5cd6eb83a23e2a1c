import { answerOf, createKho, KhoError, type Kho } from '../../docs/client/kho';

/** One request over the wire, its body whole. */
export type Send = (
  address: string,
  sent: { method: string; headers: Record<string, string>; body?: string },
) => Promise<{
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}>;

const BODILESS = [204, 304];

/** The client that portal developers have, on this way to the server: every answer goes through it. */
export function clientOver(send: Send, address: string, key?: string): Kho {
  return createKho({
    address,
    ...(key === undefined ? {} : { key }),
    async fetch(request) {
      const { pathname, search } = new URL(request.url);
      const body = await request.text();
      const { status, headers, ...reply } = await send(pathname + search, {
        method: request.method,
        headers: Object.fromEntries(request.headers),
        ...(body === '' ? {} : { body }),
      });
      return new Response(BODILESS.includes(status) ? null : new Uint8Array(reply.body), {
        status,
        headers: Object.entries(headers).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]),
      });
    },
  });
}

/** What the server refused with. Throws when it answered. */
export async function refusalOf(asked: Parameters<typeof answerOf>[0]): Promise<KhoError> {
  try {
    await answerOf(asked);
  } catch (error) {
    if (error instanceof KhoError) return error;
    throw error;
  }
  throw new Error('This was answered, not refused');
}
