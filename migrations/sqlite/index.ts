import * as migration_20261125_044513_initial from './20261125_044513_initial';

export const migrations = [
  {
    up: migration_20261125_044513_initial.up,
    down: migration_20261125_044513_initial.down,
    name: '20261125_044513_initial'
  },
];
