import * as migration_20261126_181551_initial from './20261126_181551_initial';

export const migrations = [
  {
    up: migration_20261126_181551_initial.up,
    down: migration_20261126_181551_initial.down,
    name: '20261126_181551_initial'
  },
];
