import type { PayloadRequest } from 'payload';
import { translate, translateIfKnown, type Lang } from '../i18n/translate';
import type { Grounds } from '../platform/takedown';

/** Of a notice that was upheld what the supplying department is told; never who sent it, nor their text. */
export interface UpheldNotice {
  id: string;
  reference: string;
  grounds: Grounds;
  /** The editor's words. */
  reasons: string;
  decidedAt: string;
  decidedBy: string | null;
}

interface Stored {
  id: string;
  reference: string;
  grounds: Grounds;
  name?: string | null;
  contact?: string | null;
  identifiers: string[];
  decision?: string | null;
  decidedAt?: string | null;
  decidedBy?: string | null;
}

const FIELDS = {
  reference: true,
  grounds: true,
  name: true,
  contact: true,
  identifiers: true,
  decision: true,
  decidedAt: true,
  decidedBy: true,
} as const;

/** The editor is asked not to name the sender; should they have done so, it stays in the office. */
function withoutSender(
  reasons: string,
  { name, contact }: Pick<Stored, 'name' | 'contact'>,
): string {
  return [name, contact]
    .map((one) => one?.normalize('NFC').trim() ?? '')
    .filter((one) => one.length > 1)
    .reduce((text, one) => text.replaceAll(one, '…'), reasons);
}

export function upheldOf(row: Stored): UpheldNotice {
  const { id, reference, grounds, decision, decidedAt, decidedBy } = row;
  return {
    ...{ id, reference, grounds },
    reasons: withoutSender(decision ?? '', row),
    decidedAt: decidedAt ?? '',
    decidedBy: decidedBy ?? null,
  };
}

/** What was infringed and why the notice was upheld, so that the department knows what to mend. */
export function upheldWords({ reference, grounds, reasons }: UpheldNotice, lang: Lang): string {
  return translate(lang, 'workflow:takedown.upheld', {
    reference,
    ground: translateIfKnown(lang, `admin:takedowns.grounds.${grounds}`) ?? grounds,
    reasons,
  }).trim();
}

/** The notices that were upheld, by the identifier of what they name; the earliest first. */
export async function upheldNotices(
  req: Pick<PayloadRequest, 'payload'>,
  identifiers: string[],
): Promise<Map<string, UpheldNotice[]>> {
  const upheld = new Map<string, UpheldNotice[]>(identifiers.map((one) => [one, []]));
  if (identifiers.length === 0) return upheld;
  const { docs } = await req.payload.find({
    collection: 'takedowns',
    where: { and: [{ outcome: { equals: 'upheld' } }, { identifiers: { in: identifiers } }] },
    select: FIELDS,
    sort: 'decidedAt',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  for (const row of docs as unknown as Stored[]) {
    for (const one of row.identifiers) upheld.get(one)?.push(upheldOf(row));
  }
  return upheld;
}

/** By id, whatever of these was upheld. */
export async function upheldById(
  req: Pick<PayloadRequest, 'payload'>,
  ids: string[],
): Promise<Map<string, UpheldNotice>> {
  if (ids.length === 0) return new Map();
  const { docs } = await req.payload.find({
    collection: 'takedowns',
    where: { and: [{ outcome: { equals: 'upheld' } }, { id: { in: ids } }] },
    select: FIELDS,
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  return new Map((docs as unknown as Stored[]).map((row) => [row.id, upheldOf(row)]));
}

/** When what is, or was last, public was published: a notice that was upheld before is answered by it. */
export async function lastPublishedAt(req: PayloadRequest, identifier: string): Promise<string> {
  const found = await req.payload.find({
    collection: 'publication-revisions',
    where: { identifier: { equals: identifier } },
    sort: '-revision',
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  });
  return found.docs[0]?.publishedAt ?? new Date(0).toISOString();
}

/** What keeps a withdrawn publication from coming back as it was. */
export type NoticeHold = 'open' | 'upheld' | null;

export async function noticeHold(
  req: PayloadRequest,
  identifier: string,
  upheld: UpheldNotice[],
): Promise<NoticeHold> {
  const since = await lastPublishedAt(req, identifier);
  if (upheld.some(({ decidedAt }) => decidedAt >= since)) return 'upheld';
  const { totalDocs } = await req.payload.count({
    collection: 'takedowns',
    where: {
      and: [
        { status: { equals: 'withdrawn_precautionary' } },
        { identifiers: { in: [identifier] } },
      ],
    },
    overrideAccess: true,
    req,
  });
  return totalDocs > 0 ? 'open' : null;
}
