import { answerText, NOT_FOUND, SEARCH_ADDRESS } from './answers';
import type { Read } from './readers';
import { hitSubject, titleSubject } from './truth';
import type { Versions } from './versions';

export interface Verdict {
  /** Answers that were never true, with what was wrong. */
  wrong: string[];
  /** Answers that had been replaced for longer than is promised. */
  stale: string[];
  /** The longest that one was still given after it was replaced, in milliseconds. */
  longest: { direct: number; search: number };
}

interface Hit {
  identifier: string;
  highlights: { title: string | null };
}
interface Found {
  items: Hit[];
  total: number;
  next: string | null;
}

/** Holds every answer against what was true between its question and its end. */
export function judge(input: {
  reads: Read[];
  versions: Versions;
  identifiers: string[];
  /** From then on an answer that was replaced is stale. */
  promisedMs: { direct: number; search: number };
}): Verdict {
  const { reads, versions, identifiers, promisedMs } = input;
  const verdict: Verdict = { wrong: [], stale: [], longest: { direct: 0, search: 0 } };
  const bodyOfTag = tagBodies(reads, verdict);
  const searchBody = remembering((body: string) => partsOf(body, identifiers));

  function weigh(read: Read, subject: string, text: string): void {
    const kind = read.address === SEARCH_ADDRESS ? 'search' : 'direct';
    const age = versions.age(subject, { text, from: read.from, to: read.to });
    const what = `${read.base}${read.address}, ${String(read.status)}, ${subject}: ${text.slice(0, 400)} … ${text.slice(-100)}`;
    if (age === undefined) verdict.wrong.push(what);
    else if (age > promisedMs[kind]) verdict.stale.push(`${age.toFixed(0)} ms: ${what}`);
    verdict.longest[kind] = Math.max(verdict.longest[kind], age ?? 0);
  }

  for (const read of reads) {
    if (read.address === SEARCH_ADDRESS) {
      const parts = read.status === 200 ? searchBody(read.body) : undefined;
      for (const [subject, text] of parts ?? []) weigh(read, subject, text);
      if (!parts) verdict.wrong.push(`search: ${String(read.status)} ${read.body}`);
    } else if (read.status === 304) {
      const body = read.tag === read.sent ? bodyOfTag(read.address, read.tag) : undefined;
      weigh(read, read.address, body ?? '304 for a tag that it never had');
    } else {
      weigh(read, read.address, answerText(read.status, read.body));
    }
  }
  return verdict;
}

/** What each tag of an address stands for; one that stands for two bodies is wrong. */
function tagBodies(reads: Read[], verdict: Verdict) {
  const known = new Map<string, string>();
  const place = (address: string, tag: string | null) => `${address} ${tag ?? ''}`;
  for (const { address, status, tag, body } of reads) {
    if (status !== 200) continue;
    const before = known.get(place(address, tag));
    if (tag === null) verdict.wrong.push(`${address} without a tag`);
    else if (before !== undefined && before !== body) {
      verdict.wrong.push(`${address}: ${tag} stands for two bodies`);
    }
    known.set(place(address, tag), body);
  }
  return (address: string, tag: string | null): string | undefined => {
    const body = known.get(place(address, tag));
    return body === undefined ? undefined : answerText(200, body);
  };
}

/**
 * What an answer of search says of each material: the index may follow one sooner than another, so
 * they are held against the truth one by one. Undefined where the whole of it makes no sense.
 */
function partsOf(body: string, identifiers: string[]): [string, string][] | undefined {
  const { items, total, next } = JSON.parse(body) as Found;
  const byIdentifier = new Map(items.map((hit) => [hit.identifier, hit]));
  const known = [...byIdentifier.keys()].every((one) => identifiers.includes(one));
  const whole = byIdentifier.size === items.length && total === items.length && next === null;
  if (!known || !whole || JSON.stringify(JSON.parse(body)) !== body) return undefined;
  return identifiers.flatMap((identifier): [string, string][] => {
    const hit = byIdentifier.get(identifier);
    if (!hit) return [[hitSubject(identifier), NOT_FOUND]];
    const { highlights, ...summary } = hit;
    return [
      [hitSubject(identifier), JSON.stringify(summary)],
      [titleSubject(identifier), String(highlights.title)],
    ];
  });
}

function remembering<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const fresh = work(text);
    known.set(text, fresh);
    return fresh;
  };
}
