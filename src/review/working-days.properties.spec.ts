import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../rights/civil-date';
import { drawnNearDay } from '../rights/drawn.fixture';
import { dueDay, firstDayInTime, isWorkingDay, workingDaysBetween } from './working-days';

const some = fc.integer({ min: 1, max: 60 });

describe('the review clock, from any day', () => {
  it('counts as many working days to the day due as the step may take', () => {
    fc.assert(
      fc.property(drawnNearDay, fc.nat(60), (from, days) => {
        expect(workingDaysBetween(from, dueDay(from, days))).toBe(days);
      }),
    );
  });

  it('is due on a working day, and on the first that is enough', () => {
    fc.assert(
      fc.property(drawnNearDay, some, (from, days) => {
        const due = dueDay(from, days);
        expect(isWorkingDay(due)).toBe(true);
        expect(workingDaysBetween(from, addDays(due, -1))).toBe(days - 1);
      }),
    );
  });

  it('is due no earlier when it began later, or may take longer', () => {
    fc.assert(
      fc.property(drawnNearDay, fc.nat(30), fc.nat(30), (from, later, days) => {
        expect(dueDay(addDays(from, later), days) >= dueDay(from, days)).toBe(true);
        expect(dueDay(from, days + 1) > dueDay(from, days)).toBe(true);
      }),
    );
  });

  it('counts the same in one go and in two', () => {
    fc.assert(
      fc.property(drawnNearDay, fc.nat(90), fc.nat(90), (from, first, second) => {
        const middle = addDays(from, first);
        const to = addDays(middle, second);
        expect(workingDaysBetween(from, to)).toBe(
          workingDaysBetween(from, middle) + workingDaysBetween(middle, to),
        );
      }),
    );
  });

  it('holds overdue what began before the first day in time, and nothing that began since', () => {
    fc.assert(
      fc.property(drawnNearDay, fc.nat(30), (today, days) => {
        const first = firstDayInTime(today);
        expect(dueDay(addDays(first, days)) >= today).toBe(true);
        expect(dueDay(addDays(first, -1 - days)) < today).toBe(true);
      }),
    );
  });
});
