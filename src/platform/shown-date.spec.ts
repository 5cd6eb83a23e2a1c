import { expect, it } from 'vitest';
import { shownDate } from './shown-date';

it('shows a moment as its day in Hanoi and leaves a civil day where it is', () => {
  expect(shownDate('2026-11-25T18:30:00Z')).toBe('26/11/2026');
  expect(shownDate('2026-12-24')).toBe('24/12/2026');
  expect(shownDate('sau Tết')).toBe('sau Tết');
});
