import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMatcher } from '../highlight';
import { parseQuery } from '../query/parse-query';
import { findInBodies, type Wanted } from './bodies';
import { connect, type Connection } from './connection';
import { createSchema } from './schema';

let connection: Connection;
/** Pieces that were read. */
let read = 0;

beforeEach(async () => {
  const index = await connect(':memory:');
  await createSchema(index);
  read = 0;
  connection = {
    ...index,
    async all(sql, args) {
      const rows = await index.all(sql, args);
      read += rows.length;
      return rows;
    },
  };
});
afterEach(() => {
  connection.close();
});

async function putBody(id: number, passages: string[]): Promise<void> {
  for (const [part, text] of passages.entries()) {
    await connection.run('INSERT INTO passages VALUES (?, ?, ?)', [id, part, text]);
  }
}
const other = (pieces: number) => Array<string>(pieces).fill('khác');

const query = parseQuery('song ho');
const find = createMatcher(query);
const wanted = (id: number, abstract = ''): Wanted => ({
  id,
  find,
  units: query.units.length,
  found: abstract ? find(abstract) : null,
});
async function placesOf(...all: Wanted[]): Promise<(string | undefined)[]> {
  await findInBodies(connection, all);
  return all.map(({ found }) => found?.text);
}

describe('the place of a body that is shown', () => {
  it('is the first that has the whole query, however deep', async () => {
    await putBody(1, ['sông', ...other(40), 'sông và hồ', 'hồ và sông']);
    await putBody(2, ['hồ, sông']);
    expect(await placesOf(wanted(1), wanted(2))).toEqual(['sông và hồ', 'hồ, sông']);
  });

  it('is the first that has most of it where none has all, and none where none has any', async () => {
    await putBody(1, [...other(3), 'sông', 'hồ']);
    await putBody(2, other(9));
    expect(await placesOf(wanted(1), wanted(2))).toEqual(['sông', undefined]);
  });

  it('is in the abstract unless the body has more of the query', async () => {
    await putBody(1, ['hồ']);
    await putBody(2, ['sông, hồ']);
    expect(await placesOf(wanted(1, 'Sông'), wanted(2, 'Sông'))).toEqual(['Sông', 'sông, hồ']);
  });

  it('is not looked for where the abstract has all of it, nor further than it stands', async () => {
    await putBody(1, other(50));
    await putBody(2, ['sông, hồ', ...other(50)]);
    await placesOf(wanted(1, 'Sông hồ'), wanted(2));
    expect(read).toBe(1);
  });

  it('is given up in long books, so that a page of hits is not slow', async () => {
    for (const id of [1, 2, 3]) await putBody(id, [...other(900), 'sông hồ']);
    expect(await placesOf(wanted(1), wanted(2), wanted(3))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(read).toBeLessThan(850);
    expect(read).toBeGreaterThan(700);
  });
});
