import fc from 'fast-check';
import { openapi } from '../helpers/openapi';

/** One request as it goes over the wire. */
export interface Hostile {
  method: string;
  address: string;
  headers: Record<string, string>;
  body?: string;
}

/** What this server knows, so that a good part of the requests gets past the door. */
export interface Known {
  identifiers: string[];
  files: string[];
  /** Of lists, of search, of the feed. */
  cursors: string[];
  /** Words of the published texts. */
  words: string[];
  codes: string[];
  key: string;
}

const NASTY = [
  ...['', ' ', '\u0000', '\ufffd', '\ufeff', '\u202e', '\u200b', 'ế', 'e\u0302\u0301', 'ﬃ', 'İ', 'ß'],
  ...['*', '"', '""', "'", '-', '--', '^', '(', ')', '()', ':', '{}', '[]', '\\', '/', '%', '_', '+'],
  ...['a*', 'title:a', 'NEAR(', 'NEAR(a b, 9)', 'a AND', 'OR', 'NOT', 'a OR b NOT c', '"a', 'a" OR "b'],
  ...["' OR 1=1 --", '; DROP TABLE x', '${7*7}', '{{7*7}}', '<script>', '../../etc/passwd', '%00'],
  ...['__proto__', 'constructor', 'toString', 'null', 'undefined', 'NaN', 'true', '[object Object]'],
  ...['-1', '0', '1', '100', '101', '1e9', '9'.repeat(40), '0x10', '1.5', '٣', '１', 'Infinity'],
  ...['2026-04-01', '2026-02-31', '0000-00-00', '9999-12-31', '2026-04-01T00:00:00+07:00', '+275760-09-13'],
  ...['vi', 'en', 'fr', 'json', 'dc', 'title', '-modifiedAt', 'relevance', ',', ',,,', 'a,b,c'],
  ...['👩‍👩‍👧‍👦', '\u{10ffff}', 'a'.repeat(299), 'ế'.repeat(300), 'a '.repeat(150), 'z'.repeat(3_000)],
]; // prettier-ignore

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'binary-ascii', maxLength: 300 }),
);

/** Near to a real one: cut, doubled, with a letter changed. */
const mangled = (real: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      real,
      fc.nat(60),
      fc.constantFrom('cut', 'double', 'change', 'case', 'marks'),
      fc.string(),
    )
    .map(([whole, at, how, other]) => {
      if (how === 'cut') return whole.slice(0, at);
      if (how === 'double') return whole + whole;
      if (how === 'case') return whole.toUpperCase();
      if (how === 'marks') return whole.normalize('NFD');
      return whole.slice(0, at) + other + whole.slice(at + 1);
    });

/** As people and programs write it, and as neither does. */
const written = (value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(value, fc.nat(49)).map(([whole, how]) => {
    const coded = encodeURIComponent(whole);
    if (how === 0) return coded.replace(/%/g, '%25');
    if (how === 1) return coded.slice(0, -1);
    if (how === 2) return `${coded}%`;
    if (how === 3) return `${coded}%FF%C3%28`;
    if (how === 4) return whole.replace(/[^!-~]|[#?&]/g, '+');
    return coded;
  });

function valueFor(name: string, known: Known): fc.Arbitrary<string> {
  const word = fc.constantFrom(...known.words);
  const phrase = fc.array(fc.oneof({ weight: 5, arbitrary: word }, mangled(word)), {
    maxLength: 40,
  });
  const usual = new Map<string, fc.Arbitrary<string>>(
    Object.entries({
      q: phrase.map((words) => words.join(' ')),
      cursor: fc.constantFrom(...known.cursors),
      since: fc.constantFrom(...known.cursors),
      limit: fc.integer({ min: -2, max: 120 }).map(String),
      lang: fc.constantFrom('vi', 'en'),
      format: fc.constantFrom('json', 'jsonld', 'dc'),
      facets: fc.subarray(['subject', 'level', 'type', 'department', 'licence', 'x']).map(String),
      sort: fc.constantFrom('-modifiedAt', 'title', 'publishedAt', 'relevance', '-publishedAt'),
      updatedSince: fc
        .date({ min: new Date('2019-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString()),
    }),
  );
  const real = usual.get(name) ?? fc.uniqueArray(fc.constantFrom(...known.codes), { maxLength: 60 }).map(String); // prettier-ignore
  return fc.oneof(
    { weight: 14, arbitrary: real },
    { weight: 2, arbitrary: mangled(real) },
    { weight: 2, arbitrary: fc.constantFrom(...NASTY) },
    { weight: 1, arbitrary: text },
  );
}

function query(names: string[], known: Known): fc.Arbitrary<string> {
  const name = fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.constantFrom(...NASTY) },
  );
  const pair = name.chain((one) =>
    written(valueFor(one, known)).map((value) => [encodeURIComponent(one), value] as const),
  );
  // Given twice most parameters are refused at once, so that is rare.
  const pairs = fc.oneof(
    { weight: 9, arbitrary: fc.uniqueArray(pair, { maxLength: 5, selector: ([one]) => one }) },
    { weight: 1, arbitrary: fc.array(pair, { maxLength: 5 }) },
  );
  return pairs.map((all) =>
    all.length > 0 ? `?${all.map((one) => one.join('=')).join('&')}` : '',
  );
}

/** What stands in the place of `{identifier}`, `{id}`, `{scheme}`. */
function part(name: string, known: Known): fc.Arbitrary<string> {
  const real = fc.constantFrom(
    ...(name === 'scheme' ? ['types', 'subjects', 'level'] : name === 'id' ? known.files : known.identifiers), // prettier-ignore
  );
  return fc.oneof(
    { weight: 6, arbitrary: real },
    { weight: 2, arbitrary: written(mangled(real)) },
    { weight: 2, arbitrary: written(fc.constantFrom(...NASTY)) },
    { weight: 1, arbitrary: written(text) },
  );
}

function address(path: string, names: string[], known: Known): fc.Arbitrary<string> {
  const pieces = path
    .split('/')
    .map((piece) => (piece.startsWith('{') ? part(piece.slice(1, -1), known) : fc.constant(piece)));
  const pathname = fc.tuple(...pieces).map((parts) => parts.join('/'));
  return fc.tuple(pathname, query(names, known)).map((parts) => parts.join(''));
}

/** Latin-1 without what Node refuses to send. */
const headerText = fc
  .string({ unit: 'binary', maxLength: 80 })
  .map((value) => value.replace(/[^\t -~\u00a0-\u00ff]/g, '').trim());

function headers(known: Known): fc.Arbitrary<Record<string, string>> {
  const key = fc.constantFrom(`Bearer ${known.key}`, 'Bearer kho_x', 'Bearer', 'Basic YTpi');
  const one = (...usual: string[]) => fc.oneof(fc.constantFrom(...usual), headerText);
  const others = fc.record(
    {
      accept: one('application/json', 'application/xml', '*/*;q=0', 'text/html', 'a/b', ','),
      'accept-encoding': one('br', 'gzip', 'br;q=0, *', 'identity;q=0', 'gzip;q=2', '*;q=0'),
      'if-none-match': one('*', '"x"', 'W/"x"', '"', ','),
      'if-modified-since': one('Wed, 01 Apr 2026 02:15:00 GMT', '0', 'yesterday'),
      range: one('bytes=0-0', 'bytes=-1', 'bytes=5-1', 'bytes=0-1,3-4', 'bytes=9999999999-'),
      'if-range': one('"x"', 'Wed, 01 Apr 2026 02:15:00 GMT'),
      'x-forwarded-for': one('1.2.3.4', '::1, x', ','),
      'x-request-id': one('abcdefgh-1', 'a b'),
    },
    { requiredKeys: [] },
  );
  const authorization = fc.oneof(
    { weight: 24, arbitrary: fc.constant(undefined) },
    { weight: 3, arbitrary: key },
    { weight: 1, arbitrary: headerText },
  );
  return fc
    .tuple(others, authorization)
    .map(([rest, shown]) => (shown === undefined ? rest : { ...rest, authorization: shown }));
}

const reading = fc.oneof(
  { weight: 16, arbitrary: fc.constant('GET') },
  { weight: 3, arbitrary: fc.constant('HEAD') },
  { weight: 1, arbitrary: fc.constantFrom('OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH', 'TRACE') },
);

/** Bodies of what may be written: near to right, and far from it. */
function body(known: Known): fc.Arbitrary<string> {
  const identifiers = fc.array(part('identifier', known), { maxLength: 30 });
  const near = fc.record(
    {
      identifiers: fc.oneof(identifiers, fc.string(), fc.constant(null)),
      cursor: fc.oneof(fc.constantFrom(...known.cursors), text, fc.integer()),
      name: text,
      contact: text,
      capacity: fc.constantFrom('author', 'owner', 'king'),
      grounds: fc.constantFrom('copyright', 'other', ''),
      statement: fc.oneof(text, fc.constant('Trang 4 dùng ảnh của tôi.'), fc.constant('a'.repeat(9_000))), // prettier-ignore
    },
    { requiredKeys: [] },
  );
  return fc.oneof(
    { weight: 5, arbitrary: near.map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: text },
  );
}

const WRITES = ['/v1/changes/ack', '/v1/takedowns'];
const TYPES = ['application/json', 'application/json', 'application/json', 'application/json; charset=x', 'application/x-www-form-urlencoded', 'text/csv', '']; // prettier-ignore

function writing(known: Known): fc.Arbitrary<Hostile> {
  return fc
    .record({
      address: fc.tuple(fc.constantFrom(...WRITES), query(['lang'], known)).map((all) => all.join('')), // prettier-ignore
      type: fc.constantFrom(...TYPES),
      key: fc.constantFrom<Record<string, string>>({ authorization: `Bearer ${known.key}` }, {}),
      body: body(known),
    })
    .map(({ type, key, ...rest }) => ({
      ...rest,
      method: 'POST',
      headers: { 'content-type': type, ...key },
    }));
}

/** Requests to every operation of the document, and beside it. */
export function hostileRequests(known: Known): fc.Arbitrary<Hostile> {
  const operations = Object.entries(openapi.paths).flatMap(([path, { get }]) => {
    if (!get) return [];
    const names = (get.parameters ?? [])
      .filter((one) => one.in === 'query')
      .map(({ name }) => name);
    return [address(path, names, known)];
  });
  const search = address('/v1/search', ['q', 'q', 'facets', 'subject', 'sort', 'cursor', 'limit'], known); // prettier-ignore
  const beside = fc.tuple(fc.constantFrom('/v1/', '/v1', '/hoc-lieu/', '/assets/', '/?q='), written(text)); // prettier-ignore
  const read = fc.record({
    method: reading,
    address: fc.oneof(
      { weight: 8, arbitrary: fc.oneof(...operations) },
      { weight: 4, arbitrary: search },
      { weight: 1, arbitrary: beside.map((parts) => parts.join('')) },
    ),
    headers: headers(known),
  });
  return fc.oneof({ weight: 12, arbitrary: read }, { weight: 1, arbitrary: writing(known) });
}
