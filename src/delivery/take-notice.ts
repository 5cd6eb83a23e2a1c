import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { z } from '@hono/zod-openapi';
import type { Lang } from '../i18n/translate';
import { now } from '../platform/clock';
import { AppError } from '../platform/errors';
import { TAKEDOWN_KIND } from '../platform/inbox/kinds';
import type { TakedownNotice } from '../platform/takedown';
import type { DeliveryContext } from './context';
import type { takedownSchema } from './schemas/writes';

/** What the sender may ask after: random, so that nobody counts notices or finds another's. */
const newReference = (): string => `td-${randomBytes(6).toString('hex')}`;

/** Writes a notice down; nothing of it is public, now or later. Throws AppError `rate_limited`. */
export async function takeNotice(input: {
  notice: z.output<typeof takedownSchema>;
  lang: Lang;
  context: Pick<DeliveryContext, 'notices' | 'addressOf' | 'inbox'>;
  req: IncomingMessage;
}): Promise<{ reference: string; receivedAt: string }> {
  const { notice, lang, context, req } = input;
  const wait = await context.notices.take(context.addressOf(req));
  if (wait > 0) {
    const headers = { 'retry-after': String(wait) };
    const params = { minutes: Math.ceil(wait / 60) };
    throw new AppError('rate_limited', { params, extra: { headers } });
  }
  const reference = newReference();
  await context.inbox.append(TAKEDOWN_KIND, {
    ...notice,
    reference,
    lang,
  } satisfies TakedownNotice);
  return { reference, receivedAt: now().toISOString() };
}
