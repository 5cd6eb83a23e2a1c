import { BASIS_REQUIREMENTS } from './basis-requirements';
import type { IntendedUse, LicenceFacts, RightsRecord, Scope } from './types';
import { SCOPES } from './types';

const NEEDS: Readonly<Record<IntendedUse, readonly Scope[]>> = {
  open_digital: ['reproduce', 'communicate_to_public'],
  named_portals: ['reproduce', 'communicate_to_public'],
  print: ['reproduce', 'distribute'],
  adapt: ['derive'],
};

/** The rights a use needs (IP Law Art. 20), in the order of the vocabulary. */
export const neededScope = (uses: readonly IntendedUse[]): Scope[] => {
  const needed = new Set(uses.flatMap((use) => NEEDS[use]));
  return SCOPES.filter((scope) => needed.has(scope));
};

/** Output of AI alone is nobody's, so nobody needs to grant it. */
export const needsGrant = (record: RightsRecord): boolean =>
  !!record.basis &&
  BASIS_REQUIREMENTS[record.basis].scope === null &&
  record.ai?.use !== 'generated';

/** The rights at hand: granted by the paper, or following from the basis where no grant is needed. */
export const effectiveScope = (record: RightsRecord, licence: LicenceFacts | null): Scope[] => {
  if (!record.basis) return [];
  if (record.ai?.use === 'generated') return [...SCOPES];
  const given = BASIS_REQUIREMENTS[record.basis].scope;
  if (given === null) return record.scope ?? [];
  if (given !== 'licence') return [...given];
  const permits = licence?.permits ?? [];
  return SCOPES.filter(
    (scope) =>
      (scope === 'reproduce' && permits.includes('copy')) ||
      ((scope === 'communicate_to_public' || scope === 'distribute') &&
        permits.includes('share')) ||
      (scope === 'derive' && permits.includes('adapt')),
  );
};
