import { notFound } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { ASSENT_FROM, CountersignInput, Permission, WithdrawInput } from '../../contract/index.ts';
import * as q from '../consent.queries.ts';
import { readLaw, seenBy } from '../law/read.ts';
import { getPermission } from './read.ts';
import { projectNow } from './project.ts';
import { openUp, putWords } from './sign.ts';

/**
 * An adult with authority signs beside the young person. Nobody signs who is excluded, or whom nobody may contact yet,
 * or whose authority is over: CONFLICT. Theirs comes first only where the young person is too young to be asked.
 */
export const countersign = staffProcedure
  .input(CountersignInput)
  .output(Permission)
  .mutation(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      const { caseId, grantId, authorityId, method } = input;
      const [grant] = await q.listGrants(tx, caseId, grantId);
      if (!grant) throw notFound('no such permission for this speaker');
      const { birth } = await readLaw(tx, caseId, [grant]);
      const mayComeFirst = birth.years !== null && birth.years < ASSENT_FROM;
      const version = await q.nextDocument(tx, grantId);
      await putWords(tx, ctx.vault, speakerOf(ctx), input, version, (formDigest) =>
        q.countersignGrant(tx, grantId, { authorityId, method, formDigest, mayComeFirst }),
      );
      return openUp(tx, ctx.vault, speakerOf(ctx), grant);
    }),
  );

/**
 * An adult takes their signature back, however they said so. It closes the part that needed it, at once and without a
 * reason; what the young person signs alone goes on (consent-rules 0.7).
 */
export const withdraw = staffProcedure
  .input(WithdrawInput)
  .output(Permission)
  .mutation(({ ctx, input: { caseId, grantId, capacity } }) =>
    ctx.inCase(caseId, async (tx) => {
      const [grant] = await q.listGrants(tx, caseId, grantId);
      if (!grant) throw notFound('no such permission for this speaker');
      const before = seenBy((await readLaw(tx, caseId, [grant])).rows(grant));
      await q.withdrawSignature(tx, grantId, capacity === 'guardian' ? 'guardian' : 'legal_custodian');
      const after = await projectNow(tx, caseId, grantId);
      const gone = { ownerAgency: grant.discloser, categoryMask: before & ~after, items: [] };
      await record(tx, speakerOf(ctx), 'stopped', caseId, [gone]);
      return getPermission(tx, ctx.vault, speakerOf(ctx), caseId, grantId);
    }),
  );
