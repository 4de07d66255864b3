import { startNode } from './node.ts';
import { readSettings } from './settings.ts';

/** `npm start`: prints one URL, and stops everything that it started when it is told to stop. */
const settings = readSettings(process.env);
const say = (line: string) => console.log(line);
const node = await startNode(settings, say);
if (settings.port !== 0 && node.port !== settings.port) say(`Port ${settings.port} is taken; using ${node.port}.`);
say(`Accord is ready: ${node.url}`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void node.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
