import * as migration_20261126_181551_initial from './20261126_181551_initial';
import * as migration_20261126_222233_audit_order from './20261126_222233_audit_order';
import * as migration_20261127_093458_rights_in_time from './20261127_093458_rights_in_time';

export const migrations = [
  {
    up: migration_20261126_181551_initial.up,
    down: migration_20261126_181551_initial.down,
    name: '20261126_181551_initial',
  },
  {
    up: migration_20261126_222233_audit_order.up,
    down: migration_20261126_222233_audit_order.down,
    name: '20261126_222233_audit_order',
  },
  {
    up: migration_20261127_093458_rights_in_time.up,
    down: migration_20261127_093458_rights_in_time.down,
    name: '20261127_093458_rights_in_time'
  },
];
