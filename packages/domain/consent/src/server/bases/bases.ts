import { BasisId, CaseId, newId, notFound, PURPOSES } from '@accord/kernel';
import { record as recordInLedger, speakerOf } from '@accord/ledger/server';
import { staffProcedure, youthProcedure } from '@accord/rpc';
import { z } from 'zod';
import {
  codesOf,
  EndBasisInput,
  LawBases,
  MyBases,
  RecordBasisInput,
  RecordedBasis,
  TellBasisInput,
} from '../../contract/index.ts';
import * as q from './bases.queries.ts';
import { checkBasis } from './check-basis.ts';
import { enterOwnCase, holdsFor, writesFor } from '../consent.queries.ts';
import { checkEmergency } from '../emergencies/emergencies.ts';
import { getEmergencyTerms } from '../emergencies/emergencies.queries.ts';
import { listHandedOut } from '../packages/packages.queries.ts';
import { listPapers } from '../register/register.queries.ts';
import { entryOf } from './entry.ts';
import { noticeOf } from './notice.ts';

const none = z.strictObject({});

/**
 * What opens items of the caller's agency beside consent. Codes, numbers and dates: no text is read, so nothing is
 * written in the ledger. NOT_FOUND for whoever is not on the case for an agency that holds items of it.
 */
export const listBases = staffProcedure
  .input(z.strictObject({ caseId: CaseId }))
  .output(LawBases)
  .query(({ ctx, input: { caseId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const { agencyId } = ctx.actor;
      if (!(await holdsFor(tx, caseId, agencyId))) throw notFound('no such case for this speaker');
      const bases = (await q.listBases(tx, caseId)).map(entryOf);
      return {
        bases,
        mayRecord: await writesFor(tx, caseId, agencyId),
        mayEnd: true,
        emergency: await getEmergencyTerms(tx),
      };
    }),
  );

/** All of the young person's, whoever they are for: nothing that a law opens is kept from them. */
export const listMyBases = youthProcedure.output(MyBases).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const caseId = await enterOwnCase(tx);
    if (!caseId) throw notFound('no own case');
    const handedOut = await listHandedOut(tx, caseId);
    return {
      bases: (await q.listBases(tx, caseId)).map(entryOf),
      papers: await listPapers(tx, caseId),
      packages: handedOut.map(({ kinds, ...each }) => ({ ...each, categories: codesOf(kinds) })),
    };
  }),
);

/**
 * Records an order, a statute, a duty or an emergency. In one transaction: the record, the rows that the law opens, the
 * keys for the recipient, and the ledger. BAD_INPUT names the field; CONFLICT while another emergency of the same
 * worker is open. The young person reads it from then on, and cannot switch it off.
 */
export const recordBasis = staffProcedure
  .input(RecordBasisInput)
  .output(RecordedBasis)
  .mutation(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      const { agencyId } = ctx.actor;
      if (!(await writesFor(tx, input.caseId, agencyId))) throw notFound('no such case for this speaker');
      if (input.kind === 'emergency') await checkEmergency(tx, { needsTwo: false });
      const { recipientId, purposes, see, know, endsAt } = await checkBasis(tx, ctx.actor, input);
      const basisId = newId(BasisId);
      await q.recordBasis(tx, {
        basisId,
        caseId: input.caseId,
        kind: input.kind,
        recipientKind: input.recipient.kind,
        recipientId,
        purposes: purposes.map((purpose) => PURPOSES[purpose]),
        see,
        know,
        endsAt,
        ...paperOf(input),
        ...noticeOf(input),
      });
      await ctx.vault.share(tx, input.caseId);
      const opened = { ownerAgency: agencyId, categoryMask: know, items: [] };
      await recordInLedger(tx, speakerOf(ctx), 'shared', input.caseId, [opened]);
      return { basisId };
    }),
  );

/** Ends one before its day. It acts at once; CONFLICT when it is over already. */
export const endBasis = staffProcedure
  .input(EndBasisInput)
  .output(none)
  .mutation(({ ctx, input: { caseId, basisId, reason } }) =>
    ctx.inCase(caseId, async (tx) => {
      const mask = await q.endBasis(tx, basisId, reason);
      const closed = { ownerAgency: ctx.actor.agencyId, categoryMask: mask, items: [] };
      await recordInLedger(tx, speakerOf(ctx), 'stopped', caseId, [closed]);
      return {};
    }),
  );

/** Somebody has told the young person by themselves; their page has shown it from the start. */
export const tellBasis = staffProcedure
  .input(TellBasisInput)
  .output(none)
  .mutation(({ ctx, input: { caseId, basisId, how } }) =>
    ctx.inCase(caseId, async (tx) => {
      await q.tellBasis(tx, basisId, how);
      return {};
    }),
  );

function paperOf(input: RecordBasisInput) {
  return {
    duty: input.kind === 'mandate' ? input.duty : null,
    evidence: input.kind === 'emergency' ? input.nature : input.number,
    subpoena: input.kind === 'court_order' ? (input.subpoena ?? null) : null,
    issuedOn: 'issuedOn' in input ? input.issuedOn : null,
  };
}
