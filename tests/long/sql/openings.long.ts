import { catchAll } from './catch.ts';
import { mutantsOfFunctions } from './targets.ts';

await catchAll(
  '20_openings.sql',
  [
    'floor/openings.edges.test',
    'long/sql/worlds.check',
    'floor/masks.test',
    'floor/kept-out.test',
    'floor/own-hand.test',
    'access/rules.test',
    'journeys/story.test',
    'floor/permission.test',
  ],
  (sql) => mutantsOfFunctions(sql, '20_openings.sql'),
);
