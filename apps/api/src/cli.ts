import { accord } from './cli/commands.ts';

try {
  process.exitCode = await accord(process.argv.slice(2), (line) => console.log(line));
} catch (error) {
  const { sentenceOf } = await import('./trouble.ts');
  console.error(`Nothing was done. ${sentenceOf(error)}`);
  process.exitCode = 1;
}
