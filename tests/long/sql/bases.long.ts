import { catchAll } from './catch.ts';
import { mutantsOfFunctions } from './targets.ts';

await catchAll('48_bases.sql', ['floor/bases.test'], (sql) => mutantsOfFunctions(sql, '48_bases.sql'));
