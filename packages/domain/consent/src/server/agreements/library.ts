import { newId } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { z } from 'zod';
import {
  AgreementId,
  AgreementLibrary,
  codesOf,
  EndAgreementInput,
  RecordAgreementInput,
} from '../../contract/index.ts';
import * as q from './agreements.queries.ts';

/** What the caller's own agency signed with others. It reads of no case. */
export const listAgreements = staffProcedure.output(AgreementLibrary).query(({ ctx }) =>
  ctx.read(async (tx) => ({
    ...(await q.getHouse(tx, ctx.actor.agencyId)),
    agreements: (await q.listAgreements(tx)).map(({ gives, receives, ...row }) => ({
      ...row,
      gives: codesOf(gives),
      receives: codesOf(receives),
    })),
  })),
);

/**
 * Records what the caller's agency signed; where it takes the place of another, that one ends when this begins. What
 * permissions have open goes on as far as it is covered, and nothing opens by it. NOT_FOUND for whoever supervises
 * nothing there; CONFLICT where what it would replace is over.
 */
export const recordAgreement = staffProcedure
  .input(RecordAgreementInput)
  .output(z.strictObject({ agreementId: AgreementId }))
  .mutation(({ ctx, input }) =>
    ctx.read(async (tx) => {
      const agreementId = newId(AgreementId);
      await q.recordAgreement(tx, agreementId, input);
      return { agreementId };
    }),
  );

/** Ends one: what it alone covered closes in this transaction, in every case, with its keys. CONFLICT: it is over. */
export const endAgreement = staffProcedure
  .input(EndAgreementInput)
  .output(z.strictObject({}))
  .mutation(({ ctx, input }) =>
    ctx.read(async (tx) => {
      await q.endAgreement(tx, input.agreementId);
      return {};
    }),
  );
