// A process that starts Postgres, says where, and is killed by the test beside it.
import { setInterval } from 'node:timers';
import { startPostgres } from '@accord/postgres';

const server = await startPostgres({ dataDir: process.argv[2] ?? '' });
console.log(server.superuserUrl);
setInterval(() => {}, 60_000);
