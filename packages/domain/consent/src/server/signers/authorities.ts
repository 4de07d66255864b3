import { badInput, CaseId, newId, notFound } from '@accord/kernel';
import { staffProcedure, type Tx, youthProcedure } from '@accord/rpc';
import { z } from 'zod';
import { AuthorityId, AuthorityInput, RecordAuthorityInput, Signers } from '../../contract/index.ts';
import * as q from '../consent.queries.ts';
import { majorityBy } from '../law/read.ts';
import { changeAuthority, getBirth, listAuthorities, recordAuthority } from '../law/law.queries.ts';
import { findPolicy } from '../policy/policy.queries.ts';
import { networkZone } from '../zone.ts';

/** An order or a placement can be on record for as long as it takes to grow up. */
const LONGEST_AUTHORITY_DAYS = 21 * 366;

/** Who may decide with or for the young person: for whoever holds items of the case. It holds codes and dates alone. */
export const signers = staffProcedure
  .input(z.strictObject({ caseId: CaseId }))
  .output(Signers)
  .query(({ ctx, input: { caseId } }) =>
    ctx.inCase(caseId, async (tx) => {
      if (!(await q.holdsFor(tx, caseId, ctx.actor.agencyId)))
        throw notFound('no such case for this speaker');
      return listSigners(tx, caseId, await q.writesFor(tx, caseId, ctx.actor.agencyId));
    }),
  );

/** The same for the young person, who may say of any adult that they are not to sign. */
export const signersMine = youthProcedure.output(Signers).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const caseId = await q.enterOwnCase(tx);
    if (!caseId) throw notFound('no own case');
    return listSigners(tx, caseId, false);
  }),
);

/** Records an authority from evidence that the speaker has seen. BAD_INPUT names the field. */
export const recordSigner = staffProcedure
  .input(RecordAuthorityInput)
  .output(z.strictObject({ authorityId: AuthorityId }))
  .mutation(({ ctx, input: { endsOn, capacity, ...input } }) =>
    ctx.inCase(input.caseId, async (tx) => {
      const end = endsOn && (await q.endOfDay(tx, endsOn, networkZone(), LONGEST_AUTHORITY_DAYS));
      if (end && (end.isPast || end.isTooFar))
        throw badInput('endsOn', 'Choose a day that is still to come.');
      const authorityId = newId(AuthorityId);
      const endsAt = end ? end.endsAt : null;
      await recordAuthority(tx, { ...input, authorityId, capacity: STORED[capacity], endsAt });
      return { authorityId };
    }),
  );

const change = (what: Parameters<typeof changeAuthority>[1]) =>
  staffProcedure
    .input(AuthorityInput)
    .output(z.strictObject({}))
    .mutation(({ ctx, input: { caseId, authorityId } }) =>
      ctx.inCase(caseId, async (tx) => {
        await changeAuthority(tx, what, authorityId);
        return {};
      }),
    );

/** A change of custody, or an order that was lifted: what rests on it closes at once. */
export const endSigner = change('end');
/** The young person agrees that this adult is contacted, and the speaker has looked at whether it is safe. */
export const agreeContact = change('agree');
/** Signs nothing and is told nothing; what they signed opens nothing from now on. */
export const excludeSigner = change('exclude');
/** Takes that back, where it was not the young person who said so. Nothing opens again by it. */
export const letSign = change('let-sign');

const changeMine = (what: Parameters<typeof changeAuthority>[1]) =>
  youthProcedure
    .input(AuthorityInput.omit({ caseId: true }))
    .output(z.strictObject({}))
    .mutation(({ ctx, input: { authorityId } }) =>
      ctx.read(async (tx) => {
        if (!(await q.enterOwnCase(tx))) throw notFound('no own case');
        await changeAuthority(tx, what, authorityId);
        return {};
      }),
    );

export const excludeSignerMine = changeMine('exclude');
export const letSignMine = changeMine('let-sign');

const STORED = {
  'young-person': 'young_person',
  guardian: 'guardian',
  'legal-custodian': 'legal_custodian',
} as const;
const SHOWN = {
  young_person: 'young-person',
  guardian: 'guardian',
  legal_custodian: 'legal-custodian',
} as const;

async function listSigners(tx: Tx, caseId: CaseId, maySign: boolean): Promise<Signers> {
  const { years, majorityOn } = await getBirth(tx, caseId, majorityBy(await findPolicy(tx, caseId)));
  const authorities = (await listAuthorities(tx, caseId)).map(({ capacity, ...row }) => ({
    ...row,
    capacity: SHOWN[capacity],
  }));
  return Signers.parse({ authorities, years, majorityOn, maySign });
}
