import { z } from 'zod';
import { StatePolicy } from './law/state.ts';
import { Permissions } from './permission.ts';

const Caution = z.enum(['unreviewed', 'old']);

/** One bundle of the network, with where it stands today. */
export const StateLaw = z.strictObject({
  state: z.string(),
  version: z.string(),
  standing: z.enum(['in-force', 'to-come', 'over']),
  /** Null: what is stored cannot be read by this release. It opens nothing. */
  policy: StatePolicy.nullable(),
  cautions: z.array(Caution),
});
export type StateLaw = z.infer<typeof StateLaw>;

/** What the states say, by state, the latest first. */
export const StateLaws = z.strictObject({ laws: z.array(StateLaw) });
export type StateLaws = z.infer<typeof StateLaws>;

/** By which rules a permission is judged today. Null: none are written down for the state of the lead agency. */
export const LawInForce = z.strictObject({
  state: z.string(),
  version: z.string(),
  cautions: z.array(Caution),
});
export type LawInForce = z.infer<typeof LawInForce>;

/** The permissions of a case, for staff: with the rules that they are judged by. */
export const CasePermissions = Permissions.extend({ judgedBy: LawInForce.nullable() });
