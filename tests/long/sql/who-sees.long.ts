import { catchAll } from './catch.ts';
import { mutantsOfFunctions } from './targets.ts';

await catchAll(
  '45_who_sees.sql',
  [
    'floor/who-sees.edges.test',
    'floor/who-sees.test',
    'floor/pause.test',
    'journeys/consent-admin.test',
    'floor/kept-out.test',
  ],
  (sql) => mutantsOfFunctions(sql, '45_who_sees.sql'),
);
