import { afterAll, beforeAll } from 'vitest';
import { describeCollections } from './collections';
import { describeCounts } from './counts';
import { describeDeliveryRoutes } from './delivery-routes';
import { describeIntakePreviews } from './intake-previews';
import { describeStaffRoutes } from './staff-routes';
import { describePreferences } from './preferences';
import { plant, type Scene } from './scene';
import { describeTakingOver } from './take-over';
import { tally } from './tally';
import { describeWrites } from './writes';

/**
 * Who sees what: every collection, role, state and route. Nothing unpublished shows a byte, a title
 * or a count to who may not see it, and who may see it does.
 */
let planted: Scene;
const scene = () => planted;

beforeAll(async () => {
  planted = await plant();
});
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
describeWrites(scene);
describeTakingOver(scene);
