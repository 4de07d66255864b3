// What `npm run accord -- ...` runs: the operator's commands.
import { runOurs } from './run-ours.ts';

await runOurs('apps/api/src/cli.ts', process.argv.slice(2));
