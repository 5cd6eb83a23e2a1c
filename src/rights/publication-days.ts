import { addDays, isCivilDate } from './civil-date';
import { expiry } from './expiry';
import type { RightsRecord } from './types';

type Dated = Pick<RightsRecord, 'termTo' | 'nextReview' | 'component'>;

/** The days that a publication has to keep, as its approved rights say them. */
export interface PublicationDays {
  /** Last day of the narrowest granted term; null when none ends. */
  termEnds: string | null;
  /** Whose term that is: `rights` for the whole, else the name of the component. */
  termOf: string | null;
  /** The earliest day on which a record is to be looked at again. */
  reviewOn: string | null;
}

/** The narrowest of the whole and of its components: each has to be carried by its own grant. */
export function publicationDays(input: {
  rights?: Dated | null;
  components?: readonly Dated[] | null;
}): PublicationDays {
  const rights = input.rights ?? {};
  const components = input.components ?? [];
  const end = expiry({ record: rights, components });
  const at = components.findIndex(
    (_, index) => end?.field === `rights.components.${String(index)}.termTo`,
  );
  const reviews = [rights, ...components]
    .map(({ nextReview }) => nextReview ?? '')
    .filter(isCivilDate)
    .sort();
  return {
    termEnds: end && addDays(end.day, -1),
    termOf: end && (at < 0 ? 'rights' : (components[at]?.component ?? String(at + 1))),
    reviewOn: reviews[0] ?? null,
  };
}
