import type { TermScheme } from '../../platform/code-lists';
import { list, localized, text, type Collections, type ReferenceDocument } from './mongodb-rows';
import type { Department, Licence, PortalKey, Term } from './store';

/** As the office ordered them; what has no place comes last, by code. */
function inOrder(rows: ReferenceDocument[]): ReferenceDocument[] {
  const place = ({ order }: ReferenceDocument) => order ?? Infinity;
  const byCode = (a: ReferenceDocument, b: ReferenceDocument) =>
    String(a.code) < String(b.code) ? -1 : Number(String(a.code) > String(b.code));
  return rows.sort((a, b) => (place(a) === place(b) ? byCode(a, b) : place(a) - place(b)));
}

const codesById = (rows: ReferenceDocument[]) =>
  new Map(rows.map((row) => [row._id, String(row.code)]));

export async function readTerms({ terms }: Collections, scheme: TermScheme): Promise<Term[]> {
  const rows = inOrder(await terms.find({ scheme }).toArray());
  const codes = codesById(rows);
  return rows.map((row) => ({
    code: String(row.code),
    label: localized(row.label),
    altLabels: [...new Set(list(row.altLabels))],
    broader: codes.get(String(row.broader)) ?? null,
    uri: text(row.uri),
    validFrom: text(row.validFrom),
    validTo: text(row.validTo),
  }));
}

/** All versions: what was published under an old one stays readable. */
export async function readLicences({ licences }: Collections): Promise<Licence[]> {
  const rows = await licences.find({}).sort({ version: -1 }).toArray();
  return inOrder(rows).map((row) => {
    const summary = localized(row.summary);
    return {
      code: String(row.code),
      version: Number(row.version),
      kind: String(row.kind),
      label: localized(row.label),
      summary: summary.vi === '' ? null : summary,
      url: text(row.url),
      permits: list(row.permits),
      conditions: list(row.conditions),
      reservedForPortals: row.reservedForPortals === true,
      active: row.active !== false,
    };
  });
}

export async function readDepartments({ departments }: Collections): Promise<Department[]> {
  const rows = inOrder(await departments.find({}).toArray());
  const codes = codesById(rows);
  return rows.map((row) => ({
    code: String(row.code),
    kind: String(row.kind),
    name: localized(row.name),
    parent: codes.get(String(row.parent)) ?? null,
    active: row.active !== false,
    mergedInto: codes.get(String(row.mergedInto)) ?? null,
  }));
}

/** Whose keys open something; one without a key, or closed by the office, is none. */
export async function readPortals({ portals, licences }: Collections): Promise<PortalKey[]> {
  const rows = await portals.find({ active: true, keyHash: { $type: 'string' } }).toArray();
  const codes = codesById(await licences.find({}).toArray());
  return rows.map(({ _id, keyHash, licences: named }) => ({
    id: String(_id),
    keyHash: String(keyHash),
    licences: [...new Set((named ?? []).flatMap((id) => codes.get(id) ?? []))].sort(),
  }));
}
