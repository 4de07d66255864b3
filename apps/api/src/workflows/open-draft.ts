import { previewFor } from '@accord/cases/server';
import { maskOf, OpenDraft } from '@accord/consent';
import { getPermission } from '@accord/consent/server';
import { CaseId, GrantId, notFound } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { z } from 'zod';

/** A draft again, with what its recipient would be able to read today. NOT_FOUND once it is signed or discarded. */
export const openDraft = staffProcedure
  .input(z.strictObject({ caseId: CaseId, grantId: GrantId }))
  .output(OpenDraft)
  .query(({ ctx, input: { caseId, grantId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const permission = await getPermission(tx, ctx.vault, speakerOf(ctx), caseId, grantId);
      if (permission.state !== 'draft') throw notFound('no draft any more');
      const preview = await previewFor(tx, ctx.vault, speakerOf(ctx), caseId, maskOf(permission.categories));
      return { permission, preview };
    }),
  );
