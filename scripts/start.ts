// What `npm start` runs once the tools are there: builds the pages when they changed, then starts the API.
import { runCommand, tool } from './command.ts';
import { runOurs } from './run-ours.ts';

const parameters = ['run', 'build', '--output-logs=errors-only', '--log-prefix=none'];
const { code, output } = await runCommand(tool('turbo'), parameters, { quiet: true });
if (code === 0) {
  await runOurs('apps/api/src/main.ts', process.argv.slice(2));
} else {
  console.error(`The pages could not be built.\n${output}`);
  process.exitCode = 1;
}
