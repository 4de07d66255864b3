import { previewFor } from '@accord/cases/server';
import { maskOf, Renewal } from '@accord/consent';
import { getCodeName, holdsFor, listPermissions, listRenewable, writesFor } from '@accord/consent/server';
import { CaseId, notFound } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { z } from 'zod';

/**
 * What the caller's agency shares in a case and ends soon. What is as it was comes with what its recipient would be able
 * to read today, since it is to be looked at before anybody says yes. NOT_FOUND for whoever holds nothing of the case.
 */
export const openRenewal = staffProcedure
  .input(z.strictObject({ caseId: CaseId }))
  .output(Renewal)
  .query(({ ctx, input: { caseId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const { agencyId } = ctx.actor;
      const speaker = speakerOf(ctx);
      if (!(await holdsFor(tx, caseId, agencyId))) throw notFound('no such case for this speaker');
      const renewable = await listRenewable(tx, caseId, agencyId);
      const permissions = await listPermissions(tx, ctx.vault, speaker, caseId);
      const renewal: Renewal = {
        codeName: await getCodeName(tx, caseId),
        mayRenew: await writesFor(tx, caseId, agencyId),
        same: [],
        changed: [],
      };
      for (const { grant, change } of renewable) {
        const permission = permissions.find(({ grantId }) => grantId === grant.grantId);
        if (!permission) continue;
        if (change !== null) renewal.changed.push({ permission, why: change });
        else {
          const preview = await previewFor(tx, ctx.vault, speaker, caseId, maskOf(permission.categories));
          renewal.same.push({ permission, preview });
        }
      }
      return renewal;
    }),
  );
