import { describe, expect, it } from 'vitest';
import type { Manifest } from './manifest';
import { otherVersion, type Target } from './other-version';

const own: Target = {
  database: 'mongodb',
  migrations: { sqlite: ['one', 'two'], mongodb: [] },
  shapes: { users: 'u1', terms: 't1' },
};

type Records = Record<string, { records: number; shape?: string }>;
const SAME: Records = { users: { records: 3, shape: 'u1' }, terms: { records: 0, shape: 't1' } };

function backup(records: Records, more: Partial<Manifest> = {}): Manifest {
  const { migrations } = own;
  const source = { database: 'mongodb', storage: 's3' };
  return { program: '0.1.0', source, migrations, records, ...more } as unknown as Manifest;
}

describe('a backup', () => {
  it('is of this version when its sets, their fields and its migrations are ours', () => {
    expect(otherVersion(backup(SAME), own)).toBeUndefined();
    const later = { ...SAME, later: { records: 0, shape: 'l1' } };
    expect(otherVersion(backup(later), own)).toBeUndefined();
  });

  it('is of another when fields differ, though MongoDB has no migration that would tell', () => {
    const changed = { ...SAME, terms: { records: 0, shape: 't2' } };
    expect(otherVersion(backup(changed), own)).toMatch(
      /another version of this program, 0\.1\.0: the fields of terms.*Restore it with that version/,
    );
  });

  it('is of another when one of our sets is missing, named', () => {
    const { users } = SAME;
    expect(otherVersion(backup({ users } as Records), own)).toContain('does not hold terms');
  });

  it('is of another when records of a set that we do not know would be lost, named', () => {
    const later = { ...SAME, later: { records: 1 } };
    expect(otherVersion(backup(later), own)).toContain('it holds later');
  });

  it('is of another when the database on either side has other migrations behind it', () => {
    const migrations = { sqlite: ['one'], mongodb: [] };
    const source = { database: 'sqlite', storage: 'disk' } as const;
    const asked = backup(SAME, { migrations, source });
    expect(otherVersion(asked, own)).toContain('its last migration is one, here it is two');
    expect(otherVersion(backup(SAME, { migrations }), own)).toBeUndefined();
  });

  it('of a version that did not note shapes is judged by what it did note', () => {
    const records = { users: { records: 3 }, terms: { records: 0 } };
    expect(otherVersion(backup(records), own)).toBeUndefined();
  });
});
