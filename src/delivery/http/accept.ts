export type Format = 'json' | 'jsonld' | 'dc';
export type Encoding = 'br' | 'gzip' | 'identity';

interface Range {
  value: string;
  q: number;
}

/** The ranges of an Accept or Accept-Encoding header (RFC 9110 § 12.4.2). */
function ranges(header: string): Range[] {
  return header.split(',').flatMap((part) => {
    const [value = '', ...params] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const weight = params.find((param) => param.startsWith('q='));
    const q = weight === undefined ? 1 : Number(weight.slice(2));
    return value ? [{ value, q: q >= 0 && q <= 1 ? q : 0 }] : [];
  });
}

const TYPES: readonly [string, Format][] = [
  ['application/json', 'json'],
  ['application/ld+json', 'jsonld'],
  ['application/xml', 'dc'],
  ['text/xml', 'dc'],
];

function chooseFormat(header: string): Format | undefined {
  const accepted = ranges(header);
  // A browser prefers XML to anything it does not know; a person who follows a link reads JSON.
  if (accepted.length === 0 || accepted.some(({ value }) => value === 'text/html')) return 'json';
  const weight = (type: string): number => {
    const [family = ''] = type.split('/');
    const match = [type, `${family}/*`, '*/*']
      .map((value) => accepted.find((range) => range.value === value))
      .find((range) => range !== undefined);
    return match?.q ?? 0;
  };
  const [best] = TYPES.map(([type, format]) => ({ format, q: weight(type) })).sort(
    (a, b) => b.q - a.q,
  );
  return best && best.q > 0 ? best.format : undefined;
}

function chooseEncoding(header: string): Encoding {
  const accepted = ranges(header);
  const any = accepted.find(({ value }) => value === '*')?.q ?? 0;
  const weight = (name: string) => accepted.find(({ value }) => value === name)?.q ?? any;
  const [br, gzip] = [weight('br'), weight('gzip')];
  if (br > 0 && br >= gzip) return 'br';
  return gzip > 0 ? 'gzip' : 'identity';
}

/** Remembers the few headers that clients really send. */
function remembering<T>(choose: (header: string) => T): (header: string | undefined) => T {
  const known = new Map<string, T>();
  return (header = '') => {
    const found = known.get(header);
    if (found !== undefined) return found;
    const fresh = choose(header);
    if (known.size < 500 && header.length < 300) known.set(header, fresh);
    return fresh;
  };
}

/** The format of a material; undefined when none is acceptable. */
export const formatFor = remembering(chooseFormat);
export const encodingFor = remembering(chooseEncoding);
