import { catchAll } from './catch.ts';
import { mutantsOfFunctions } from './targets.ts';

await catchAll('49_marks.sql', ['floor/marks.test'], (sql) => mutantsOfFunctions(sql, '49_marks.sql'));
