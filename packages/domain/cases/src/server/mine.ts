import { codesOf } from '@accord/consent';
import { enterOwnCase } from '@accord/consent/server';
import { notFound } from '@accord/kernel';
import { listLooks, speakerOf } from '@accord/ledger/server';
import { youthProcedure } from '@accord/rpc';
import { CasePage, Looks } from '../contract/index.ts';
import { openCase } from './open-case.ts';

/** The young person opens what is theirs to see of their own case. */
export const openMine = youthProcedure.output(CasePage).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const caseId = await enterOwnCase(tx);
    if (!caseId) throw notFound('no own case');
    return openCase(tx, ctx.vault, speakerOf(ctx), caseId);
  }),
);

/** Who looked: a plain line for each reading, newest first. Their own readings are not in it. */
export const looks = youthProcedure.output(Looks).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const caseId = await enterOwnCase(tx);
    if (!caseId) throw notFound('no own case');
    const rows = await listLooks(tx, caseId, 200);
    return {
      looks: rows
        .filter((row) => row.actorKind !== 'youth')
        .map((row) => ({
          at: row.at,
          who: row.who ?? '',
          agency: row.agency,
          what: codesOf(row.categoryMask),
          action: row.action,
        })),
    };
  }),
);
