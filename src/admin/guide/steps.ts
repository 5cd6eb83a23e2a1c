import type { ConditionView, WorkbenchView } from '../../review/view-models';
import { TAB_OF_CONDITION, type Places } from '../material/tabs';

/** In the address after `#`; those that the full form has too are named alike. */
export const GUIDE_STEPS = ['tep', 'mo-ta', 'quyen', 'nop'] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

type Where = Pick<ConditionView, 'field' | 'tab'>;

/** The department's word for the whole is given at the end, where the whole is read once more. */
export function stepOf({ field, tab }: Where): GuideStep {
  if (field.startsWith('declarations')) return 'nop';
  return TAB_OF_CONDITION[tab] as GuideStep;
}

export const numberOf = (step: GuideStep): number => GUIDE_STEPS.indexOf(step) + 1;

/** How many conditions each step leaves open. */
export function openIn(step: GuideStep, lines: readonly Where[]): number {
  return lines.filter((line) => stepOf(line) === step).length;
}

/** Where somebody who comes back goes on: the first step that lacks something, else the last. */
export function resumeAt(missing: readonly Where[]): GuideStep {
  return GUIDE_STEPS.find((step) => openIn(step, missing) > 0) ?? 'nop';
}

export function guidePlaces(view: Pick<WorkbenchView, 'missing'>): Places<GuideStep> {
  return { names: GUIDE_STEPS, of: stepOf, first: resumeAt(view.missing), steps: true };
}

/** Handed in or decided upon: the guide has nothing to ask any more. */
export const isUnderHand = ({ state }: Pick<WorkbenchView, 'state'>): boolean =>
  state === 'draft' || state === 'returned';
