import type { ProtocolPage } from '@accord/protocols';

/** What every part of a protocol's page is given. */
export interface Reading {
  page: ProtocolPage;
  /** Asks for the page anew, after something was done. */
  refresh: () => Promise<void>;
}
