import { catchAll } from './catch.ts';
import { mutantsOfFunctions } from './targets.ts';

await catchAll(
  '10_context.sql',
  [
    'floor/speaker.edges.test',
    'floor/context.edges.test',
    'floor/context.test',
    'floor/outlived-context.test',
    'vault/second-node.test',
    'access/rules.test',
    'floor/ledger.test',
    'vault/epochs.test',
    'floor/advisor.test',
  ],
  (sql) => mutantsOfFunctions(sql, '10_context.sql'),
);
