import type { PayloadRequest } from 'payload';
import type { Lang } from '../../i18n/translate';
import { now } from '../../platform/clock';
import { DECISION_REASONS_LEAST } from '../../platform/takedown';
import { byId } from '../../review/views/by-id';
import { namesOf } from '../../review/views/names';
import { clockRuns, TAKEDOWN_RULES } from '../../review/takedown-clocks';
import type { PublicationRow } from '../write-publication';
import { namedMaterials } from './named-materials';
import { portalsOfWithdrawal } from './portals-of-withdrawal';
import { requireTakedownReader } from './takedown-reader';
import { readTakedown, type TakedownRow } from './takedown-row';
import { isHeld } from './withdraw-named';
import type { TakedownItem, TakedownView } from './takedown-views';

type Publication = PublicationRow & { withdrawnAt?: string | null };

async function publicationsOf(
  req: PayloadRequest,
  identifiers: string[],
): Promise<Map<string, Publication>> {
  const found = await req.payload.find({
    collection: 'publications',
    where: { identifier: { in: identifiers } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  const rows = found.docs as unknown as Publication[];
  return new Map(rows.map((row) => [row.identifier, row]));
}

async function itemsOf(req: PayloadRequest, row: TakedownRow, lang: Lang): Promise<TakedownItem[]> {
  const materials = await namedMaterials(req, row.identifiers, lang);
  const publications = await publicationsOf(req, row.identifiers);
  const departments = await byId<{ id: string; name: string }>(req, {
    collection: 'departments',
    ids: materials.map(({ department }) => department),
    select: { name: true },
    lang,
  });
  return row.identifiers.map((identifier) => {
    const material = materials.find((one) => one.identifier === identifier);
    const publication = publications.get(identifier);
    const label = publication?.snapshot.licence.label;
    return {
      identifier,
      materialId: material?.id ?? null,
      title: material?.title ?? null,
      department: departments.get(material?.department ?? '')?.name ?? null,
      licence: label ? (label[lang] ?? label.vi) : null,
      publication: publication?.status ?? 'none',
      withdrawnAt: publication?.status === 'withdrawn' ? (publication.withdrawnAt ?? null) : null,
      takenByNotice: publication ? isHeld(publication) : false,
      byThis: row.withdrawn?.includes(identifier) ?? false,
    };
  });
}

function clocksOf({ clocks, status }: TakedownRow): TakedownView['clocks'] {
  return clocks.map(({ code, dueAt }) => {
    const runs = clockRuns(code, status);
    return { code, dueAt, runs, overdue: runs && new Date(dueAt) < now() };
  });
}

/** Public, or kept from the world by another notice alone, which may be rejected before this one. */
const mayTake = ({ publication, takenByNotice, byThis }: TakedownItem): boolean =>
  publication === 'live' || (takenByNotice && !byThis);

/** One notice beside what it names: what is due when, what was done, which portals still hold it. */
export async function takedownView(
  req: PayloadRequest,
  id: string,
  lang: Lang,
): Promise<TakedownView> {
  const person = requireTakedownReader(req);
  const row = await readTakedown(req, id);
  const names = await namesOf({ payload: req.payload }, [row.withdrawnBy, row.decidedBy]);
  const nameOf = (userId: string | null | undefined) => names.get(userId ?? '')?.name ?? null;
  const items = await itemsOf(req, row, lang);
  const acts = person.role !== 'auditor' && row.status !== 'decided';
  const { reference, receivedAt, status, name, contact, capacity, grounds, statement } = row;
  return {
    ...{ id, reference, receivedAt, status, name, contact, capacity, grounds, statement, items },
    outcome: row.outcome ?? null,
    clocks: clocksOf(row),
    rules: { version: row.ruleVersion, unverified: TAKEDOWN_RULES.unverified },
    withdrawn: row.withdrawnAt ? { at: row.withdrawnAt, by: nameOf(row.withdrawnBy) } : null,
    decided: row.decidedAt
      ? { at: row.decidedAt, by: nameOf(row.decidedBy), reasons: row.decision ?? '' }
      : null,
    portals: await portalsOfWithdrawal(req, row.identifiers),
    can: {
      withdraw: acts && items.some((item) => mayTake(item)),
      decide: acts,
    },
    reasonsLeast: DECISION_REASONS_LEAST,
  };
}
