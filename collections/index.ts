import type { CollectionConfig } from 'payload';
import { Acknowledgements } from './acknowledgements';
import { AuditEvents } from './audit-events';
import { Changes } from './changes';
import { Counters } from './counters';
import { Departments } from './departments';
import { Evidence } from './evidence';
import { Files } from './files';
import { Inbox } from './inbox';
import { Licences } from './licences';
import { Materials } from './materials';
import { Notices } from './notices';
import { Outbox } from './outbox';
import { Portals } from './portals';
import { PublicationRevisions } from './publication-revisions';
import { Publications } from './publications';
import { Reviews } from './reviews';
import { RightsRecords } from './rights-records';
import { spokenLabels } from './shared/spoken-labels';
import { strict } from './shared/strict-input';
import { Takedowns } from './takedowns';
import { Terms } from './terms';
import { TimeMarks } from './time-marks';
import { Users } from './users';

export const collections: CollectionConfig[] = [
  Materials,
  Files,
  RightsRecords,
  Evidence,
  Reviews,
  Departments,
  Users,
  Licences,
  Terms,
  AuditEvents,
  Publications,
  PublicationRevisions,
  Changes,
  Counters,
  Inbox,
  Outbox,
  Portals,
  Acknowledgements,
  Takedowns,
  Notices,
  TimeMarks,
]
  .map(strict)
  .map(spokenLabels);
