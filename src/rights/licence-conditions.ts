import { BASIS_REQUIREMENTS } from './basis-requirements';
import {
  CC_ZERO,
  PUBLIC_DOMAIN_MARK,
  adapterLicences,
  grantExcess,
  isCharted,
  licenceExcess,
  mayLicenseAdaptation,
} from './licence-compatibility';
import { protectionTerm } from './protection-term';
import { type ClearanceReason, RULES, unmet } from './reason-codes';
import { isFree } from './record-conditions';
import { vietnamese } from './text-facts';
import type { IntendedUse, LicenceFacts, RightsRecord } from './types';

export type LicenceInput = {
  record: RightsRecord;
  licence: LicenceFacts;
  components: readonly RightsRecord[];
  /** The licence of each component, at the component's place; null where it has none. */
  componentLicences: readonly (LicenceFacts | null | undefined)[];
  intendedUse: readonly IntendedUse[];
  today: string;
};

const FIELD = 'rights.licence';

/** The mark, and the rightsstatements.org `NoC` statements, say that a work is free: true or not. */
const saysFree = (licence: LicenceFacts): boolean =>
  licence.code === PUBLIC_DOMAIN_MARK ||
  (licence.kind === 'rights_statement' && licence.code.startsWith('NoC'));

/** What a source can be under when the basis is an open licence; the mark is a statement, no licence. */
export const isOpen = (licence: LicenceFacts): boolean =>
  licence.kind === 'creative_commons' || licence.code === CC_ZERO;

export const componentName = (component: RightsRecord, index: number): string =>
  component.component?.trim() || vietnamese(component.title) || String(index + 1);

const againstRecord = ({ record, licence, today }: LicenceInput): ClearanceReason[] => {
  const params = { licence: licence.code };
  if (record.ai?.use === 'generated')
    return licence.code === CC_ZERO || licence.code === PUBLIC_DOMAIN_MARK
      ? []
      : [unmet('ai_generated_licence', FIELD, params)];
  const found: ClearanceReason[] = [];
  if (record.basis === 'open_licence' && !isOpen(licence))
    found.push(unmet('licence_not_open', FIELD, params));
  const free = isFree(record, protectionTerm(record, today));
  if (saysFree(licence) && !free && record.basis && record.basis !== 'public_domain')
    found.push(unmet('statement_untrue', FIELD, params));
  if (record.basis === 'official_document' || record.basis === 'public_domain') {
    if (licence.kind === 'creative_commons' || licence.kind === 'local')
      found.push(unmet('licence_on_free_work', FIELD, params));
  }
  const excess = grantExcess(licence, record);
  if (excess.length > 0)
    found.push(
      unmet(
        'licence_too_broad',
        FIELD,
        { ...params, excess: { list: 'excess', codes: excess } },
        record.basis ? BASIS_REQUIREMENTS[record.basis].article : undefined,
      ),
    );
  return found;
};

const againstComponents = (input: LicenceInput): ClearanceReason[] => {
  const { licence, components, componentLicences, intendedUse } = input;
  const adapting = intendedUse.includes('adapt');
  const sources = components.flatMap((_, index) => componentLicences[index]?.code ?? []);
  const found: ClearanceReason[] = [];
  components.forEach((component, index) => {
    const own = componentLicences[index];
    // An adaptation follows the adapter's chart below; what is not on the chart binds as it stands.
    const binds = own && !(adapting && isCharted(own));
    const excess = [
      ...new Set([
        ...grantExcess(licence, component),
        ...(binds ? licenceExcess(licence, own) : []),
      ]),
    ];
    if (excess.length > 0)
      found.push(
        unmet('licence_broader_than_component', FIELD, {
          licence: licence.code,
          component: componentName(component, index),
          excess: { list: 'excess', codes: excess },
        }),
      );
  });
  if (adapting && !mayLicenseAdaptation(licence, sources)) {
    const possible = adapterLicences(sources);
    found.push(
      possible.length > 0
        ? unmet('licence_incompatible', FIELD, {
            licence: licence.code,
            possible: possible.join(', '),
          })
        : unmet('sources_incompatible', FIELD, { sources: [...new Set(sources)].join(', ') }),
    );
  }
  return found;
};

/** Every way in which the licence does not fit the record, the use and the components. */
export const licenceConditions = (input: LicenceInput): ClearanceReason[] => [
  ...againstRecord(input),
  ...againstComponents(input),
];

/** The licences that remain possible, to be proposed; the editor decides. */
export const possibleLicences = <L extends LicenceFacts>({
  licences,
  ...rest
}: Omit<LicenceInput, 'licence'> & { licences: readonly L[] }): L[] =>
  licences.filter((licence) =>
    licenceConditions({ ...rest, licence }).every(({ code }) => RULES[code].stage === 'never'),
  );
