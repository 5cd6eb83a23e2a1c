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

/** The parts of one working copy on a page, and which of them shows a field. */
export interface Places<P extends string = string> {
  names: readonly P[];
  of: (to: Pick<ConditionView, 'field' | 'tab'>) => P;
  /** Where the page opens when the address names no part. */
  first?: P;
  /** The browser's way back leads from part to part. */
  steps?: boolean;
}

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

export const MATERIAL_PLACES: Places<MaterialTab> = {
  names: MATERIAL_TABS,
  of: ({ tab }) => TAB_OF_CONDITION[tab],
};
