import { startNode } from './node.ts';
import { readSettings } from './settings.ts';
import { sentenceOf } from './trouble.ts';

/** `npm start`: prints one URL, and stops everything that it started when it is told to stop. */
const say = (line: string) => console.log(line);

async function start() {
  const settings = readSettings(process.env);
  const node = await startNode(settings, say);
  if (settings.port !== 0 && node.port !== settings.port)
    say(`Port ${settings.port} is taken; using ${node.port}.`);
  return node;
}

const starting = start();
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // A terminal and the program between may both pass on the same Ctrl-C.
    if (isStopping) return;
    isStopping = true;
    // In the middle of a start, what it starts must be known before it can be stopped.
    void starting
      .then((node) => node.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  });
}

try {
  const { url } = await starting;
  if (!isStopping) say(`Accord is ready: ${url}`);
} catch (error) {
  console.error(`Accord could not start. ${sentenceOf(error)}`);
  process.exit(1);
}
