import { catchAll } from './catch.ts';
import { mutantsOfFunctions } from './targets.ts';

await catchAll(
  '42_pauses.sql',
  [
    'floor/pause.edges.test',
    'floor/pause.test',
    'floor/agency-terms.test',
    'access/stopped-writer.test',
    'vault/deciding.test',
  ],
  (sql) => mutantsOfFunctions(sql, '42_pauses.sql'),
);
