import { BASIS_REQUIREMENTS } from './basis-requirements';
import table from './data/creative-commons.json';
import { needsGrant } from './scope';
import type { Excess, LicenceFacts, RightsRecord } from './types';

export const PUBLIC_DOMAIN_MARK = 'CC-PDM-1.0';
export const CC_ZERO = 'CC0-1.0';

const FAMILY: Readonly<Record<string, string | undefined>> = table.family;
const ADAPTER: Readonly<Record<string, readonly string[] | undefined>> = table.adapterLicence;

/** Whether Creative Commons' chart says what an adaptation of a work under it may carry. */
export const isCharted = (licence: LicenceFacts): boolean => !!FAMILY[licence.code];

/** A Creative Commons licence can't be taken back and knows no border. */
const isForGood = (licence: LicenceFacts): boolean =>
  licence.kind === 'creative_commons' || licence.kind === 'public_domain';

const isShareAlike = (licence: LicenceFacts): boolean =>
  !!licence.conditions?.includes('share_alike') || !!FAMILY[licence.code]?.endsWith('SA');

/**
 * The Creative Commons licences an adapter of these sources may choose: the intersection of what
 * each source allows, by Creative Commons' chart. The mark is a statement, never given by an adapter.
 * Sources outside the suite are left to what was granted for them.
 *
 * @param sources licence codes
 */
export const adapterLicences = (sources: readonly string[]): string[] => {
  const families = sources.flatMap((code) => FAMILY[code] ?? []);
  return Object.entries(table.family)
    .filter(([code]) => code !== PUBLIC_DOMAIN_MARK)
    .filter(([, family]) => families.every((source) => ADAPTER[source]?.includes(family)))
    .map(([code]) => code);
};

/** Whether an adaptation of these sources may carry the licence. */
export const mayLicenseAdaptation = (
  licence: LicenceFacts,
  sources: readonly string[],
): boolean => {
  const families = sources.flatMap((code) => FAMILY[code] ?? []);
  if (families.length === 0) return true;
  if (FAMILY[licence.code]) return adapterLicences(sources).includes(licence.code);
  return families.every((family) => family === 'PD');
};

/** In what respects the licence shown for a whole reaches further than a part's own licence. */
export const licenceExcess = (whole: LicenceFacts, part: LicenceFacts): Excess[] => {
  const wider = (permit: 'copy' | 'share' | 'adapt' | 'commercial') =>
    whole.permits.includes(permit) && !part.permits.includes(permit);
  const found: Excess[] = [];
  if (wider('copy')) found.push('reproduce');
  if (wider('share')) found.push('communicate_to_public');
  if (wider('adapt')) found.push('derive');
  if (wider('commercial')) found.push('commercial');
  if (isShareAlike(part) && whole.permits.includes('adapt') && !isShareAlike(whole))
    found.push('share_alike');
  const gives = whole.permits.length > 0;
  if (
    gives &&
    part.conditions?.includes('attribution') &&
    !whole.conditions?.includes('attribution')
  )
    found.push('attribution');
  if (part.reservedForPortals && !whole.reservedForPortals) found.push('named_portals');
  return found;
};

/** How people write that a grant holds everywhere. */
export const WORLDWIDE: readonly string[] = [
  'worldwide',
  'world',
  '001',
  'toàn thế giới',
  'toàn cầu',
];

/** A territory is unlimited when none is named, or the world is. */
export const isWorldwide = (territory: string | null | undefined): boolean =>
  ['', ...WORLDWIDE].includes((territory ?? '').normalize('NFC').trim().toLowerCase());

/** In what respects a licence reaches further than what the record says was granted. */
export const grantExcess = (licence: LicenceFacts, record: RightsRecord): Excess[] => {
  const rule = record.basis ? BASIS_REQUIREMENTS[record.basis] : null;
  if (!rule) return [];
  const permits = (permit: LicenceFacts['permits'][number]) => licence.permits.includes(permit);
  const gives = licence.permits.length > 0;
  if (rule.restricted) return gives ? ['viewing_only'] : [];
  if (!needsGrant(record)) return [];
  const scope = record.scope ?? [];
  const found: Excess[] = [];
  if (permits('copy') && !scope.includes('reproduce')) found.push('reproduce');
  if (permits('share') && !scope.includes('communicate_to_public'))
    found.push('communicate_to_public');
  if (permits('adapt') && !scope.includes('derive')) found.push('derive');
  if (gives && rule.sublicence && !record.sublicence) found.push('sublicence');
  if (isForGood(licence) && !isWorldwide(record.territory)) found.push('territory');
  if (isForGood(licence) && record.termTo) found.push('term');
  return found;
};
