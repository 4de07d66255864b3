import { badInput, notFound } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { Consulted, consultedOf, ConsultInput, maskOf, purposesAsked } from '../../contract/index.ts';
import { findRecipientAgency, holdsFor } from '../consent.queries.ts';
import { basisOf, listSights } from '../sights/sights.ts';

/**
 * May what the caller's own agency holds be handed to this recipient? Answered from stored permissions alone, by the rows
 * that the floor reads now, and never without its line in the ledger. NOT_FOUND for whoever does not hold items of the
 * case: nobody asks about another agency's. A person is looked up by name of the permission: one to their agency counts
 * for the agency alone, since who is assigned there is not the caller's to know.
 */
export const consult = staffProcedure
  .input(ConsultInput)
  .output(Consulted)
  .query(({ ctx, input: { context } }) => {
    const caseId = context.patientId[0]?.value;
    const actor = context.actor[0];
    if (!caseId || !actor) throw badInput('context', 'Name one case and one recipient.');
    return ctx.inCase(caseId, async (tx) => {
      if (!(await holdsFor(tx, caseId, ctx.actor.agencyId))) throw notFound('no such case for this speaker');
      const kind = actor.system === 'urn:accord:staff' ? 'staff' : 'agency';
      if (!(await findRecipientAgency(tx, kind, actor.value)))
        throw badInput('context.actor', 'Nobody here has this id.');
      const sights = (await listSights(tx, caseId, null)).filter(
        (row) => row.granteeKind === kind && row.granteeId === actor.value && row.basisKind === 'consent',
      );
      const open = sights
        .map((row) => ({ grantId: row.basisId as string, ...basisOf(row) }))
        .filter(({ inForce, see }) => inForce && see !== 0n)
        .map(({ grantId, purpose, see }) => ({ grantId, purpose, see }));
      const content = context.content?.map(({ code }) => code) ?? null;
      const answer = consultedOf(open, purposesAsked(context.purposeOfUse), content);
      const asked = content ? maskOf(content) : open.reduce((mask, { see }) => mask | see, 0n);
      const line = { ownerAgency: ctx.actor.agencyId, categoryMask: asked, items: [] };
      await record(tx, speakerOf(ctx), 'consulted', caseId, [line]);
      return answer;
    });
  });
