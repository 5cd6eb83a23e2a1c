import { readFileSync } from 'node:fs';

/** The subset of JSON Schema (OpenAPI 3.1) that Meilisearch's own description uses. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  minimum?: number;
}

interface Parameter {
  name: string;
  in: 'path' | 'query';
  required?: boolean;
  schema: Schema;
}

type Content = Record<string, { schema: Schema }>;

interface Operation {
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, { content?: Content }>;
}

interface Description {
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const description = JSON.parse(
  readFileSync(new URL('../contract/meilisearch-openapi.json', import.meta.url), 'utf8'),
) as Description;

/**
 * Where the description differs from what the server (1.50.0, tried) takes and gives: lists of
 * patterns are plain lists, and a multi-search that is not federated answers list by list.
 */
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
description.components.schemas.AttributePatterns = { type: 'array', items: { type: 'string' } };
const multiSearch = description.paths['/multi-search']?.post?.responses['200']?.content;
if (multiSearch) {
  const results: Schema = { type: 'array', items: ref('SearchResult') };
  const listed: Schema = { type: 'object', required: ['results'], properties: { results } };
  const federated = multiSearch['application/json']?.schema ?? {};
  multiSearch['application/json'] = { schema: { oneOf: [listed, federated] } };
}

export interface Sent {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
}

/** What is wrong with a request, or with the answer to it, by Meilisearch's description. */
export function faultsOf(sent: Sent, answer: { status: number; body: unknown }): string[] {
  const operation = operationOf(sent);
  const name = `${sent.method} ${sent.path}`;
  if (!operation) return [`${name} is no operation`];
  return [...requestFaults(operation, sent), ...answerFaults(operation, answer)].map(
    (fault) => `${name}: ${fault}`,
  );
}

function operationOf({ method, path }: Sent): Operation | undefined {
  const parts = path.split('/');
  const found = Object.entries(description.paths).find(([template]) => {
    const wanted = template.split('/');
    return (
      wanted.length === parts.length &&
      wanted.every((part, at) => part.startsWith('{') || part === parts[at])
    );
  });
  return found?.[1][method.toLowerCase()];
}

function requestFaults(operation: Operation, { query, body }: Sent): string[] {
  const faults: string[] = [];
  const known = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  for (const [name, text] of query) {
    const parameter = known.find((one) => one.name === name);
    if (!parameter) faults.push(`?${name} is unknown`);
    else
      faults.push(...schemaFaults(parameter.schema, readParameter(parameter.schema, text), name));
  }
  for (const { name, required } of known) {
    if (required && !query.has(name)) faults.push(`?${name} is missing`);
  }
  const schema = operation.requestBody?.content['application/json']?.schema;
  if (schema) return [...faults, ...schemaFaults(schema, body, 'body')];
  return body === undefined ? faults : [...faults, 'a body where none is taken'];
}

function readParameter(schema: Schema, text: string): unknown {
  const { type, items } = resolve(schema);
  if (type === 'array') return text.split(',').map((one) => readParameter(items ?? {}, one));
  return type === 'integer' ? Number(text) : text;
}

function answerFaults(
  { responses }: Operation,
  { status, body }: { status: number; body: unknown },
): string[] {
  if (status >= 400) return [];
  const schema = responses[String(status)]?.content?.['application/json']?.schema;
  return schema ? schemaFaults(schema, body, 'answer', true) : [`answers no ${String(status)}`];
}

const resolve = (schema: Schema): Schema =>
  schema.$ref
    ? resolve(description.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {})
    : schema;

/** `open`: properties of which the description says nothing are allowed, as in hits. */
function schemaFaults(given: Schema, value: unknown, at: string, open = false): string[] {
  const schema = resolve(given);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) {
    const each = choices.map((choice) => schemaFaults(choice, value, at, open));
    return each.some((faults) => faults.length === 0) ? [] : (each.at(-1) ?? []);
  }
  const all = (schema.allOf ?? []).flatMap((part) => schemaFaults(part, value, at, true));
  return [...all, ...typeFaults(schema, value, at), ...partFaults(schema, value, at, open)];
}

function typeFaults({ type, enum: values, minimum }: Schema, value: unknown, at: string): string[] {
  const wanted = [type ?? []].flat();
  if (wanted.length > 0 && !typesOf(value).some((own) => wanted.includes(own))) {
    return [`${at} is ${typesOf(value).join('/')}, not ${wanted.join('/')}`];
  }
  if (values && !values.includes(value)) return [`${at} is ${JSON.stringify(value)}`];
  const tooSmall = minimum !== undefined && typeof value === 'number' && value < minimum;
  return tooSmall ? [`${at} is below ${String(minimum)}`] : [];
}

function typesOf(value: unknown): string[] {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  if (Number.isInteger(value)) return ['integer', 'number'];
  return [typeof value];
}

function partFaults(schema: Schema, value: unknown, at: string, open: boolean): string[] {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.flatMap((one) => schemaFaults(items, one, `${at}[]`, open)) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const missing = (schema.required ?? []).filter((name) => !(name in value));
  const faults = missing.map((name) => `${at}.${name} is missing`);
  for (const [name, part] of Object.entries(value)) {
    const own = schema.properties?.[name];
    const { additionalProperties: others } = schema;
    if (own) faults.push(...schemaFaults(own, part, `${at}.${name}`, open));
    else if (typeof others === 'object')
      faults.push(...schemaFaults(others, part, `${at}.${name}`, open)); // prettier-ignore
    else if (schema.properties && !open) faults.push(`${at}.${name} is unknown`);
  }
  return faults;
}
