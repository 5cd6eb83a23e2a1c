import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, yearOf } from './civil-date';
import rules from './data/term-rules.json';
import { drawnAuthors, drawnDay, drawnWork } from './drawn.fixture';
import { type WorkFacts, protectionTerm } from './protection-term';
import type { RightsRecord } from './types';

const fromPublication = (work: WorkFacts) =>
  !!work.anonymous || rules.publicationTypes.includes(work.workType ?? '');
const fromDeath = drawnWork.filter((work) => !fromPublication(work));
const latestYear = ({ fixedYear, firstPublishedYear, authors }: WorkFacts) =>
  Math.max(
    ...[fixedYear, firstPublishedYear, ...(authors ?? []).map((a) => a.died)].map((y) => y ?? 0),
  );
const CONTRADICTIONS = ['published_before_fixed', 'year_in_future', 'life_contradicts'];
const outcome = (work: WorkFacts, today: string) => protectionTerm(work, today).outcome;

describe('the term of protection of any work', () => {
  it('never ends before fifty years after each author’s death', () => {
    fc.assert(
      fc.property(fromDeath, drawnDay, (work, today) => {
        const { lastDay } = protectionTerm(work, today);
        fc.pre(lastDay !== null);
        for (const { died } of work.authors ?? [])
          expect(yearOf(lastDay)).toBeGreaterThanOrEqual((died ?? Infinity) + 50);
      }),
    );
  });

  it('never ends before seventy-five years after it was made, where publication counts', () => {
    fc.assert(
      fc.property(drawnWork.filter(fromPublication), drawnDay, (work, today) => {
        const { lastDay } = protectionTerm(work, today);
        fc.pre(lastDay !== null);
        expect(yearOf(lastDay)).toBeGreaterThanOrEqual((work.fixedYear ?? 0) + 75);
      }),
    );
  });

  it('protects through its last day, a 31 December, and frees on the next, a 1 January', () => {
    fc.assert(
      fc.property(drawnWork, drawnDay, (work, today) => {
        const { lastDay } = protectionTerm(work, today);
        fc.pre(lastDay !== null);
        // On the last day itself, what happened later would still be to come.
        fc.pre(latestYear(work) <= yearOf(lastDay));
        const next = addDays(lastDay, 1);
        expect([lastDay.slice(4), next.slice(4)]).toEqual(['-12-31', '-01-01']);
        expect(protectionTerm(work, lastDay)).toMatchObject({ outcome: 'protected', lastDay });
        expect(protectionTerm(work, next)).toMatchObject({ outcome: 'public_domain', lastDay });
        expect(outcome(work, today)).toBe(today > lastDay ? 'public_domain' : 'protected');
      }),
    );
  });

  it('has a last day whenever it is said to have ended', () => {
    fc.assert(
      fc.property(drawnWork, drawnDay, (work, today) => {
        const term = protectionTerm(work, today);
        if (term.outcome === 'public_domain') expect(term.lastDay).not.toBeNull();
        else if (term.outcome !== 'protected') expect(term.lastDay).toBeNull();
      }),
    );
  });

  it('once ended, has ended on every later day', () => {
    fc.assert(
      fc.property(drawnWork, drawnDay, drawnDay, (work, one, other) => {
        const [earlier, later] = [one, other].sort() as [string, string];
        fc.pre(outcome(work, earlier) === 'public_domain');
        expect(outcome(work, later)).toBe('public_domain');
      }),
    );
  });

  it('is not shortened by a co-author who died later', () => {
    fc.assert(
      fc.property(drawnWork, drawnDay, fc.nat(40), (work, today, years) => {
        fc.pre(!work.anonymous);
        const authors = work.authors ?? [];
        const died = Math.max(...authors.map((author) => author.died ?? 1900)) + years;
        const more = { ...work, authors: [...authors, { name: 'A', nationality: 'VN', died }] };
        const [alone, together] = [protectionTerm(work, today), protectionTerm(more, today)];
        if (alone.outcome === 'protected') expect(together.outcome).not.toBe('public_domain');
        if (alone.lastDay && together.lastDay) expect(together.lastDay >= alone.lastDay).toBe(true);
      }),
    );
  });

  it('is not said to have ended while one author’s death is unknown', () => {
    fc.assert(
      fc.property(fromDeath, drawnDay, (work, today) => {
        const unknown = { name: 'A', nationality: 'VN' };
        const more = { ...work, authors: [...(work.authors ?? []), unknown] };
        expect(['undetermined', 'manual_review']).toContain(outcome(more, today));
      }),
    );
  });

  it('is not said to have ended because a fact is no longer known', () => {
    const forgotten: Partial<WorkFacts>[] = [
      { workType: null },
      { country: '' },
      { fixedYear: null },
      { published: null },
      { published: 'unknown' },
      { firstPublishedYear: null },
    ];
    fc.assert(
      fc.property(drawnWork, drawnDay, fc.constantFrom(...forgotten), (work, today, less) => {
        const before = protectionTerm(work, today);
        fc.pre(before.outcome !== 'public_domain');
        fc.pre(!before.reasoning.some(({ code }) => CONTRADICTIONS.includes(code)));
        expect(outcome({ ...work, ...less }, today)).not.toBe('public_domain');
      }),
    );
  });

  it('does not depend on the order of the authors', () => {
    const inAnyOrder = drawnAuthors.chain((authors) =>
      fc.tuple(
        fc.constant(authors),
        fc.shuffledSubarray(authors, { minLength: authors.length, maxLength: authors.length }),
      ),
    );
    fc.assert(
      fc.property(drawnWork, inAnyOrder, drawnDay, (work, [authors, shuffled], today) => {
        fc.pre(!work.anonymous);
        const { outcome: expected, lastDay } = protectionTerm({ ...work, authors }, today);
        expect(protectionTerm({ ...work, authors: shuffled }, today)).toMatchObject({
          outcome: expected,
          lastDay,
        });
      }),
    );
  });

  it('does not depend on the basis, nor on who owns it', () => {
    fc.assert(
      fc.property(drawnWork, drawnWork, drawnDay, (work, { basis }, today) => {
        const owned: RightsRecord = { ...work, basis, owner: { kind: 'state', name: 'Nhà nước' } };
        expect(protectionTerm(owned, today)).toEqual(protectionTerm(work, today));
      }),
    );
  });
});
