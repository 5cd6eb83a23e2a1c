import { BASIS_REQUIREMENTS } from '../rights/basis-requirements';
import type { ReferenceView } from './view-models';

/** What each basis asks for, as the forms show it under the choice. */
export function basisGuide(): ReferenceView['bases'] {
  return Object.fromEntries(
    Object.entries(BASIS_REQUIREMENTS).map(([basis, rule]) => [
      basis,
      {
        papers: [...rule.papers],
        demanded: [...rule.demanded],
        expected: [...rule.expected],
        restricted: rule.restricted,
      },
    ]),
  );
}
