import { AgencyId } from '@accord/kernel';
import { z } from 'zod';

/**
 * What the young person says about being with them, beside the page that shows it. What writes it is `@accord/care`,
 * which stands above this.
 */

/** Items of which an agency keeps one for each young person: written anew in place, the older versions kept. */
export const SHEET_KINDS = ['card', 'told-once'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** The four questions of the card, in the order in which they are asked and shown. */
export const CARD_PARTS = ['helps', 'doesNot', 'speak', 'quiet'] as const;
export type CardPart = (typeof CARD_PARTS)[number];

const MOST = 500;
const answer = z.string().trim().min(1).max(MOST, `Keep it under ${MOST} characters.`).optional();

/** In the young person's own words: what helps, what does not, how to speak, what to do when they go quiet. */
export const CardBody = z
  .strictObject({ helps: answer, doesNot: answer, speak: answer, quiet: answer })
  .refine((card) => CARD_PARTS.some((part) => card[part]), {
    message: 'Write at least one of the four.',
    path: ['helps'],
  });

/** What is not to be asked again: codes, so that no account of it is written here. */
export const TOLD_TOPICS = [
  'what-happened',
  'people',
  'family',
  'places',
  'health',
  'feelings',
  'court',
  'papers',
] as const;
export const ToldTopic = z.enum(TOLD_TOPICS);
export type ToldTopic = z.infer<typeof ToldTopic>;
/** More than anybody had to: a count that only grows by one. */
export const MOST_TOLD = 999;

/** Which agency holds what was told, what not to ask again, and how often it had to be told anew. Never a text. */
export const ToldOnceBody = z.strictObject({
  holderId: AgencyId,
  topics: z
    .array(ToldTopic)
    .min(1, 'Choose at least one.')
    .max(TOLD_TOPICS.length)
    .refine((topics) => new Set(topics).size === topics.length),
  again: z.int().min(0).max(MOST_TOLD),
});
