import type { Database } from '@accord/db';
import type { Actor, Language, Purpose } from '@accord/kernel';
import type { Vault } from '@accord/vault';

/** What a call knows of its caller. Made once per request, by the host. */
export interface RequestContext {
  host: 'staff' | 'youth';
  actor: Actor;
  purpose: Purpose;
  database: Database;
  vault: Vault;
  session: SessionPort;
  /** Somebody is signed in and has locked the page: they are nobody until they unlock it. */
  isLocked: boolean;
  language: LanguagePort;
  /** A keyed digest of where the call came from, for rate limits; never the address. */
  caller: Buffer;
  /** Null outside demo mode: then nothing of the demo is there. */
  demo: { youthUrl: string } | null;
}

/** How a procedure reads and changes the session cookie, without knowing HTTP. */
export interface SessionPort {
  token(): string | null;
  set(token: string): void;
  clear(): void;
}

/** The language that this browser chose, and how a procedure changes it. */
export interface LanguagePort {
  now: Language;
  choose(next: Language): void;
}

/** For calls inside the process: no cookie, no lock, English. */
export function withoutBrowser(): Pick<RequestContext, 'session' | 'isLocked' | 'language'> {
  return {
    session: { token: () => null, set: () => {}, clear: () => {} },
    isLocked: false,
    language: { now: 'en', choose: () => {} },
  };
}
