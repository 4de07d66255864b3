import { catchAll } from './catch.ts';
import { mutantsOfFunctions } from './targets.ts';

await catchAll(
  '48_emergencies.sql',
  [
    'floor/emergencies.edges.test',
    'floor/emergencies-after.edges.test',
    'floor/bases.edges.test',
    'floor/emergencies.test',
  ],
  (sql) => mutantsOfFunctions(sql, '48_emergencies.sql'),
);
