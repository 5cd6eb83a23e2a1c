import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CollectionSlug, Payload, PayloadRequest } from 'payload';
import { inSameTransaction } from '../platform/database/same-transaction';
import { inTransaction } from '../platform/database/transaction';
import { projectRoot } from '../platform/project-root';

interface Words {
  vi: string;
  en?: string;
}
interface TermSeed {
  scheme: string;
  code: string;
  label: Words;
  altLabels?: { vi?: string[]; en?: string[] };
  broader?: string | null;
  uri?: string | null;
  order: number;
}
interface DepartmentSeed {
  code: string;
  kind: string;
  name: Words;
  parent?: string | null;
  order: number;
}
interface LicenceSeed {
  code: string;
  version: number;
  kind: string;
  label: Words;
  summary?: Words | null;
  url?: string | null;
  permits: string[];
  conditions: string[];
  reservedForPortals: boolean;
  active: boolean;
  order?: number;
}

/** A file of the lists and demo texts that are shipped with the product. */
export function seedFile(name: string): string {
  return path.join(projectRoot(), 'seed', name);
}

function read<T>(name: string): T[] {
  const text = readFileSync(seedFile(`reference/${name}.json`), 'utf8');
  return (JSON.parse(text) as { items: T[] }).items;
}

/**
 * Creates what is not there yet; what an administrator changed stays as it is. Returns the id of
 * every row by its key, and the keys of those that are new.
 */
async function createMissing<T>(
  req: PayloadRequest,
  collection: CollectionSlug,
  items: T[],
  keyOf: (item: T) => string,
  rowKey: (row: Record<string, unknown>) => string,
  data: (item: T) => { vi: Record<string, unknown>; en?: Record<string, unknown> },
): Promise<{ ids: Map<string, string>; created: Set<string> }> {
  const { payload } = req;
  const created = new Set<string>();
  const found = await payload.find({ collection, depth: 0, pagination: false, req });
  const ids = new Map(
    found.docs.map((row) => [rowKey(row as unknown as Record<string, unknown>), String(row.id)]),
  );
  for (const item of items) {
    if (ids.has(keyOf(item))) continue;
    const { vi, en } = data(item);
    const row = await payload.create({ collection, data: vi as never, locale: 'vi', depth: 0, req });
    ids.set(keyOf(item), String(row.id));
    created.add(keyOf(item));
    if (en) {
      await payload.update({ collection, id: row.id, data: en as never, locale: 'en', depth: 0, req: inSameTransaction(req) });
    }
  }
  return { ids, created };
}

/** Sets a reference between two rows of a list, once both are there. */
async function link(
  req: PayloadRequest,
  collection: CollectionSlug,
  field: string,
  id: string | undefined,
  target: string | undefined,
): Promise<void> {
  if (!id || !target) return;
  await req.payload.db.updateOne({ collection, id, data: { [field]: target }, req, returning: false });
}

/** Departments, terms and licences. Running it again adds only what is missing. */
export async function seedReference(payload: Payload): Promise<void> {
  await inTransaction({ payload }, async (req) => {
    req.context.seeding = true;
    const departments = read<DepartmentSeed>('departments');
    const rows = await createMissing(
      req,
      'departments',
      departments,
      (item) => item.code,
      (row) => String(row.code),
      (item) => ({
        vi: {
          code: item.code,
          kind: item.kind,
          name: item.name.vi,
          order: item.order,
          active: true,
        },
        ...(item.name.en ? { en: { name: item.name.en } } : {}),
      }),
    );
    for (const { code, parent } of departments) {
      if (!rows.created.has(code)) continue;
      await link(req, 'departments', 'parent', rows.ids.get(code), rows.ids.get(parent ?? ''));
    }
    const terms = read<TermSeed>('terms');
    const made = await createMissing(
      req,
      'terms',
      terms,
      (item) => `${item.scheme}/${item.code}`,
      (row) => `${String(row.scheme)}/${String(row.code)}`,
      (item) => ({
        vi: {
          scheme: item.scheme,
          code: item.code,
          label: item.label.vi,
          altLabels: [...(item.altLabels?.vi ?? []), ...(item.altLabels?.en ?? [])],
          uri: item.uri ?? null,
          order: item.order,
        },
        ...(item.label.en ? { en: { label: item.label.en } } : {}),
      }),
    );
    for (const { scheme, code, broader } of terms) {
      const key = (term: string | null | undefined) => `${scheme}/${term ?? ''}`;
      if (!made.created.has(key(code))) continue;
      await link(req, 'terms', 'broader', made.ids.get(key(code)), made.ids.get(key(broader)));
    }
    await createMissing(
      req,
      'licences',
      read<LicenceSeed>('licences'),
      (item) => `${item.code}/${String(item.version)}`,
      (row) => `${String(row.code)}/${String(row.version)}`,
      (item) => ({
        vi: {
          code: item.code,
          version: item.version,
          kind: item.kind,
          label: item.label.vi,
          summary: item.summary?.vi ?? null,
          url: item.url ?? null,
          permits: item.permits,
          conditions: item.conditions,
          reservedForPortals: item.reservedForPortals,
          active: item.active,
          order: item.order ?? 0,
        },
        ...(item.label.en
          ? { en: { label: item.label.en, summary: item.summary?.en ?? null } }
          : {}),
      }),
    );
  });
}
