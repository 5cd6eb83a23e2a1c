import type { Field, FieldAffectingData } from 'payload';
import type { FieldProblem } from '../../src/platform/errors';

interface Given {
  field: FieldAffectingData;
  value: unknown;
  path: string;
  /** `?locale=all`: a localised value comes as an object of languages. */
  everyLocale: boolean;
  errors: FieldProblem[];
}

/** What no text of a person contains: control characters, and those that turn the order of others. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/** Where the field does not say less. */
const LONGEST = { text: 500, textarea: 10_000 };
const MOST = 500;

function plainText(text: string, lines: 'one' | 'many'): string {
  const clean = text.normalize('NFC').replace(CONTROL, '');
  return lines === 'one' ? clean.replace(/\s+/g, ' ').trim() : clean;
}

/** A text in its plain form, or said to be too long for a field that sets no limit of its own. */
function text(given: Given, value: string): string {
  const { field, path, errors } = given;
  const kind = field.type === 'textarea' ? 'textarea' : 'text';
  const clean = plainText(value, kind === 'text' ? 'one' : 'many');
  const own = (field as { maxLength?: number }).maxLength;
  if (own === undefined && clean.length > LONGEST[kind]) {
    errors.push({ field: path, code: 'text_too_long', params: { most: LONGEST[kind] } });
  }
  return clean;
}

function isShort(given: Given, values: unknown[]): boolean {
  if (values.length <= MOST) return true;
  given.errors.push({ field: given.path, code: 'too_many', params: { most: MOST } });
  return false;
}

function wrong({ errors, path }: Given): undefined {
  errors.push({ field: path, code: 'wrong_type' });
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A value as it is kept: text in NFC, rows and groups in their parts. What is of another type than
 * its field is named in `errors`.
 */
export function plainValue(given: Given): unknown {
  const { field, value, path, everyLocale } = given;
  if (value === undefined) return value;
  if (value === null) return emptyOf(given);
  if (everyLocale && 'localized' in field && field.localized && isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([lang, text]) => [
        lang,
        plainValue({ ...given, value: text, path: `${path}.${lang}`, everyLocale: false }),
      ]),
    );
  }
  return byType(given);
}

/** Rows and groups are emptied in their parts: Payload knows no group that is not there. */
function emptyOf(given: Given): unknown {
  if (given.field.type === 'array') return [];
  return given.field.type === 'group' ? wrong(given) : null;
}

function byType(given: Given): unknown {
  const { field, value } = given;
  switch (field.type) {
    case 'textarea':
    case 'text':
      if ('hasMany' in field && field.hasMany) return manyTexts(given);
      return typeof value === 'string' ? text(given, value) : wrong(given);
    case 'checkbox':
      return typeof value === 'boolean' ? value : wrong(given);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : wrong(given);
    case 'array':
      if (!Array.isArray(value)) return wrong(given);
      return isShort(given, value)
        ? value.map((row, at) => parts(given, row, `.${String(at)}`))
        : undefined;
    case 'group':
      return parts(given, value, '');
    default:
      // Choices, references and dates are checked by Payload against what there is.
      return value;
  }
}

function manyTexts(given: Given): unknown {
  const { value } = given;
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string')) {
    return wrong(given);
  }
  if (!isShort(given, value)) return undefined;
  return [...new Set(value.map((entry: string) => text(given, entry)).filter(Boolean))];
}

function parts(given: Given, row: unknown, at: string): unknown {
  const { field, path } = given;
  if (!isRecord(row)) return wrong({ ...given, path: path + at });
  const fields = (field as unknown as { fields: Field[] }).fields;
  const byName = new Map(
    fields.flatMap((own) => ('name' in own ? [[own.name, own] as const] : [])),
  );
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const own = byName.get(name) as FieldAffectingData | undefined;
      if (own)
        return [name, plainValue({ ...given, field: own, value, path: `${path}${at}.${name}` })];
      if (name !== 'id')
        given.errors.push({ field: `${path}${at}.${name}`, code: 'field_unknown' });
      return [name, value];
    }),
  );
}
