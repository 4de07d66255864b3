import { catchAll } from './catch.ts';
import { mutantsOfFunctions } from './targets.ts';

await catchAll(
  '47_kept_out.sql',
  ['floor/kept-out.edges.test', 'floor/kept-out.test', 'access/profile.test'],
  (sql) => mutantsOfFunctions(sql, '47_kept_out.sql'),
);
