import { findService } from '@accord/directory/server';
import { badInput } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { Referred, ReferInput } from '@accord/referrals';
import { sendReferral } from '@accord/referrals/server';
import { staffProcedure } from '@accord/rpc';

/** Refers a young person to a service of the directory. The directory and referrals meet here, and nowhere else. */
export const refer = staffProcedure
  .input(ReferInput)
  .output(Referred)
  .mutation(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      const service = await findService(tx, input.serviceId);
      if (!service || service.availability === 'withdrawn')
        throw badInput('serviceId', 'Choose a service from the directory.');
      const chosen = {
        serviceId: service.serviceId,
        name: service.name,
        organization: service.organization.name,
      };
      return sendReferral(tx, ctx.vault, speakerOf(ctx), input, chosen);
    }),
  );
