import postgres from 'postgres';

export interface Listener {
  /** Ends the connection; no handler is called afterwards. */
  close(): Promise<void>;
}

/**
 * The `listen` exception to withActor: a login that may listen and read nothing. `onTopic` gets the keyed topic
 * of a case that moved; `onLost` is called when notices may have been missed, so that open streams are closed.
 */
export async function listen(
  url: string,
  { onTopic, onLost }: { onTopic: (topic: string) => void; onLost: () => void },
): Promise<Listener> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'accord-listen' } });
  let started = false;
  await sql.listen('accord', onTopic, () => {
    // Called again after each reconnect: whatever was sent in between is lost.
    if (started) onLost();
    started = true;
  });
  return { close: () => sql.end({ timeout: 1 }) };
}
