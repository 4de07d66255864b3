import { CaseId, notFound } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure, youthProcedure } from '@accord/rpc';
import { z } from 'zod';
import { CasePermissions, Permissions } from '../../contract/index.ts';
import { enterOwnCase, holdsFor, writesFor } from '../consent.queries.ts';
import { listKeptOut } from '../kept-out/kept-out.queries.ts';
import { listPermissions } from './read.ts';
import { findLawInForce } from '../policy/policy.queries.ts';

/** For staff who are on the case for an agency that holds items of it; for anybody else it is not there. */
export const list = staffProcedure
  .input(z.strictObject({ caseId: CaseId }))
  .output(CasePermissions)
  .query(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      if (!(await holdsFor(tx, input.caseId, ctx.actor.agencyId)))
        throw notFound('no such case for this speaker');
      const permissions = await listPermissions(tx, ctx.vault, speakerOf(ctx), input.caseId);
      const maySign = await writesFor(tx, input.caseId, ctx.actor.agencyId);
      return { permissions, maySign, judgedBy: await findLawInForce(tx, input.caseId) };
    }),
  );

export const listMine = youthProcedure.output(Permissions).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const caseId = await enterOwnCase(tx);
    if (!caseId) throw notFound('no own case');
    const keptOut = new Set((await listKeptOut(tx, caseId)).map(({ staffId }) => staffId));
    const permissions = await listPermissions(tx, ctx.vault, speakerOf(ctx), caseId, keptOut);
    return { permissions: permissions.filter((permission) => permission.state !== 'draft'), maySign: false };
  }),
);
