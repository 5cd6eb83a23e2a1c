import type { SqliteReader } from './sqlite-reader';
import { list, localized, text } from './sqlite-rows';
import type { TermScheme } from '../../platform/code-lists';
import type { Department, Licence, PortalKey, Term } from './store';

/** Joins both languages of a table's localised columns as `vi` and `en`. */
const languages = (table: string): string => `
  LEFT JOIN ${table}_locales vi ON vi._parent_id = x.id AND vi._locale = 'vi'
  LEFT JOIN ${table}_locales en ON en._parent_id = x.id AND en._locale = 'en'`;

/** A has-many column as a JSON list in the order it was entered. */
const many = (table: string, column: string, path = ''): string =>
  `(SELECT json_group_array(${column}) FROM
     (SELECT ${column} FROM ${table} WHERE parent_id = x.id ${path} ORDER BY "order"))`;

export async function readTerms(reader: SqliteReader, scheme: TermScheme): Promise<Term[]> {
  const rows = await reader.all(
    `SELECT x.code, x.uri, x.valid_from, x.valid_to, vi.label AS vi, en.label AS en,
        b.code AS broader, ${many('terms_texts', 'text', "AND path = 'altLabels'")} AS alt
      FROM terms x ${languages('terms')} LEFT JOIN terms b ON b.id = x.broader_id
      WHERE x.scheme = ? ORDER BY x."order" IS NULL, x."order", x.code`,
    [scheme],
  );
  return rows.map((row) => ({
    code: String(row.code),
    label: localized(row.vi, row.en),
    // A name that is the same in both languages is one name.
    altLabels: [...new Set(list(row.alt))],
    broader: text(row.broader),
    uri: text(row.uri),
    validFrom: text(row.valid_from),
    validTo: text(row.valid_to),
  }));
}

/** All versions: what was published under an old one stays readable. */
export async function readLicences(reader: SqliteReader): Promise<Licence[]> {
  const rows = await reader.all(
    `SELECT x.code, x.version, x.kind, x.url, x.active, x.reserved_for_portals, vi.label AS vi, en.label AS en,
        vi.summary AS summary_vi, en.summary AS summary_en,
        ${many('licences_permits', 'value')} AS permits,
        ${many('licences_conditions', 'value')} AS conditions
      FROM licences x ${languages('licences')}
      ORDER BY x."order" IS NULL, x."order", x.code, x.version DESC`,
  );
  return rows.map((row) => ({
    code: String(row.code),
    version: Number(row.version),
    kind: String(row.kind),
    label: localized(row.vi, row.en),
    summary: text(row.summary_vi) === null ? null : localized(row.summary_vi, row.summary_en),
    url: text(row.url),
    permits: list(row.permits),
    conditions: list(row.conditions),
    reservedForPortals: Boolean(row.reserved_for_portals),
    active: Boolean(row.active ?? 1),
  }));
}

export async function readDepartments(reader: SqliteReader): Promise<Department[]> {
  const rows = await reader.all(
    `SELECT x.code, x.kind, x.active, vi.name AS vi, en.name AS en, up.code AS parent,
        went.code AS merged
      FROM departments x ${languages('departments')} LEFT JOIN departments up ON up.id = x.parent_id
      LEFT JOIN departments went ON went.id = x.merged_into_id
      ORDER BY x."order" IS NULL, x."order", x.code`,
  );
  return rows.map((row) => ({
    code: String(row.code),
    kind: String(row.kind),
    name: localized(row.vi, row.en),
    parent: text(row.parent),
    active: Boolean(row.active ?? 1),
    mergedInto: text(row.merged),
  }));
}

/** Whose keys open something; one without a key, or closed by the office, is none. */
export async function readPortals(reader: SqliteReader): Promise<PortalKey[]> {
  const rows = await reader.all(
    `SELECT x.id, x.key_hash, (SELECT json_group_array(code) FROM (SELECT DISTINCT l.code
          FROM portals_rels r JOIN licences l ON l.id = r.licences_id
          WHERE r.parent_id = x.id AND r.path = 'licences' ORDER BY l.code)) AS codes
      FROM portals x WHERE x.active = 1 AND x.key_hash IS NOT NULL`,
  );
  return rows.map((row) => ({
    id: String(row.id),
    keyHash: String(row.key_hash),
    licences: list(row.codes),
  }));
}
