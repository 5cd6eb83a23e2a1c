import { addDays, isCivilDate } from './civil-date';
import type { RightsRecord } from './types';

export type Expiry = {
  /** First day, in Hanoi, on which the publication must not be up. */
  day: string;
  /** Why, as the tombstone's reason. */
  code: 'term_ended';
  /** The record whose grant ends first: `rights.termTo` or `rights.components.<n>.termTo`. */
  field: string;
};

/**
 * The first day on which a publication must come down: the day after the earliest granted term of
 * the whole or of a component ends; null when no grant ends. The end of protection, an embargo and
 * a review date take nothing down.
 */
export const expiry = ({
  record,
  components,
}: {
  record: RightsRecord;
  components?: readonly RightsRecord[] | null;
}): Expiry | null => {
  const ends = [
    { to: record.termTo ?? '', field: 'rights.termTo' },
    ...(components ?? []).map((component, index) => ({
      to: component.termTo ?? '',
      field: `rights.components.${index}.termTo`,
    })),
  ].filter(({ to }) => isCivilDate(to));
  const first = ends.reduce<{ to: string; field: string } | null>(
    (least, end) => (least && least.to <= end.to ? least : end),
    null,
  );
  return first && { day: addDays(first.to, 1), code: 'term_ended', field: first.field };
};
