import { catchAll } from './catch.ts';
import { mutantsOfFunctions } from './targets.ts';

await catchAll(
  '41_authority.sql',
  ['floor/signers.test', 'floor/permission.edges.test', 'access/rules.test', 'access/profile.test'],
  (sql) => mutantsOfFunctions(sql, '41_authority.sql'),
);
