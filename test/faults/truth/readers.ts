import { random } from '../office';
import { itemAddresses, LIST_ADDRESSES, SEARCH_ADDRESS } from './answers';

/** One answer that came whole. */
export interface Read {
  base: string;
  address: string;
  status: number;
  body: string;
  tag: string | null;
  /** The tag that was sent with the question. */
  sent: string | undefined;
  from: number;
  to: number;
}

/** A question without an answer. */
export interface Failure {
  base: string;
  address: string;
  problem: string;
  from: number;
  to: number;
}

export interface Reading {
  reads: Read[];
  failures: Failure[];
  stop(): Promise<void>;
}

/** Between two questions of one reader: the load is steady, not the most that the machine can bear. */
const PAUSE_MS = 8;
/** A process that was killed is asked again soon, so that its first answers are heard. */
const RETRY_MS = 20;
const ENCODINGS = ['identity', 'gzip', 'br'];

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Four readers a process, until they are stopped: items, lists, search, and what they have already. */
export function keepReading(bases: string[], identifiers: string[], seed: number): Reading {
  const chance = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const items = identifiers.flatMap(itemAddresses);
  const addresses = [...items, ...LIST_ADDRESSES];
  const reads: Read[] = [];
  const failures: Failure[] = [];
  /** Tags in the order they were heard in, from any process. */
  const tags = new Map<string, string[]>();
  /** The same text is kept once. */
  const texts = new Map<string, string>();
  let stopped = false;

  function keep(read: Read): void {
    const body = texts.get(read.body) ?? read.body;
    texts.set(body, body);
    reads.push({ ...read, body });
    if (read.status !== 200 || read.tag === null) return;
    const heard = tags.get(read.address) ?? [];
    if (heard.at(-1) !== read.tag) tags.set(read.address, [...heard, read.tag]);
  }

  async function read(base: string, address: string, sent?: string): Promise<void> {
    const from = performance.now();
    try {
      const response = await fetch(base + address, {
        headers: {
          'Accept-Encoding': pick(ENCODINGS),
          ...(sent === undefined ? {} : { 'If-None-Match': sent }),
        },
      });
      const body = await response.text();
      const { status, headers } = response;
      keep({ base, address, status, body, tag: headers.get('etag'), sent, from, to: performance.now() }); // prettier-ignore
      await pause(PAUSE_MS);
    } catch (error) {
      const problem = String((error as { cause?: unknown }).cause ?? error);
      failures.push({ base, address, problem, from, to: performance.now() });
      await pause(RETRY_MS);
    }
  }

  /** Mostly with the newest tag of the address, else with an old one, or with that of another. */
  function again(base: string): Promise<void> {
    const address = pick(addresses);
    const heard = tags.get(chance() < 0.1 ? pick(addresses) : address) ?? [];
    return read(base, address, chance() < 0.7 ? heard.at(-1) : pick(heard));
  }

  const loop = async (work: () => Promise<void>) => {
    while (!stopped) await work();
  };
  const going = bases.flatMap((base) => [
    loop(() => read(base, pick(items))),
    loop(() => read(base, pick(LIST_ADDRESSES))),
    loop(() => read(base, SEARCH_ADDRESS)),
    loop(() => again(base)),
  ]);
  return {
    reads,
    failures,
    async stop() {
      stopped = true;
      await Promise.all(going);
    },
  };
}
