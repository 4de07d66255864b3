import { badInput, notFound } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { Done, type Hold, VersionInput } from '../contract/index.ts';
import { holdVersion } from './hold-protocol.ts';
import { moveVersion } from './protocols.queries.ts';

const SENTENCES: Record<Hold, string> = {
  'not-in-review': 'Send this version to the advisors first.',
  gaps: 'Say who gets what, what for and until when: write {who}, {what}, {why} and {until} where they belong.',
  'no-reader': 'Name who read both texts first.',
  original: 'Publish the original first, in the version that this one translates.',
  unanswered: 'Every comment needs a written answer first.',
  objection: 'An objection still stands. Only its author can withdraw it.',
  'no-sign-off': 'No advisor has signed this version yet.',
};

/** Publishes the newest version, when the rule of `contract/review.ts` lets it; the row policies hold the same. */
export const publish = staffProcedure
  .input(VersionInput)
  .output(Done)
  .mutation(({ ctx, input }) =>
    ctx.read(async (tx) => {
      const { holds, may, protocolId, version } = await holdVersion(tx, ctx.actor, input);
      if (!may.includes('change')) throw notFound('another agency keeps this protocol');
      const [hold] = holds;
      if (hold) throw badInput('version', SENTENCES[hold]);
      if (!(await moveVersion(tx, protocolId, version, 'published')))
        throw notFound('the floor kept the version');
      return {};
    }),
  );
