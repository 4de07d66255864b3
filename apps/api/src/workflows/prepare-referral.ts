import { findCustody, previewOf } from '@accord/cases/server';
import { opensItem } from '@accord/consent';
import { basisOf, listSights } from '@accord/consent/server';
import { findService } from '@accord/directory/server';
import { badInput, notFound } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { PreparedReferral, PrepareReferralInput } from '@accord/referrals';
import { findAsked, listReaders, REFERRAL_MASK } from '@accord/referrals/server';
import { staffProcedure } from '@accord/rpc';

/**
 * Before a referral is sent: who at the service would see it at once, and what else these people can open today. It
 * leaves the line of a preview in the ledger where there is something to show. NOT_FOUND for whoever does not write.
 */
export const prepareReferral = staffProcedure
  .input(PrepareReferralInput)
  .output(PreparedReferral)
  .query(({ ctx, input: { caseId, serviceId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const { writes } = await findCustody(tx, caseId, ctx.actor.agencyId);
      if (!writes) throw notFound('no such case for this writer');
      const service = await findService(tx, serviceId);
      if (!service) throw badInput('serviceId', 'Choose a service from the directory.');
      const { agency } = service.organization;
      const readers = await listReaders(tx, caseId, serviceId, REFERRAL_MASK);
      const askedAt = (await findAsked(tx, caseId, serviceId)) ?? null;
      if (!agency || readers.length === 0) return { agency, readers: [], preview: [], askedAt };

      const theirs = new Set<string>(
        readers.flatMap(({ staffId, onCase }) => (onCase ? [staffId, agency.agencyId] : [staffId])),
      );
      const bases = (await listSights(tx, caseId, null))
        .filter(({ granteeId }) => theirs.has(granteeId))
        .map(basisOf);
      const preview = await previewOf(tx, ctx.vault, speakerOf(ctx), caseId, (row) =>
        bases.some((basis) =>
          opensItem(basis, { mask: row.categoryMask, occurredAt: Date.parse(row.occurredAt) }),
        ),
      );
      const named = readers.map(({ staffId, name, title }) => ({ staffId, name, title }));
      return { agency, readers: named, preview, askedAt };
    }),
  );
