import { lastDayOf, yearOf } from './civil-date';
import rules from './data/term-rules.json';
import { isVietnam } from './is-vietnam';
import type { Author, RightsRecord, TermOutcome } from './types';

export type WorkFacts = Pick<
  RightsRecord,
  | 'workType'
  | 'authors'
  | 'anonymous'
  | 'fixedYear'
  | 'published'
  | 'firstPublishedYear'
  | 'country'
  | 'basis'
  | 'ai'
>;

/** One line of the reasoning: the text is `rights:term.<code>`. */
export type TermStep = { code: string; params: Record<string, string | number> };

export type ProtectionTerm = {
  outcome: TermOutcome;
  /** Last day of protection; null when it has none or it can't be told. */
  lastDay: string | null;
  reasoning: TermStep[];
  ruleVersion: string;
};

const step = (code: string, params: TermStep['params'] = {}): TermStep => ({ code, params });

const filled = (value: string | null | undefined): value is string => !!value?.trim();

const nameOf = (author: Author): string => author.name?.trim() || author.penName?.trim() || '?';

/** A pen name alone leaves the work anonymous until a real name is known (Art. 27). */
const isAnonymous = (work: WorkFacts, authors: Author[]): boolean =>
  !!work.anonymous ||
  (authors.length > 0 && authors.every((a) => !filled(a.name) && filled(a.penName)));

/** What a calculation can't do without, or must not believe. */
const gaps = (work: WorkFacts, authors: Author[], anonymous: boolean, year: number): TermStep[] => {
  const found: TermStep[] = [];
  if (!filled(work.country)) found.push(step('country_missing'));
  if (work.anonymous && authors.some((a) => filled(a.name))) found.push(step('anonymous_named'));
  if (!anonymous) {
    if (authors.length === 0) found.push(step('authors_missing'));
    for (const author of authors) {
      if (!filled(author.name) && !filled(author.penName)) found.push(step('author_name_missing'));
      if (!filled(author.nationality))
        found.push(step('nationality_missing', { name: nameOf(author) }));
    }
  }
  const { fixedYear: fixed, firstPublishedYear: first } = work;
  if (fixed != null && first != null && work.published === 'yes' && first < fixed)
    found.push(step('published_before_fixed', { fixed, year: first }));
  for (const future of [fixed, first, ...authors.map((a) => a.died)])
    if (future != null && future > year) found.push(step('year_in_future', { year: future }));
  for (const author of authors) {
    const { born, died, living } = author;
    if (died != null && (living || (born != null && born > died)))
      found.push(step('life_contradicts', { name: nameOf(author) }));
  }
  return found;
};

/** The year of first publication, or why it can't be used. */
const publication = (work: WorkFacts): { year: number } | { gap: TermStep } => {
  if (work.published !== 'yes') return { gap: step('publication_unknown') };
  if (work.firstPublishedYear == null) return { gap: step('publication_year_missing') };
  return { year: work.firstPublishedYear };
};

/** Year of death of the last surviving author, when all are known to have died. */
const lastDeath = (authors: Author[]): number | null => {
  if (authors.length === 0 || authors.some((a) => a.living || a.died == null)) return null;
  return Math.max(...authors.map((a) => a.died ?? 0));
};

/**
 * The term of protection of a work (IP Law Art. 27, as amended), with its reasoning line by line.
 * It never replaces a named decision: what the law leaves open goes to a person.
 *
 * @param today the day in Hanoi, `YYYY-MM-DD`
 */
export const protectionTerm = (work: WorkFacts, today: string): ProtectionTerm => {
  const reasoning: TermStep[] = [];
  const verdict = (outcome: TermOutcome, ...steps: TermStep[]): ProtectionTerm => ({
    outcome,
    lastDay: null,
    reasoning: [...reasoning, ...steps],
    ruleVersion: rules.ruleVersion,
  });
  const until = (endYear: number): ProtectionTerm => {
    const lastDay = lastDayOf(endYear);
    const ended = today > lastDay;
    reasoning.push(step(ended ? 'ended' : 'runs_until', { date: lastDay }));
    return { ...verdict(ended ? 'public_domain' : 'protected'), lastDay };
  };

  if (work.basis === 'official_document')
    return verdict('not_protected', step('official_document'));
  if (work.ai?.use === 'generated') return verdict('not_protected', step('ai_generated'));
  if (!work.workType) return verdict('undetermined', step('work_type_missing'));
  if (rules.personTypes.includes(work.workType))
    return verdict('manual_review', step('related_right'));

  const authors = work.authors ?? [];
  const foreigner = authors.find((a) => filled(a.nationality) && !isVietnam(a.nationality));
  if (filled(work.country) && !isVietnam(work.country))
    return verdict('manual_review', step('foreign_country', { country: work.country.trim() }));
  if (foreigner)
    return verdict('manual_review', step('foreign_author', { name: nameOf(foreigner) }));

  const anonymous = isAnonymous(work, authors);
  const missing = gaps(work, authors, anonymous, yearOf(today));
  if (missing.length > 0) return verdict('undetermined', ...missing);
  if (anonymous)
    reasoning.push(
      work.anonymous
        ? step('anonymous')
        : step('pen_name_only', { name: authors.map(nameOf).join(', ') }),
    );

  const death = anonymous ? null : lastDeath(authors);
  const first = publication(work);
  if (death != null && 'year' in first && first.year > death)
    return verdict('manual_review', step('posthumous', { year: first.year, died: death }));

  const fromFixation = rules.publicationTypes.includes(work.workType);
  if (fromFixation || anonymous) {
    if (work.published === 'no') {
      if (!fromFixation) return verdict('undetermined', step('anonymous_unpublished'));
      if (work.fixedYear == null) return verdict('undetermined', step('fixation_unknown'));
      const closes = work.fixedYear + rules.publishWithinYears;
      if (yearOf(today) <= closes)
        return verdict('undetermined', step('may_still_publish', { date: lastDayOf(closes) }));
      reasoning.push(step('never_published', { date: lastDayOf(closes) }));
      reasoning.push(step('from_fixation', { year: work.fixedYear }));
      return until(work.fixedYear + rules.yearsFromFixation);
    }
    if ('gap' in first) return verdict('undetermined', first.gap);
    if (first.year < rules.personBeforeYear)
      return verdict('manual_review', step('published_long_ago', { year: first.year }));
    if (fromFixation && work.fixedYear == null) reasoning.push(step('fixation_assumed'));
    if (fromFixation && work.fixedYear != null) {
      const closes = work.fixedYear + rules.publishWithinYears;
      if (first.year > closes) {
        reasoning.push(step('published_late', { year: first.year, date: lastDayOf(closes) }));
        reasoning.push(step('from_fixation', { year: work.fixedYear }));
        return until(work.fixedYear + rules.yearsFromFixation);
      }
    }
    reasoning.push(step('from_publication', { year: first.year }));
    return until(first.year + rules.yearsFromPublication);
  }

  const unknown = authors.filter((a) => !a.living && a.died == null);
  if (unknown.length > 0)
    return verdict(
      'undetermined',
      ...unknown.map((a) => step('death_unknown', { name: nameOf(a) })),
    );
  const living = authors.filter((a) => a.living);
  if (living.length > 0 || death == null)
    return verdict('protected', ...living.map((a) => step('author_living', { name: nameOf(a) })));
  if (work.published !== 'no' && 'gap' in first) return verdict('undetermined', first.gap);
  reasoning.push(step(authors.length > 1 ? 'last_death' : 'from_death', { year: death }));
  return until(death + rules.yearsAfterDeath);
};
