import { z } from '@hono/zod-openapi';
import { CAPACITIES, GROUNDS, NOTICE_LIMITS } from '../../platform/takedown';

/** `hl-` and ten Crockford characters, as people type them. */
const identifier = z
  .string()
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.string().regex(/^hl-[0-9a-hjkmnp-tv-z]{10}$/))
  .openapi({ type: 'string', example: 'hl-7q4m2k9xt0' });

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;
const plain = (value: string) =>
  value.replace(/\r\n?/g, '\n').replace(CONTROL, '').normalize('NFC');

const text = (most: number, lines: 'one' | 'many', least = 1) =>
  z
    .string()
    .max(most * 2)
    .transform((value) => (lines === 'one' ? plain(value).replace(/\s+/g, ' ') : plain(value)))
    .transform((value) => value.trim())
    .pipe(z.string().min(least).max(most))
    .openapi({ type: 'string', minLength: least, maxLength: most });

export const takedownSchema = z
  .strictObject({
    identifiers: z
      .array(identifier)
      .min(1)
      .max(NOTICE_LIMITS.identifiers)
      .transform((list) => [...new Set(list)]),
    name: text(NOTICE_LIMITS.name, 'one', 2),
    contact: text(NOTICE_LIMITS.contact, 'one', 5),
    capacity: z.enum(CAPACITIES),
    grounds: z.enum(GROUNDS),
    statement: text(NOTICE_LIMITS.statement, 'many', 10),
  })
  .openapi('TakedownNotice');

export const takedownReceivedSchema = z
  .strictObject({ reference: z.string(), receivedAt: z.iso.datetime() })
  .openapi('TakedownReceived');

/** They are taken in together: few enough that nobody who writes waits for it. */
const MOST_ACKNOWLEDGED = 200;

export const acknowledgeSchema = z
  .strictObject({
    cursor: z.string().min(1).max(200).optional(),
    identifiers: z.array(identifier).min(1).max(MOST_ACKNOWLEDGED).optional(),
  })
  .refine(({ cursor, identifiers }) => (cursor === undefined) !== (identifiers === undefined), {
    path: ['cursor'],
  })
  .openapi('Acknowledgement');

export const acknowledgedSchema = z
  .strictObject({
    accepted: z.literal(true),
    receivedAt: z.iso.datetime(),
    /** Of the named ones, those that were never published to this portal: mistyped, as a rule. */
    unknown: z.array(identifier),
  })
  .openapi('Acknowledged');
