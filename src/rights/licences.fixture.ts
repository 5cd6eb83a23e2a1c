import reference from '../../seed/reference/licences.json';
import type { LicenceFacts } from './types';

/** The licences the project ships, by code, for the specs. */
export const licence = (code: string): LicenceFacts => {
  const found = (reference.items as LicenceFacts[]).find((item) => item.code === code);
  if (!found) throw new Error(`no licence ${code}`);
  return found;
};

export const CC_CODES = reference.items
  .filter(({ kind }) => kind === 'creative_commons' || kind === 'public_domain')
  .map(({ code }) => code);
