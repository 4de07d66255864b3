import { CaseId } from '@accord/kernel';
import { z } from 'zod';
import { AskId, MATCH_REASONS, MatchId } from './input.ts';

/** How long until the same can be asked again. */
export const ASKS_AGAIN_DAYS = 30;

const about = {
  caseId: CaseId,
  codeName: z.string(),
  /** Who asks, or whom to speak to. */
  name: z.string(),
  title: z.string(),
  agency: z.string(),
  reason: z.enum(MATCH_REASONS),
  on: z.iso.date(),
};

/** A colleague's question; a case of one's own that another agency seems to know; two cases that are linked. */
export const WaitingMatch = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('ask'), askId: AskId, ...about }),
  z.strictObject({ is: z.literal('found'), matchId: MatchId, ...about }),
  z.strictObject({
    is: z.literal('linked'),
    matchId: MatchId,
    ...about,
    /** How the other agency calls their case. */
    otherCode: z.string(),
    isAside: z.boolean(),
  }),
]);
export type WaitingMatch = z.infer<typeof WaitingMatch>;

export const WaitingMatches = z.strictObject({ matches: z.array(WaitingMatch) });

/** What whoever is on a case reads of asking. Nothing in it depends on what any other agency has. */
export const MatchDesk = z.strictObject({
  codeName: z.string(),
  /** The reader's agency asks, and is asked. */
  takesPart: z.boolean(),
  mayAsk: z.boolean(),
  /** A name or a birthday is missing in the profile. */
  isMissing: z.boolean(),
  /** The last time within so many days, and the day on which it can be asked again. */
  asked: z.strictObject({ on: z.iso.date(), againOn: z.iso.date() }).nullable(),
  /** Only for whoever answers for the case. */
  matches: z.array(WaitingMatch),
});
export type MatchDesk = z.infer<typeof MatchDesk>;
