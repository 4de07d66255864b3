import { type CaseId, type GrantId, notFound } from '@accord/kernel';
import { record, type Speaker, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx, youthProcedure } from '@accord/rpc';
import { shareMissingIn } from '@accord/vault';
import {
  AnsweredIntroduction,
  AnswerIntroductionInput,
  AnswerMineInput,
  codesOf,
  type IntroductionAnswer,
} from '../../contract/index.ts';
import * as q from '../consent.queries.ts';
import { readLaw, seenBy } from '../law/read.ts';
import { recipientPurposes } from '../permissions/recipient-purposes.ts';
import { answerIntroduction } from './posts.queries.ts';

/**
 * A worker told the young person who holds a post now, and writes down what they said. A no can be written by whoever
 * may stop the permission; a yes by whoever could have it signed. It is about that person and all that the caller's
 * agency shares with the post. NOT_FOUND for everybody else, CONFLICT where nobody is announced (any more).
 */
export const answerNewHolder = staffProcedure
  .input(AnswerIntroductionInput)
  .output(AnsweredIntroduction)
  .mutation(({ ctx, input: { caseId, grantId, told, answer } }) =>
    ctx.inCase(caseId, async (tx) => {
      const { agencyId } = ctx.actor;
      const opened = await answerNow(
        tx,
        speakerOf(ctx),
        caseId,
        { grantId, told, answer },
        (grant) => grant.discloser === agencyId,
      );
      await ctx.vault.share(tx, caseId);
      return { opened: codesOf(opened) };
    }),
  );

/** The young person says it themselves, of that person and everything that anyone shares with the post. */
export const answerNewHolderMine = youthProcedure
  .input(AnswerMineInput)
  .output(AnsweredIntroduction)
  .mutation(async ({ ctx, input }) => {
    const done = await ctx.read(async (tx) => {
      const caseId = await q.enterOwnCase(tx);
      if (!caseId) throw notFound('no own case');
      const said = { ...input, told: 'own-page' };
      return { caseId, opened: await answerNow(tx, speakerOf(ctx), caseId, said, () => true) };
    });
    // The young person holds no key of the agency's: its node shares them.
    await shareMissingIn(ctx.database, ctx.vault, done.caseId);
    return { opened: codesOf(done.opened) };
  });

interface Said {
  grantId: GrantId;
  told: string;
  answer: IntroductionAnswer;
}

/** One answer for everything of the case that waits for this person in this post. Answers what it opened. */
async function answerNow(
  tx: Tx,
  speaker: Speaker,
  caseId: CaseId,
  { grantId, told, answer }: Said,
  isTheirs: (grant: q.GrantRow) => boolean,
): Promise<bigint> {
  // What a stop takes meanwhile must not be in the rows: from here on it waits.
  await q.holdKeys(tx, caseId);
  const all = await q.listGrants(tx, caseId);
  const named = all.find((grant) => grant.grantId === grantId && isTheirs(grant));
  if (!named) throw notFound('no such permission for this speaker');
  const others = all.filter(
    (grant) => grant !== named && isTheirs(grant) && isAnnounced(grant) && isSame(grant, named),
  );
  let opened = 0n;
  for (const grant of [named, ...others]) opened |= await answerOne(tx, speaker, grant, answer, told);
  return opened;
}

const isAnnounced = ({ waitsFor, status, over }: q.GrantRow) =>
  waitsFor === 'answer' && status === 'paused' && !over;

const isSame = (one: q.GrantRow, other: q.GrantRow) =>
  one.postId === other.postId && one.recipientId === other.recipientId;

async function answerOne(
  tx: Tx,
  speaker: Speaker,
  grant: q.GrantRow,
  answer: IntroductionAnswer,
  told: string,
): Promise<bigint> {
  const { caseId, grantId, discloser, categories, stopped } = grant;
  const opens = await answerIntroduction(tx, grantId, answer, told);
  const line = { ownerAgency: discloser, categoryMask: categories & ~stopped, items: [] };
  if (answer === 'not-this-person') {
    await record(tx, speaker, 'objected', caseId, [line]);
    return 0n;
  }
  // What was paused before the holder changed stays paused, with their word on the new one.
  if (!opens) {
    await record(tx, speaker, 'wrote', caseId, [line]);
    return 0n;
  }
  const rows = (await readLaw(tx, caseId, [grant])).rows(grant);
  await q.resumeGrant(tx, grantId, rows, recipientPurposes(grant));
  await record(tx, speaker, 'resumed', caseId, [line]);
  return seenBy(rows);
}
