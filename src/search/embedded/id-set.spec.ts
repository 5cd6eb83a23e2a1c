import { describe, expect, it } from 'vitest';
import { both, eachId, either, NO_IDS, readIds, replaced, type IdSet } from './id-set';

const idsOf = (set: IdSet): number[] => {
  const ids: number[] = [];
  eachId(set, (id) => ids.push(id));
  expect(set.size).toBe(ids.length);
  return ids;
};

describe('a set of documents', () => {
  it('has the ids it was read from', () => {
    expect(idsOf(readIds('1,31,32,33,99999'))).toEqual([1, 31, 32, 33, 99999]);
    expect(idsOf(readIds(''))).toEqual([]);
  });

  it('meets and joins another of any length', () => {
    const [a, b] = [readIds('1,5,31,64'), readIds('5,31,32')];
    expect(idsOf(both(a, b))).toEqual([5, 31]);
    expect(idsOf(either(a, b))).toEqual([1, 5, 31, 32, 64]);
    expect(idsOf(both(a, NO_IDS))).toEqual([]);
    expect(idsOf(either(NO_IDS, b))).toEqual([5, 31, 32]);
  });

  it('takes in what some documents have become, and nothing else', () => {
    const set = readIds('1,5,31');
    expect(idsOf(replaced(set, [5, 6, 700], readIds('6,700')))).toEqual([1, 6, 31, 700]);
    expect(idsOf(replaced(set, [900], NO_IDS))).toEqual([1, 5, 31]);
    expect(idsOf(set)).toEqual([1, 5, 31]);
  });
});
