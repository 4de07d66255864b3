import { badInput } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { codesOf, maskOf, neverByConsent, Offer, OfferInput, SHAREABLE } from '../../contract/index.ts';
import { findRecipientAgency, getTerms } from '../consent.queries.ts';
import { readCover } from './terms.ts';

/**
 * The kinds that a permission of the caller's agency to this recipient could name today, and those that it could not
 * because one of the two agencies did not sign for them. It reads of no case.
 */
export const offer = staffProcedure
  .input(OfferInput)
  .output(Offer)
  .query(({ ctx, input: { recipient, purpose } }) =>
    ctx.read(async (tx) => {
      const { agencyId: discloser } = ctx.actor;
      const id = recipient.kind === 'staff' ? recipient.staffId : recipient.agencyId;
      const theirs = await findRecipientAgency(tx, recipient.kind, id);
      if (!theirs) throw badInput('recipient', 'Choose a person or agency from the list.');
      const { shareable } = await getTerms(tx, discloser);
      const { both, given } = await readCover(tx, { discloser, recipient: theirs, purpose }, Date.now());
      const nameable = maskOf(SHAREABLE) & shareable & ~neverByConsent(purpose);
      return {
        kinds: codesOf(nameable & both),
        held: codesOf(nameable & ~both).map((kind) => ({
          kind,
          by: (given & maskOf([kind])) === 0n ? ('own' as const) : ('theirs' as const),
        })),
      };
    }),
  );
