import { describe, expect, it } from 'vitest';
import { isSupported } from './require-version';

describe('isSupported', () => {
  it('takes 1.50 and what came after', () => {
    for (const version of ['1.50.0', '1.53.1', '2.0.0', '1.50.0-rc.1']) {
      expect(isSupported(version), version).toBe(true);
    }
    for (const version of ['1.49.9', '1.5.0', '0.30.0', '']) {
      expect(isSupported(version), version).toBe(false);
    }
  });
});
