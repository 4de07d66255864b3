import { setBornOn } from '@accord/consent/server';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { EditProfileInput, Revised } from '../contract/index.ts';
import { keepNameToken } from './name-token.ts';
import { getOwnProfile } from './own-profile.ts';
import { reviseItem } from './revise-item.ts';
import { keepSearchTokens } from './search/search.queries.ts';
import { tokensOf } from './search/tokens.ts';

/**
 * Changes what is known about the young person. Another safe way to reach them counts as not confirmed: they say
 * themselves that it is safe. CONFLICT when somebody changed it since it was read.
 */
export const editProfile = staffProcedure
  .input(EditProfileInput)
  .output(Revised)
  .mutation(({ ctx, input: { caseId, revision, ...profile } }) =>
    ctx.inCase(caseId, async (tx) => {
      const speaker = speakerOf(ctx);
      const { row, body } = await getOwnProfile(tx, ctx.vault, speaker, caseId);
      await setBornOn(tx, caseId, profile.bornOn ?? null);
      await keepNameToken(tx, ctx.vault, caseId, ctx.actor.agencyId, profile);
      const { safeContact, safeContactConfirmedOn } = body;
      const isSameWay = profile.safeContact !== undefined && profile.safeContact === safeContact;
      const confirmed = isSameWay && safeContactConfirmedOn ? { safeContactConfirmedOn } : {};
      const next = await reviseItem(tx, ctx.vault, speaker, row, revision, { ...profile, ...confirmed });
      const tokens = tokensOf(ctx.vault.ring, ctx.actor.agencyId, profile);
      await keepSearchTokens(tx, { ...row, bodyVersion: row.bodyVersion + 1 }, tokens);
      return { revision: next };
    }),
  );
