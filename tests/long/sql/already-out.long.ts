import { catchAll } from './catch.ts';
import { mutantsOfFunctions } from './targets.ts';

await catchAll('46_already_out.sql', ['floor/already-out.edges.test', 'floor/already-out.test'], (sql) =>
  mutantsOfFunctions(sql, '46_already_out.sql'),
);
