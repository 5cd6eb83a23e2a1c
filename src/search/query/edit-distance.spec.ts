import { describe, expect, it } from 'vitest';
import { editDistance } from './edit-distance';

describe('editDistance', () => {
  it.each([
    ['xuyen', 'xuyen', 0],
    ['xuyem', 'xuyen', 1],
    ['sihn', 'sinh', 1],
    ['thuog', 'thuong', 1],
    ['thoungg', 'thuong', 2],
    ['', 'a', 1],
    ['giao', 'duc', 3],
    ['abcdef', 'ghijkl', 3],
  ])('from %j to %j', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
  });
});
