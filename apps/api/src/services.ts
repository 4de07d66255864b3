import type { Database } from '@accord/db';
import type { DemoMode } from '@accord/rpc';
import type { Vault } from '@accord/vault';
import type { LiveHub } from './live/hub.ts';
import type { Log } from './log.ts';

/** What a running node is made of. */
export interface Services {
  readonly database: Database;
  readonly vault: Vault;
  readonly live: LiveHub;
  log: Log;
  /** Keys the digests of callers, so that a rate limit stores no address. */
  limitKey: Buffer;
  demo: DemoMode | null;
  /** The host name of the young person's app. */
  youthHost: string;
  /** Where "Exit now" goes. */
  safePage: string;
  webRoot: string;
  youthRoot: string;
}
