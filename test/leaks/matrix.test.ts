import { afterAll, beforeAll } from 'vitest';
import { describeCollections } from './collections';
import { describeCounts } from './counts';
import { describeDeliveryRoutes } from './delivery-routes';
import { describeFields } from './fields';
import { describeIntakePreviews } from './intake-previews';
import { describeKeys } from './keys';
import { describeStaffRoutes } from './staff-routes';
import { describeLogs, keepLogs } from './logs';
import { describePreferences } from './preferences';
import { describeRefusals } from './refusals';
import { plant, type Scene } from './scene';
import { describeSpecials } from './specials';
import { describeTakingOver } from './take-over';
import { describeTakedowns } from './takedowns';
import { tally } from './tally';
import { describeWrites } from './writes';

/**
 * Who sees what: every collection, role, state and route. Nothing unpublished shows a byte, a title
 * or a count to who may not see it, and who may see it does.
 */
let planted: Scene;
const scene = () => planted;

beforeAll(async () => {
  keepLogs();
  planted = await plant();
  // Twenty people and a material in every state, by the real workflow: minutes on a busy machine.
}, 600_000);
afterAll(async () => {
  await planted.close();
  console.log(
    `leak matrix: ${String(tally.cells)} cells, ${String(tally.controls)} positive controls`,
  );
});

describeCollections(scene);
describeStaffRoutes(scene);
describeCounts(scene);
describeIntakePreviews(scene);
describeDeliveryRoutes(scene);
describePreferences(scene);
describeRefusals(scene);
describeFields(scene);
describeSpecials(scene);
describeWrites(scene);
describeTakingOver(scene);
describeKeys(scene);
describeTakedowns(scene);
// Last: of all that was asked above.
describeLogs(scene);
