import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';

export interface Listener {
  /** Ends the connection; no handler is called afterwards. */
  close(): Promise<void>;
}

export interface Hearing {
  /** The keyed topic of something that moved. */
  onTopic: (topic: string) => void;
  /** The connection went: notices may be missed from now on. */
  onLost: () => void;
  /** It is there again. */
  onBack: () => void;
}

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/**
 * The `listen` exception to withActor: a login that may listen and read nothing. Throws when the first connection
 * cannot be made; a later one that is lost is told at once and made again for as long as it takes. The driver's own
 * `sql.listen` does neither: it tells after the fact, and gives up when the database is still away.
 */
export async function listen(url: string, { onTopic, onLost, onBack }: Hearing): Promise<Listener> {
  let state: 'hearing' | 'deaf' | 'closed' = 'deaf';
  const options = {
    max: 1,
    max_lifetime: null,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => {},
    onnotify: (_channel: string, topic: string) => onTopic(topic),
    onclose: () => {
      if (state !== 'hearing') return;
      state = 'deaf';
      onLost();
      void listenAgain();
    },
    connection: { application_name: 'accord-listen' },
  };
  const sql = postgres(url, options);

  async function start(): Promise<void> {
    await sql`listen accord`;
    if (state === 'deaf') state = 'hearing';
  }

  async function listenAgain(): Promise<void> {
    for (let wait = FIRST_WAIT_MS; state === 'deaf'; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      await pause(wait, undefined, { ref: false });
      if (state !== 'deaf') return;
      await start().then(onBack, () => {});
    }
  }

  await start().catch(async (error: unknown) => {
    await sql.end({ timeout: 1 });
    throw error;
  });
  return {
    close: async () => {
      state = 'closed';
      await sql.end({ timeout: 1 });
    },
  };
}
