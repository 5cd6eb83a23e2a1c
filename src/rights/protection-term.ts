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

/** A year that may not be known: as `NaN` it is neither before nor after any other. */
const known = (year: number | null | undefined): number => year ?? Number.NaN;
const isUnknown = (year: number): boolean => Number.isNaN(year);

/** A pen name alone leaves the work anonymous until a real name is known (Art. 27). */
const isAnonymous = (work: WorkFacts, authors: Author[]): boolean =>
  !!work.anonymous ||
  (authors.length > 0 && authors.every((a) => !filled(a.name) && filled(a.penName)));

/** The year of first publication; unknown also when it is not known whether it was published. */
const publishedIn = (work: WorkFacts): number =>
  work.published === 'yes' ? known(work.firstPublishedYear) : Number.NaN;

const publicationGap = (work: WorkFacts): TermStep => {
  if (work.published !== 'yes') return step('publication_unknown');
  return step('publication_year_missing');
};

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
  const [fixed, first] = [known(work.fixedYear), publishedIn(work)];
  if (first < fixed) found.push(step('published_before_fixed', { fixed, year: first }));
  const past = [work.fixedYear, work.firstPublishedYear, ...authors.map(({ died }) => died)];
  for (const future of past.map(known))
    if (future > year) found.push(step('year_in_future', { year: future }));
  for (const author of authors) {
    const [born, died] = [known(author.born), known(author.died)];
    if (born > died || (author.living && !isUnknown(died)))
      found.push(step('life_contradicts', { name: nameOf(author) }));
  }
  return found;
};

/** Year of death of the last surviving author; unknown as long as one of them is. */
const lastDeath = (authors: Author[]): number => Math.max(...authors.map((a) => known(a.died)));

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

  const death = anonymous ? Number.NaN : lastDeath(authors);
  const first = publishedIn(work);
  if (first > death)
    return verdict('manual_review', step('posthumous', { year: first, died: death }));

  const fixed = known(work.fixedYear);
  const closes = fixed + rules.publishWithinYears;
  const fromFixation = rules.publicationTypes.includes(work.workType);
  if (fromFixation || anonymous) {
    if (work.published === 'no') {
      if (!fromFixation) return verdict('undetermined', step('anonymous_unpublished'));
      if (isUnknown(fixed)) return verdict('undetermined', step('fixation_unknown'));
      if (yearOf(today) <= closes)
        return verdict('undetermined', step('may_still_publish', { date: lastDayOf(closes) }));
      reasoning.push(step('never_published', { date: lastDayOf(closes) }));
      reasoning.push(step('from_fixation', { year: fixed }));
      return until(fixed + rules.yearsFromFixation);
    }
    if (isUnknown(first)) return verdict('undetermined', publicationGap(work));
    if (first < rules.personBeforeYear)
      return verdict('manual_review', step('published_long_ago', { year: first }));
    if (fromFixation && isUnknown(fixed)) reasoning.push(step('fixation_assumed'));
    if (fromFixation && first > closes) {
      reasoning.push(step('published_late', { year: first, date: lastDayOf(closes) }));
      reasoning.push(step('from_fixation', { year: fixed }));
      return until(fixed + rules.yearsFromFixation);
    }
    reasoning.push(step('from_publication', { year: first }));
    return until(first + rules.yearsFromPublication);
  }

  const unknown = authors.filter((a) => !a.living && a.died == null);
  if (unknown.length > 0)
    return verdict(
      'undetermined',
      ...unknown.map((a) => step('death_unknown', { name: nameOf(a) })),
    );
  const living = authors.filter((a) => a.living);
  if (living.length > 0)
    return verdict('protected', ...living.map((a) => step('author_living', { name: nameOf(a) })));
  if (work.published !== 'no' && isUnknown(first))
    return verdict('undetermined', publicationGap(work));
  reasoning.push(step(authors.length > 1 ? 'last_death' : 'from_death', { year: death }));
  return until(death + rules.yearsAfterDeath);
};
