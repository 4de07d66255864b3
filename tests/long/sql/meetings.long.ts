import { catchAll } from './catch.ts';
import { mutantsOfPolicies } from './targets.ts';

await catchAll('84_meetings.sql', ['floor/meetings.test'], (sql) =>
  mutantsOfPolicies(sql, ['84_meetings.sql']),
);
