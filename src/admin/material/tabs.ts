import type { ConditionView } from '../../review/view-models';

/** In the address after `#`, in the language of the office. */
export const MATERIAL_TABS = [
  'mo-ta',
  'tep',
  'quyen',
  'trao-doi',
  'lich-su',
  'ban-cong-bo',
] as const;
export type MaterialTab = (typeof MATERIAL_TABS)[number];

export const TAB_OF_CONDITION: Record<ConditionView['tab'], MaterialTab> = {
  describe: 'mo-ta',
  files: 'tep',
  rights: 'quyen',
};

/** Where a field stands, by its path; what belongs to the declared rights is asked on that tab. */
export function tabOfField(field: string): ConditionView['tab'] {
  if (/^(rights|embargoUntil|intendedUse|declarations)/.test(field)) return 'rights';
  return field.startsWith('items') ? 'files' : 'describe';
}
