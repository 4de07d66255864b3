import { asOwner } from '@accord/db';
import { YOUNG_PEOPLE } from '../world/index.ts';
import { setDates } from './dates.ts';
import { tellEmergencies } from './emergencies.ts';
import { tellKeeping } from './keeping.ts';
import { tellMatches } from './matches.ts';
import { tellMeetings } from './meetings.ts';
import { setPast } from './past.ts';
import { signPlans } from './plans.ts';
import { prepareRecords } from './records.ts';
import { tellPosts } from './posts.ts';
import type { Stage, Told } from './stage.ts';
import { tellPolicyCases } from './policy-cases.ts';
import { setStanding } from './standing.ts';
import { tell } from './tell.ts';

export type { Stage, Told } from './stage.ts';

/** Stories told at once: each is one case, and waits for the database more than it computes. */
const AT_ONCE = 4;

/** Tells all stories. `onTold` is called after each: with how many there are yet, and in all. */
export async function tellStories(
  stage: Stage,
  ownerUrl: string,
  onTold: (told: number, of: number) => void = () => {},
): Promise<Told[]> {
  const waiting = [...YOUNG_PEOPLE];
  const stories: Told[] = [];
  const teller = async () => {
    for (let young = waiting.shift(); young !== undefined; young = waiting.shift()) {
      stories.push(await tell(stage, young));
      onTold(stories.length, YOUNG_PEOPLE.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, teller));
  await asOwner(ownerUrl, async (sql) => {
    await sql.begin(async (tx) => {
      await setStanding(tx as unknown as typeof sql, stage, stories);
      await setDates(tx as unknown as typeof sql, stories);
    });
    await tellEmergencies(stage, stories, sql);
    await tellKeeping(stage, stories, sql);
    await prepareRecords(stage, stories);
    await signPlans(stage, stories);
    await tellPolicyCases(stage);
    await tellPosts(stage, stories, sql);
    await tellMatches(stage, stories);
    await tellMeetings(stage, stories);
    // Last: what is on record about the past follows from the dates that stand then.
    await sql.begin((tx) => setPast(tx as unknown as typeof sql));
  });
  return stories;
}
