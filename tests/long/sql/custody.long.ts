import { catchAll } from './catch.ts';
import { mutantsOfFunctions } from './targets.ts';

await catchAll(
  '30_custody.sql',
  [
    'floor/custody.edges.test',
    'access/rules.test',
    'floor/projection.test',
    'floor/plan.test',
    'journeys/story.test',
    'floor/masks.test',
    'journeys/consent-admin.test',
    'access/profile.test',
  ],
  (sql) => mutantsOfFunctions(sql, '30_custody.sql'),
);
