import type { PayloadRequest, Where } from 'payload';
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

async function readUpheld(
  { payload }: Pick<PayloadRequest, 'payload'>,
  which: Where,
): Promise<Stored[]> {
  const { docs } = await payload.find({
    collection: 'takedowns',
    where: { and: [{ outcome: { equals: 'upheld' } }, which] },
    select: FIELDS,
    sort: 'decidedAt',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  return docs as unknown as Stored[];
}

/** The notices that were upheld, by the identifier of what they name; the earliest first. */
export async function upheldNotices(
  req: Pick<PayloadRequest, 'payload'>,
  identifiers: string[],
): Promise<Map<string, UpheldNotice[]>> {
  const upheld = new Map<string, UpheldNotice[]>(identifiers.map((one) => [one, []]));
  if (identifiers.length === 0) return upheld;
  for (const row of await readUpheld(req, { identifiers: { in: identifiers } })) {
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
  const rows = await readUpheld(req, { id: { in: ids } });
  return new Map(rows.map((row) => [row.id, upheldOf(row)]));
}
