import { POLICY_USAGE } from './policy-usage.ts';

/** One command of the operator, or several of one area. `run` answers the exit code: 0 done, 1 nothing, 2 not understood. */
interface Command {
  words: readonly string[];
  usage: string;
  /** Has said itself how it is used, when it answers 2. */
  saysUsage?: true;
  run(args: readonly string[], print: (line: string) => void): Promise<number>;
}

/** Each loads what it needs when it runs: one that needs no database does not wait for what opens one. */
const COMMANDS: readonly Command[] = [
  {
    words: ['directory', 'import'],
    usage: `  directory import <folder>   read HSDS tables (services.csv and those beside it) into the directory`,
    async run([folder, ...rest], print) {
      if (!folder || rest.length > 0) return 2;
      const { importIntoNetwork } = await import('./import-into-network.ts');
      return await importIntoNetwork(folder, print);
    },
  },
  {
    words: ['policy'],
    usage: POLICY_USAGE,
    saysUsage: true,
    async run(args, print) {
      const { policy } = await import('./policy.ts');
      return policy(args, print);
    },
  },
  {
    words: ['consent', 'decide'],
    usage: `  consent decide [--legal | --native] --jsonl
                              answer one decision a line; what goes in is in packages/domain/consent/README.md`,
    async run(args) {
      const { consentDecide } = await import('./consent-decide.ts');
      return await consentDecide(args, process.stdin, process.stdout);
    },
  },
  {
    words: ['consent', 'test'],
    usage: `  consent test [<file or folder>]
                              ask the rule every saved case, and say which answer is not the expected one`,
    async run(args, print) {
      const { consentTest } = await import('./consent-test.ts');
      return consentTest(args, print);
    },
  },
];

const USAGE = ['npm run accord -- <command>', '', ...COMMANDS.map(({ usage }) => usage)];

/** The operator's commands. Answers the exit code: 0 done, 1 nothing done, 2 not understood. */
export async function accord(args: readonly string[], print: (line: string) => void): Promise<number> {
  const command = COMMANDS.find(({ words }) => words.every((word, at) => args[at] === word));
  const code = command ? await command.run(args.slice(command.words.length), print) : 2;
  if (code === 2 && !command?.saysUsage) print(USAGE.join('\n'));
  return code;
}
