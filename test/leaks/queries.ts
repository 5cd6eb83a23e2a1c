import type { Random } from './random';

const OPERATORS = [
  ...['equals', 'not_equals', 'in', 'not_in', 'all', 'exists', 'like', 'not_like', 'contains'],
  ...['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'],
  ...['near', 'within', 'intersects', 'constructor', '__proto__', '$where', '$gt', 'regex', ''],
];
const VALUES = [
  ...['', '0', '1', '-1', 'true', 'false', 'null', 'undefined', 'NaN', '1e999', '1,2', ',', '[]'],
  ...[
    '{}',
    '{"a":1}',
    '[object Object]',
    "'",
    '"',
    "' OR 1=1 --",
    '%',
    '_',
    '\\',
    '*',
    '(',
    '.*+?[',
  ],
  ...['\u0000', '\ufffd', '\ud83d\ude00', 'ế', 'a'.repeat(3_000), '9'.repeat(40), '-0', '0x10'],
  ...[
    '2026-02-31',
    '2026-01-01T00:00:00Z',
    '9999999-99-99',
    'Infinity',
    '10,20,30',
    '106,21,1000,0',
  ],
  ...[
    '../../etc/passwd',
    '${7*7}',
    '{{7*7}}',
    '<script>',
    'draft',
    'hl-0000000000',
    'vi',
    'en',
    'all',
  ],
];
const ODD = [
  ...['__proto__', 'constructor', 'prototype', 'toString', '', ' ', '.', '..', 'a.b.c', '$where'],
  ...['id.id', '-', '--title', 'title.vi', 'title.', '.title', '0', 'and', 'or', 'version', 'hash'],
  ...['_id', '"', "'", '[', ']', 'ế', 'a'.repeat(300), 'relationTo', 'value', 'createdAt', 'id'],
];

export interface Grammar {
  /** Names of fields, and paths through references. */
  fields: string[];
  /** Parameters that the address knows. */
  parameters: string[];
}

const encode = (text: string) => {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%FF';
  }
};

function field(random: Random, { fields }: Grammar): string {
  const one = () => (random.chance(0.75) ? random.pick(fields) : random.pick(ODD));
  return random.chance(0.2) ? `${one()}.${one()}` : one();
}

/** `[title][like]`, deeper with `and` and `or`, and now and then broken off. */
function wherePath(random: Random, grammar: Grammar, depth = 0): string {
  if (depth < 4 && random.chance(0.25)) {
    const at = random.pick(['0', '1', '', '-1', '1000000', 'x']);
    return `[${random.pick(['and', 'or', 'AND'])}][${at}]${wherePath(random, grammar, depth + 1)}`;
  }
  const path = `[${field(random, grammar)}]`;
  if (random.chance(0.1)) return path;
  const tail = random.chance(0.15) ? `[${random.pick(['', '0', 'x', 'equals'])}]` : '';
  return `${path}[${random.pick(OPERATORS)}]${tail}`;
}

function whereJson(random: Random, grammar: Grammar): string {
  const value = random.pick([
    ...VALUES,
    null,
    1,
    -1,
    true,
    [],
    [null],
    {},
    { a: 1 },
    [[]],
  ] as const);
  const condition = { [field(random, grammar)]: { [random.pick(OPERATORS)]: value } };
  const whole = random.pick<unknown>([
    condition,
    { and: [condition] },
    { and: condition },
    { or: [condition, null] },
    { [field(random, grammar)]: value },
    [condition],
    value,
  ]);
  return JSON.stringify(whole) ?? 'x';
}

function parameter(random: Random, grammar: Grammar): string {
  const name = random.pick([...grammar.parameters, ...grammar.parameters, random.pick(ODD)]);
  if (name === 'where') {
    if (random.chance(0.3)) return `where=${encode(whereJson(random, grammar))}`;
    const path = wherePath(random, grammar);
    return `where${path}=${encode(random.pick(VALUES))}`;
  }
  const shape = random.pick(['', '', '', '[]', '[0]', '[x]', `[${field(random, grammar)}]`]);
  const value = random.chance(0.4) ? field(random, grammar) : random.pick(VALUES);
  return `${encode(name)}${shape}=${encode(value)}`;
}

/** One to four parameters, each near to what is right or far from it. */
export function randomQuery(random: Random, grammar: Grammar): string {
  const count = 1 + random.below(4);
  return Array.from({ length: count }, () => parameter(random, grammar)).join('&');
}
