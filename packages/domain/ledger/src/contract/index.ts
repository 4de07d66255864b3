import { z } from 'zod';

/** What a row of the ledger says was done. */
export const LedgerAction = z.enum([
  'opened',
  'previewed',
  'shared',
  'stopped',
  'wrote',
  'paused',
  'resumed',
  'asked',
  'checked',
  'consulted',
  'held',
  'unheld',
  'erasure-asked',
  'not-erased',
  'erased',
  'package-prepared',
  'package-approved',
  'package-returned',
  'handed-out',
  'handed-over',
  'objected',
  'plan-sent',
  'plan-signed',
  'plan-returned',
]);
export type LedgerAction = z.infer<typeof LedgerAction>;
