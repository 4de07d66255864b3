import { catchAll } from './catch.ts';
import { mutantsOfFunctions } from './targets.ts';

await catchAll('42_search.sql', ['floor/search.test'], (sql) => mutantsOfFunctions(sql, '42_search.sql'));
