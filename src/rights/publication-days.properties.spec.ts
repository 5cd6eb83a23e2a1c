import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from './civil-date';
import { TODAY, record } from './clearance.fixture';
import noticeDays from './data/notice-days.json';
import { drawnGrant, drawnNearDay } from './drawn.fixture';
import { FIRST_NOTICE_DAYS, dueNotice } from './due-notice';
import { expiry } from './expiry';
import { publicationDays } from './publication-days';
import { recordConditions } from './record-conditions';
import type { RightsRecord } from './types';

const grants = fc.array(drawnGrant, { minLength: 1, maxLength: 5 });
const split = ([rights = {}, ...components]: RightsRecord[]) => ({ rights, components });
const end = (all: RightsRecord[]) => {
  const { rights, components } = split(all);
  return expiry({ record: rights, components });
};
const hasEnded = ({ termTo }: RightsRecord, today: string) =>
  recordConditions({
    record: record({ termTo }),
    licence: null,
    intendedUse: ['open_digital'],
    today,
  }).some(({ code }) => code === 'term_ended');

describe('the day on which a publication comes down', () => {
  it('is the first on which one of its grants is refused as ended', () => {
    fc.assert(
      fc.property(grants, (all) => {
        const day = end(all)?.day ?? null;
        const ended = (today: string) => all.some((one) => hasEnded(one, today));
        expect(ended('9999-12-30')).toBe(day !== null);
        fc.pre(day !== null);
        expect([ended(addDays(day, -1)), ended(day)]).toEqual([false, true]);
      }),
    );
  });

  it('is the same for the parts in any order, and never later with one more', () => {
    fc.assert(
      fc.property(grants, drawnGrant, (all, more) => {
        expect(end([...all].reverse())?.day).toBe(end(all)?.day);
        const before = end(all)?.day ?? '9999-12-31';
        expect((end([...all, more])?.day ?? '9999-12-31') <= before).toBe(true);
      }),
    );
  });

  it('is the day after the last day that is kept with the publication', () => {
    fc.assert(
      fc.property(grants, (all) => {
        const { termEnds, termOf, reviewOn } = publicationDays(split(all));
        expect(termEnds && addDays(termEnds, 1)).toBe(end(all)?.day ?? null);
        expect(termOf === null).toBe(termEnds === null);
        const reviews = all.flatMap(({ nextReview }) => nextReview ?? []);
        if (reviewOn) expect(reviews).toContain(reviewOn);
        for (const review of reviews) expect((reviewOn ?? '') <= review).toBe(true);
      }),
    );
  });
});

/** What the sweeps of these days tell about a day: they remember what was told. */
const told = (day: string, sweeps: readonly string[]) => {
  const notices = new Map<number, string>();
  for (const today of sweeps) {
    const due = dueNotice(day, today);
    if (due && !notices.has(due.step)) notices.set(due.step, today);
  }
  return [...notices];
};
const STEPS = [...noticeDays.before].sort((a, b) => b - a);
const every = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) => addDays(from, index));

describe('the notices about a day to come', () => {
  it('are given each once, on their own day, when every day is swept', () => {
    fc.assert(
      fc.property(drawnNearDay, fc.nat(60), (day, ahead) => {
        const first = addDays(day, -FIRST_NOTICE_DAYS - ahead);
        expect(told(day, every(first, FIRST_NOTICE_DAYS + ahead + 30))).toEqual(
          STEPS.map((step) => [step, addDays(day, -step)]),
        );
      }),
    );
  });

  it('are never given early, twice, or for a step that a later one has overtaken', () => {
    const sweeps = fc.subarray(every(addDays(TODAY, -150), 200));
    fc.assert(
      fc.property(sweeps, (days) => {
        const notices = told(TODAY, days);
        const steps = notices.map(([step]) => step);
        expect(steps).toEqual(STEPS.filter((step) => steps.includes(step)));
        for (const [step, day] of notices) {
          expect(daysBetween(day, TODAY)).toBeLessThanOrEqual(step);
          expect(daysBetween(day, TODAY)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('are one, the nearest, for whoever sweeps late; the next sweep does not repeat it', () => {
    fc.assert(
      fc.property(drawnNearDay, fc.nat(FIRST_NOTICE_DAYS), (day, left) => {
        const late = addDays(day, -left);
        const reached = STEPS.filter((step) => left <= step).at(-1);
        expect(told(day, [late, late])).toEqual([[reached, late]]);
      }),
    );
  });
});
