const NAMES = new Set(['VN', 'VNM', 'VIETNAM']);

/** Whether a country or nationality is Vietnam's: the ISO code, or the name as people write it. */
export const isVietnam = (value: string | null | undefined): boolean =>
  NAMES.has(
    (value ?? '')
      .normalize('NFD')
      .toUpperCase()
      .replace(/[^A-Z]/g, ''),
  );
