/** What readers ask of a site with many materials, in the parts in which they ask it. */
import { disguised, expected, hasStatus, IDENTITY, sameAs } from './answers.mjs';
import { request } from './connection.mjs';

const HOT = 50;
const WALK = 20;
/** Of a hundred requests: items that are ready, items a client has, items and pages that have to be made. */
const PARTS = { known: 80, notModified: 10, item: 8, page: 2 };

async function hotItems(base, sample) {
  const found = [];
  for (const { identifier, title } of sample.slice(0, HOT)) {
    const at = `/v1/materials/${identifier}`;
    const isRight = (body) => JSON.parse(body).title === title;
    const answer = await expected(base + at, { isRight });
    const tagged = { ...IDENTITY, 'If-None-Match': answer.headers.get('etag') };
    found.push({
      known: { bytes: request(at, IDENTITY), check: sameAs(answer, at) },
      notModified: { bytes: request(at, tagged), check: hasStatus(304, at) },
    });
  }
  return found;
}

async function somePages(base) {
  const found = [];
  let cursor = '';
  for (let n = 0; n < WALK; n += 1) {
    const at = `/v1/materials?limit=20&sort=-modifiedAt&lang=vi${cursor ? `&cursor=${cursor}` : ''}`;
    found.push(at);
    cursor = (await (await fetch(base + at, { headers: IDENTITY })).json()).next;
  }
  return found;
}

const pick = (all) => all[Math.floor(Math.random() * all.length)];

/** Gives the next request of the mix; `queries` are searches that come in addition, one in a hundred. */
export async function readersOf({ base, sample, queries = [] }) {
  const hot = await hotItems(base, sample);
  const pages = await somePages(base);
  const made = (at) => {
    const path = disguised(at);
    return { bytes: request(path, IDENTITY), check: hasStatus(200, path) };
  };
  const kinds = {
    known: () => pick(hot).known,
    notModified: () => pick(hot).notModified,
    item: () => made(`/v1/materials/${pick(sample).identifier}`),
    page: () => made(pick(pages)),
  };
  const drawn = Object.entries(PARTS).flatMap(([kind, part]) => Array(part).fill(kinds[kind]));
  if (queries.length > 0) drawn.push(() => made(pick(queries)));
  return () => pick(drawn)();
}
