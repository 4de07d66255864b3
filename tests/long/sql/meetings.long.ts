import { catchAll } from './catch.ts';
import { mutantsOfFunctions, mutantsOfPolicies } from './targets.ts';

await catchAll('84_meetings.sql', ['floor/meetings.test'], async (sql) => [
  ...(await mutantsOfFunctions(sql, '84_meetings.sql')),
  ...(await mutantsOfPolicies(sql, ['84_meetings.sql'])),
]);
