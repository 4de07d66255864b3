import { type AgencyId, type CaseId, type GrantId, notFound } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx } from '@accord/rpc';
import { codesOf, RecordedStop, RecordStopInput } from '../../contract/index.ts';
import { type BasisRow, listBases } from '../bases/bases.queries.ts';
import * as q from '../consent.queries.ts';
import { listOut } from './already-out.ts';
import { isLive, stopGrants } from './stop-grants.ts';

const EVERY_KIND = (1n << 63n) - 1n;

/**
 * A stop that reached any worker who is on the case for the agency that discloses: said, sent or handed in. It acts on
 * receipt (consent-rules 0.7), and answers with what goes on all the same: by another permission, by law, and in the
 * memory of whoever read it. What other agencies share is not theirs to stop. NOT_FOUND for everybody else.
 */
export const recordStop = staffProcedure
  .input(RecordStopInput)
  .output(RecordedStop)
  .mutation(({ ctx, input: { caseId, cameBy, what } }) =>
    ctx.inCase(caseId, async (tx) => {
      const { agencyId } = ctx.actor;
      if (!(await q.holdsFor(tx, caseId, agencyId))) throw notFound('no such case for this speaker');
      // What is signed at this moment comes before the stop, and ends by it, or after it: never in between.
      await q.takeKeysToStop(tx, caseId);
      const named = what.is === 'everything' ? null : await getNamed(tx, caseId, agencyId, what.grantId);
      const stopped = (await listShared(tx, caseId, agencyId)).filter(
        ({ grantId, recipientId }) =>
          named === null ||
          (what.is === 'recipient' ? recipientId === named.recipientId : grantId === named.grantId),
      );
      await stopGrants(tx, speakerOf(ctx), caseId, stopped, EVERY_KIND, cameBy);
      const isAbout = ({ recipientAgencyId }: { recipientAgencyId: AgencyId }) =>
        named === null || recipientAgencyId === named.recipientAgencyId;
      return {
        cameBy,
        stopped: stopped.map((grant) => ({ ...whoIs(grant), categories: codesOf(leftOf(grant)) })),
        goesOn: (await listShared(tx, caseId, agencyId)).filter(isAbout).flatMap(openOf),
        byLaw: (await listBases(tx, caseId))
          .filter((basis) => basis.state === 'active' && isAbout(basis))
          .map((basis) => ({ ...whoIs(basis), ...lawOf(basis) })),
        out: await listReaders(tx, stopped),
      };
    }),
  );

async function getNamed(tx: Tx, caseId: CaseId, agencyId: AgencyId, grantId: GrantId): Promise<q.GrantRow> {
  const all = await q.listGrants(tx, caseId);
  let grant = all.find((each) => each.grantId === grantId);
  // Whoever stops what was renewed in the meantime means what goes on.
  for (let newer = grant?.replacedBy; newer; newer = grant?.replacedBy)
    grant = all.find((each) => each.grantId === newer);
  if (!grant || grant.discloser !== agencyId || grant.status === 'draft')
    throw notFound('no such permission for this speaker');
  return grant;
}

/** What the speaker's own agency shares now, or would again after a pause. */
const listShared = async (tx: Tx, caseId: CaseId, agencyId: AgencyId): Promise<q.GrantRow[]> =>
  (await q.listGrants(tx, caseId)).filter((grant) => grant.discloser === agencyId && isLive(grant));

async function listReaders(tx: Tx, stopped: readonly q.GrantRow[]): Promise<RecordedStop['out']> {
  const out: RecordedStop['out'] = [];
  for (const papers of Map.groupBy(stopped, ({ recipientId }) => recipientId).values()) {
    const [first] = papers;
    const read = await listOut(
      tx,
      papers.map(({ grantId }) => grantId),
      papers.reduce((mask, grant) => mask | leftOf(grant), 0n),
    );
    if (first && read.length > 0) out.push({ ...whoIs(first), read });
  }
  return out;
}

/** A paused one opens nothing, and one that the law holds closed neither. */
function openOf(grant: q.GrantRow): RecordedStop['goesOn'] {
  const open = grant.status === 'active' ? grant.opens & leftOf(grant) : 0n;
  return open === 0n ? [] : [{ ...whoIs(grant), categories: codesOf(open) }];
}

const lawOf = ({ kind, know, endsAt, endsOn }: BasisRow) => ({
  kind,
  categories: codesOf(know),
  endsAt,
  endsOn,
});

const leftOf = ({ categories, stopped }: q.GrantRow): bigint => categories & ~stopped;

const whoIs = ({ recipientName, recipientAgency }: { recipientName: string; recipientAgency: string }) => ({
  name: recipientName,
  agency: recipientAgency,
});
