import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const SOURCES = new URL('../../apps/api/src/', import.meta.url);

export interface Program {
  pid: number;
  /** All that it wrote for the person who waits, and for the operator. */
  output(): { said: string; log: string };
  /** The first group of the first match in what it says. Throws, with all it said, when it ends without. */
  says(what: RegExp): Promise<string>;
  tell(signal: 'SIGTERM' | 'SIGINT'): void;
  /** Its exit code. */
  ended: Promise<number>;
}

/** Runs a program of apps/api as `npm` does, with nothing in its environment but what it needs and what is given. */
export function run(
  file: 'main.ts' | 'cli.ts',
  env: Record<string, string>,
  args: readonly string[] = [],
): Program {
  const { PATH = '', TMPDIR } = process.env;
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, SOURCES)), ...args], {
    env: { PATH, ...(TMPDIR ? { TMPDIR } : {}), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [said, log] = ['', ''];
  const looks = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    for (const look of looks) look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const ended = once(child, 'close').then(([code, signal]) => Number(code ?? (signal ? 128 : 1)));
  return {
    pid: child.pid ?? 0,
    output: () => ({ said, log }),
    says: async (what) => {
      const { promise, resolve } = Promise.withResolvers<string>();
      const look = () => {
        const [, found] = what.exec(said) ?? [];
        if (found !== undefined) resolve(found);
      };
      looks.add(look);
      look();
      const over = ended.then(() => {
        throw new Error(`ended without ${what.source}:\n${said}${log}`);
      });
      return Promise.race([promise, over]);
    },
    tell: (signal) => void child.kill(signal),
    ended,
  };
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
