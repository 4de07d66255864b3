import { catchAll } from './catch.ts';
import { mutantsOfFunctions } from './targets.ts';

await catchAll(
  '50_keys.sql',
  [
    'floor/keys.edges.test',
    'floor/permission.edges.test',
    'floor/first-case.edges.test',
    'vault/second-node.test',
    'vault/deciding.test',
    'vault/epochs.test',
    'access/stopped-writer.test',
    'floor/own-hand.test',
    'floor/pause.test',
  ],
  (sql) => mutantsOfFunctions(sql, '50_keys.sql'),
);
