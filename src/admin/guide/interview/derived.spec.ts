import { describe, expect, it } from 'vitest';
import { derivedChanges } from './derived';

const changes = (
  record: Record<string, unknown>,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
) => derivedChanges({ current: (field) => record[field], before, after });

describe('what an answer fills in', () => {
  it('is what is empty', () =>
    expect(
      changes({ basis: null, scope: [] }, {}, { basis: 'employment', scope: ['derive'] }),
    ).toEqual({ basis: 'employment', scope: ['derive'] }));

  it('is what the answer before said, when it is changed', () =>
    expect(
      changes({ basis: 'employment' }, { basis: 'employment' }, { basis: 'licensed' }),
    ).toEqual({
      basis: 'licensed',
    }));

  it('is taken back with the answer', () =>
    expect(changes({ basis: 'employment' }, { basis: 'employment' }, {})).toEqual({ basis: null }));

  it('is never what was set by hand', () => {
    expect(changes({ basis: 'state_owned' }, {}, { basis: 'employment' })).toEqual({});
    expect(changes({ basis: 'state_owned' }, { basis: 'employment' }, {})).toEqual({});
  });

  it('leaves the rest of a group alone', () =>
    expect(
      changes({ owner: { kind: null, name: 'Sở Y tế' } }, {}, { owner: { kind: 'state_agency' } }),
    ).toEqual({ owner: { kind: 'state_agency', name: 'Sở Y tế' } }));

  it('is nothing where it stands there already', () =>
    expect(
      changes({ scope: ['derive'], anonymous: false }, {}, { scope: ['derive'], anonymous: false }),
    ).toEqual({}));
});
