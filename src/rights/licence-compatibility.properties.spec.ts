import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../seed/reference/licences.json';
import { BASIS_REQUIREMENTS } from './basis-requirements';
import { TODAY, record } from './clearance.fixture';
import { drawnCode, drawnGrant, drawnLicence } from './drawn.fixture';
import { adapterLicences, mayLicenseAdaptation } from './licence-compatibility';
import { possibleLicences } from './licence-conditions';
import { CC_CODES, licence } from './licences.fixture';
import type { IntendedUse, LicenceFacts, RightsRecord } from './types';

const sources = fc.array(drawnCode, { maxLength: 4 });
const within = (narrow: readonly string[], wide: readonly string[]) => {
  expect(narrow.filter((code) => !wide.includes(code))).toEqual([]);
};

describe('what an adapter may choose', () => {
  it('is what each of the sources allows, taken together in any order', () => {
    fc.assert(
      fc.property(sources, sources, sources, (one, two, three) => {
        const both = adapterLicences([...one, ...two]);
        expect(both).toEqual(adapterLicences([...two, ...one]));
        expect(both).toEqual(adapterLicences(one).filter((c) => adapterLicences(two).includes(c)));
        expect(adapterLicences([...one, ...two, ...three])).toEqual(
          adapterLicences([...three, ...one, ...two]),
        );
        expect(adapterLicences([...one, ...one])).toEqual(adapterLicences(one));
      }),
    );
  });

  it('is never widened by one more source, and lies within what each allows', () => {
    fc.assert(
      fc.property(sources, drawnCode, (some, more) => {
        const together = adapterLicences([...some, more]);
        within(together, adapterLicences(some));
        for (const source of [...some, more]) within(together, adapterLicences([source]));
      }),
    );
  });

  it('is nothing as soon as one source forbids adaptations', () => {
    fc.assert(
      fc.property(sources, fc.constantFrom('CC-BY-ND-4.0', 'CC-BY-NC-ND-4.0'), (some, nd) => {
        expect(adapterLicences([...some, nd])).toEqual([]);
        for (const code of CC_CODES)
          expect(mayLicenseAdaptation(licence(code), [...some, nd])).toBe(false);
      }),
    );
  });

  it('may be given exactly when it may for each source alone', () => {
    fc.assert(
      fc.property(drawnLicence, sources, (whole, some) => {
        expect(mayLicenseAdaptation(whole, some)).toBe(
          some.every((source) => mayLicenseAdaptation(whole, [source])),
        );
      }),
    );
  });

  it('permits nothing that a source does not', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CC_CODES), fc.constantFrom(...CC_CODES), (code, source) => {
        fc.pre(mayLicenseAdaptation(licence(code), [source]));
        within(licence(code).permits, licence(source).permits);
      }),
    );
  });
});

type Part = { component: RightsRecord; own: LicenceFacts | null };
const part: fc.Arbitrary<Part> = fc.record({ component: drawnGrant, own: fc.option(drawnLicence) });
const uses = fc.subarray<IntendedUse>(['open_digital', 'named_portals', 'print', 'adapt'], {
  minLength: 1,
});
const accepted = (parts: readonly Part[], intendedUse: IntendedUse[], licences: LicenceFacts[]) =>
  possibleLicences({
    licences,
    record: record(),
    components: parts.map(({ component }) => component),
    componentLicences: parts.map(({ own }) => own),
    intendedUse,
    today: TODAY,
  });
const parts = fc.array(part, { maxLength: 3 });
const offered = reference.items as LicenceFacts[];

const GRANTED = { copy: 'reproduce', share: 'communicate_to_public', adapt: 'derive' } as const;

describe('a licence accepted for a whole', () => {
  it('permits nothing that the licence of a part does not, adapted or not', () => {
    fc.assert(
      fc.property(parts, uses, drawnLicence, (some, use, whole) => {
        fc.pre(accepted(some, use, [whole]).length > 0);
        for (const { own } of some) if (own) within(whole.permits, own.permits);
      }),
    );
  });

  it('keeps what the licence of a part asks: attribution, share-alike, named portals', () => {
    fc.assert(
      fc.property(parts, uses, drawnLicence, (some, use, whole) => {
        fc.pre(whole.permits.includes('adapt') && accepted(some, use, [whole]).length > 0);
        for (const { own } of some) {
          for (const asked of ['attribution', 'share_alike'] as const)
            if (own?.conditions?.includes(asked)) expect(whole.conditions).toContain(asked);
          if (own?.reservedForPortals) expect(whole.reservedForPortals).toBe(true);
        }
      }),
    );
  });

  it('permits nothing that was not granted for a part, and of an exception only viewing', () => {
    fc.assert(
      fc.property(parts, uses, drawnLicence, (some, use, whole) => {
        fc.pre(accepted(some, use, [whole]).length > 0);
        for (const { component } of some) {
          const rule = BASIS_REQUIREMENTS[component.basis ?? 'employment'];
          if (rule.restricted) expect(whole.permits).toEqual([]);
          if (rule.scope !== null) continue;
          for (const [permit, scope] of Object.entries(GRANTED))
            if (whole.permits.some((one) => one === permit))
              expect(component.scope).toContain(scope);
        }
      }),
    );
  });

  it('remains possible, or not, but never becomes so by one more part', () => {
    fc.assert(
      fc.property(parts, part, uses, (some, more, use) => {
        within(
          accepted([...some, more], use, offered).map(({ code }) => code),
          accepted(some, use, offered).map(({ code }) => code),
        );
      }),
    );
  });
});
