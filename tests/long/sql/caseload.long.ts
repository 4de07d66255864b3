import { catchAll } from './catch.ts';
import { mutantsOfFunctions } from './targets.ts';

await catchAll('43_handover.sql', ['floor/handover.test'], (sql) =>
  mutantsOfFunctions(sql, '43_handover.sql'),
);
