import { readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

interface Header {
  required?: boolean;
  schema: object;
}
interface Media {
  schema?: object;
}
interface Response {
  $ref?: string;
  headers?: Record<string, { $ref?: string }>;
  content?: Record<string, Media>;
}
export interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean; schema: object }[];
  responses: Record<string, Response>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { headers: Record<string, Header> };
}

/** The document that portal developers have, not the program's own idea of it. */
export const openapi = JSON.parse(
  readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'),
) as Document;

/** One answer as it came over the wire. */
export interface Answered {
  method: string;
  /** Path and query as asked. */
  address: string;
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** As it was sent, or already decompressed and without its Content-Encoding. */
  body: Buffer;
}

const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: {
    date: /^\d{4}-\d\d-\d\d$/,
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
    binary: true,
  },
});
ajv.addSchema(openapi, 'openapi');

/** Under what a part of the document is found by a reference into it. */
const pointer = (...parts: string[]) =>
  parts
    .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');

function check(at: string, value: unknown): string[] {
  const validate: ValidateFunction =
    ajv.getSchema(`openapi#/${at}`) ?? ajv.compile({ $ref: `openapi#/${at}` });
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
  );
}

/** The path of the document that an address stands for. */
function templateOf(pathname: string): string | undefined {
  const parts = pathname.split('/');
  return Object.keys(openapi.paths).find((template) => {
    const wanted = template.split('/');
    const fits = (part: string, at: number) =>
      part === parts[at] || (part.startsWith('{') && parts[at] !== '');
    return wanted.length === parts.length && wanted.every(fits);
  });
}

/** For people, so not in the document: the page that is made from it. */
const PAGES = ['/v1/', '/v1/docs'];
/** What everything that is not described is answered with. */
const REFUSALS = [400, 401, 404, 405, 429, 503];

const PROBLEM = pointer('components', 'schemas', 'Problem');
const UNPACK: Record<string, (body: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync }; // prettier-ignore

function jsonOf({ headers, body }: Answered): unknown {
  const unpack = UNPACK[String(headers['content-encoding'])] ?? ((bytes: Buffer) => bytes);
  return JSON.parse(unpack(body).toString('utf8'));
}

const mediaOf = ({ headers }: Answered) => String(headers['content-type']).split(';')[0] ?? '';

/**
 * What of an answer under /v1 the OpenAPI document does not say: a status, a header, a type of
 * content, a body. Empty when a client made from the document understands the answer.
 */
export function contractFaults(answered: Answered): string[] {
  const { method, address, status } = answered;
  const [pathname = ''] = address.split('?');
  if (!pathname.startsWith('/v1/') || PAGES.includes(pathname) || method === 'OPTIONS') return [];
  const template = templateOf(pathname);
  const verb = method === 'HEAD' ? 'get' : method.toLowerCase();
  const operation = template === undefined ? undefined : openapi.paths[template]?.[verb];
  const faults =
    template === undefined || operation === undefined
      ? refusalFaults(answered)
      : responseFaults(answered, { at: ['paths', template, verb], operation });
  return faults.map((fault) => `${method} ${address} (${String(status)}): ${fault}`);
}

function refusalFaults(answered: Answered): string[] {
  if (!REFUSALS.includes(answered.status)) return ['is not in the document'];
  if (answered.method === 'HEAD') return [];
  if (mediaOf(answered) !== 'application/problem+json')
    return [`${mediaOf(answered)} is no problem`];
  return check(PROBLEM, jsonOf(answered));
}

function responseFaults(
  answered: Answered,
  { at, operation }: { at: string[]; operation: Operation },
): string[] {
  const status = String(answered.status);
  const response = operation.responses[status];
  if (!response) return ['no such status in the document'];
  return [
    ...headerFaults(answered, response),
    ...contentFaults(answered, { at: [...at, 'responses', status], response }),
  ];
}

function headerFaults({ headers }: Answered, response: Response): string[] {
  return Object.entries(response.headers ?? {}).flatMap(([name, { $ref }]) => {
    const described = openapi.components.headers[$ref?.split('/').at(-1) ?? ''];
    if (!described) return [`${name} is not described`];
    const value = headers[name.toLowerCase()];
    if (value === undefined) return described.required ? [`${name} is missing`] : [];
    const faults = check(pointer('components', 'headers', name, 'schema'), value);
    return faults.map((fault) => `${name}: ${fault}`);
  });
}

function contentFaults(
  answered: Answered,
  { at, response }: { at: string[]; response: Response },
): string[] {
  const { content } = response;
  if (answered.method === 'HEAD') return [];
  if (!content) return answered.body.length === 0 ? [] : ['a body where none is described'];
  const media = mediaOf(answered);
  const described = content[media] ? media : '*/*';
  if (!content[described]) return [`${media} is not in the document`];
  if (!/[/+]json$/.test(described)) return [];
  return check(pointer(...at, 'content', described, 'schema'), jsonOf(answered));
}

/** Throws with every fault of the answer. */
export function assertContract(answered: Answered): void {
  const faults = contractFaults(answered);
  if (faults.length > 0) throw new Error(`Not as docs/openapi.json says:\n${faults.join('\n')}`);
}
