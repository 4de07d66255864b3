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
  demo: DemoMode | null;
}

export interface DemoMode {
  /** Where the young person's own app answers. */
  youthUrl: string;
  /** Left out where the database is somebody's own: then nothing there can be made anew. */
  stage?: DemoStage;
}

/** The demo as a whole can be made anew, and the one before can be brought back. */
export interface DemoStage {
  /** `working`: how much of a fresh demo is made, from 0 to 1; null while none is. */
  state(): { working: number | null; canUndo: boolean };
  reset(): Promise<void>;
  undo(): Promise<void>;
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
