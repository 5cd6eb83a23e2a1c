import { expect, it } from 'vitest';
import { acknowledgeSchema } from './writes';

const some = (count: number) =>
  Array.from({ length: count }, (_, at) => `hl-${String(at).padStart(10, '0')}`);

it('takes two hundred acknowledged materials in one call and no more', () => {
  expect(acknowledgeSchema.safeParse({ identifiers: some(200) }).success).toBe(true);
  expect(acknowledgeSchema.safeParse({ identifiers: some(201) }).success).toBe(false);
});
