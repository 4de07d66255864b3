import { createApp } from '@accord/api/http';
import { LiveHub } from '@accord/api/live';
import { lineLog } from '@accord/api/log';
import { serveApp } from '@accord/api/serve';
import { type Listener, listen } from '@accord/db';
import { hashPassword } from '@accord/identity/server';
import type { Actor } from '@accord/kernel';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser, type Host } from './browser.ts';
import type { Network } from './network.ts';

export const PASSWORD = 'correct horse battery';
const passwordHash = hashPassword(PASSWORD);

/** The product behind a real port, with its stream of changes, on the database of a network. */
export class Server {
  readonly port: number;
  readonly hub: LiveHub;
  /** What an operator would read. */
  readonly log: string[];
  readonly #end: () => Promise<void>;
  readonly #browsers: Browser[] = [];

  private constructor(port: number, hub: LiveHub, log: string[], end: () => Promise<void>) {
    this.port = port;
    this.hub = hub;
    this.log = log;
    this.#end = end;
  }

  static async start({ database, vault, storage }: Network, { demo = false } = {}): Promise<Server> {
    const live = new LiveHub();
    const listener: Listener = await listen(storage.listenUrl, {
      onTopic: (topic) => live.notify(topic),
      onLost: () => live.lost(),
      onBack: () => live.back(),
    });
    const log: string[] = [];
    const root = await buildClients();
    const app = createApp({
      database,
      vault,
      live,
      log: lineLog((line) => log.push(line)),
      limitKey: randomBytes(32),
      demo: demo ? { youthUrl: 'http://youth.localhost' } : null,
      youthHost: 'youth.localhost',
      safePage: 'https://weather.example/',
      webRoot: join(root, 'web'),
      youthRoot: join(root, 'youth'),
    });
    const served = await serveApp(app, '127.0.0.1', 0);
    return new Server(served.port, live, log, async () => {
      live.stop();
      await served.close();
      await listener.close();
      rmSync(root, { recursive: true });
    });
  }

  /** Somebody's browser. `from` is an address of this machine, to come from another place. */
  browser(host: Host, from?: string): Browser {
    const browser = new Browser(this.port, host, from);
    this.#browsers.push(browser);
    return browser;
  }

  async close(): Promise<void> {
    for (const browser of this.#browsers) browser.close();
    await this.#end();
  }
}

/** An account with the password `PASSWORD` for someone of the network. */
export async function giveAccount(network: Network, actor: Actor, email: string): Promise<void> {
  const hash = await passwordHash;
  const staffId = actor.kind === 'staff' ? actor.staffId : null;
  const youngPersonId = actor.kind === 'youth' ? actor.youngPersonId : null;
  const advisorId = actor.kind === 'advisor' ? actor.advisorId : null;
  await network.owner(
    (sql) => sql`insert into account (id, email, password_hash, staff_id, young_person_id, advisor_id)
      values (${randomUUID()}, ${email}, ${hash}, ${staffId}, ${youngPersonId}, ${advisorId})`,
  );
}

/** Clients as a build leaves them, small. A secret lies beside them, where no address may reach. */
async function buildClients(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'accord-clients-'));
  await writeFile(join(root, 'secret.txt'), 'beside the client');
  for (const client of ['web', 'youth']) {
    await mkdir(join(root, client, 'assets'), { recursive: true });
    await writeFile(join(root, client, 'index.html'), `<meta nonce="__CSP_NONCE__"><title>${client}</title>`);
    await writeFile(join(root, client, 'assets', 'app.js'), `'${client}';`);
  }
  return root;
}
