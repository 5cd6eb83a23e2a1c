import licences from './data/licences.json';
import type { LicenceFacts } from './types';

/** The licences the project ships, by code, for the specs. */
export const licence = (code: string): LicenceFacts => {
  const found = (licences as unknown as LicenceFacts[]).find((item) => item.code === code);
  if (!found) throw new Error(`no licence ${code}`);
  return found;
};

export const CC_CODES = [
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-SA-4.0',
  'CC-BY-ND-4.0',
  'CC-BY-NC-ND-4.0',
  'CC0-1.0',
  'CC-PDM-1.0',
] as const;
