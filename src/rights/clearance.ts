import { BASIS_REQUIREMENTS } from './basis-requirements';
import { isCivilDate } from './civil-date';
import { componentName, licenceConditions } from './licence-conditions';
import { unrecordedComponents, withQuestions } from './open-questions';
import { askedAnew, isUnanswered } from './taken-over';
import { type ClearanceReason, RULES, unmet } from './reason-codes';
import { recordConditions } from './record-conditions';
import type { Access, IntendedUse, LicenceFacts, RightsRecord } from './types';

export type Purpose = 'submit' | 'approve' | 'publish';

export type ClearanceInput = {
  /** The rights record of the whole; null when there is none yet. */
  record: RightsRecord | null | undefined;
  /** The records of the third-party components, in their order. */
  components?: readonly RightsRecord[] | null;
  /** The licence the record names, in the version that will be shown. */
  licence: LicenceFacts | null | undefined;
  /** The components' licences, each at its component's place. */
  componentLicences?: readonly (LicenceFacts | null | undefined)[] | null;
  /** Empty means the widest ordinary use: open digital publication. */
  intendedUse?: readonly IntendedUse[] | null;
  /** Last day of the embargo, `YYYY-MM-DD`. */
  embargoUntil?: string | null;
  purpose: Purpose;
  /** The day in Hanoi, `YYYY-MM-DD`; for a scheduled publication the day it is scheduled for. */
  today: string;
};

export type Clearance = {
  ok: boolean;
  reasons: ClearanceReason[];
  /** What will refuse at a later step, and what only asks for a look. */
  warnings: ClearanceReason[];
  /** Who may see it once published. */
  access: Access;
  /** False: to be shown only, never handed out as a file. */
  download: boolean;
};

const ORDER = ['submit', 'approve', 'publish'] as const;

const refuses = (reason: ClearanceReason, purpose: Purpose): boolean => {
  const stage = reason.from ?? RULES[reason.code].stage;
  return stage !== 'never' && ORDER.indexOf(stage) <= ORDER.indexOf(purpose);
};

const isRestricted = (record: RightsRecord): boolean =>
  !!record.basis && BASIS_REQUIREMENTS[record.basis].restricted;

const componentConditions = (
  component: RightsRecord,
  index: number,
  rest: { licence: LicenceFacts | null; intendedUse: readonly IntendedUse[]; today: string },
  purpose: Purpose,
): ClearanceReason[] => {
  const at = `rights.components.${index}`;
  const own = recordConditions({ record: component, ...rest });
  if (component.basis === 'open_licence' && !rest.licence)
    own.push(unmet('licence_missing', 'rights.licence'));
  const found = withQuestions(component, own).map((reason) => ({
    ...reason,
    field: reason.field.startsWith('rights.') ? at + reason.field.slice('rights'.length) : at,
  }));
  const count = found.filter((reason) => refuses(reason, purpose)).length;
  if (count === 0) return found;
  const name = componentName(component, index);
  return [unmet('component_not_cleared', at, { component: name, open: count }), ...found];
};

/** An embargo holds through its last day. */
const embargoConditions = (until: string | null | undefined, today: string): ClearanceReason[] => {
  if (!until) return [];
  if (!isCivilDate(until)) return [unmet('date_invalid', 'embargoUntil', { value: until })];
  return until >= today ? [unmet('embargo_active', 'embargoUntil', { date: until })] : [];
};

/** For named portals, and nothing may be done with it: it may be looked at there. */
const isForViewing = (licence: LicenceFacts | null | undefined): boolean =>
  !!licence?.reservedForPortals && licence.permits.length === 0;

/**
 * Whether the rights in a material carry the step that is asked for. Gives every unmet condition,
 * never only the first: `submit` asks for completeness, `approve` for the substance, `publish` for
 * the day as well.
 */
export const clearance = (input: ClearanceInput): Clearance => {
  const { record, purpose, today, embargoUntil } = input;
  const licence = input.licence ?? null;
  const components = input.components ?? [];
  const componentLicences = input.componentLicences ?? [];
  const intendedUse: readonly IntendedUse[] = input.intendedUse?.length
    ? input.intendedUse
    : ['open_digital'];

  const found: ClearanceReason[] = [];
  if (!record) found.push(unmet('rights_missing', 'rights'));
  else {
    const own = recordConditions({ record, licence, intendedUse, today });
    if (!licence) own.push(unmet('licence_missing', 'rights.licence'));
    found.push(...askedAnew(record, withQuestions(record, own)));
  }
  components.forEach((component, index) => {
    const own = componentLicences[index] ?? null;
    found.push(
      ...componentConditions(component, index, { licence: own, intendedUse, today }, purpose),
    );
  });
  if (record && unrecordedComponents(record, components).length > 0)
    found.push(unmet('component_unrecorded', 'rights.components'));
  if (record && isUnanswered(record, 'others_work') && components.length === 0)
    found.push(unmet('components_unanswered', 'rights.components'));
  if (record && licence)
    found.push(
      ...licenceConditions({ record, licence, components, componentLicences, intendedUse, today }),
    );
  found.push(...embargoConditions(embargoUntil, today));

  const all = record ? [record, ...components] : components;
  const restricted = all.some(isRestricted);
  const licences = [licence, ...componentLicences];
  const reserved = licences.some((item) => item?.reservedForPortals);
  if (reserved && !restricted && intendedUse.includes('open_digital'))
    found.push(
      unmet('licence_reserved_for_portals', 'rights.licence', { licence: licence?.code ?? '' }),
    );
  const reasons = found.filter((reason) => refuses(reason, purpose));
  return {
    ok: reasons.length === 0,
    reasons,
    warnings: found.filter((reason) => !refuses(reason, purpose)),
    access:
      restricted || reserved || !intendedUse.includes('open_digital') ? 'named_portals' : 'open',
    download: !restricted && !licences.some(isForViewing),
  };
};
