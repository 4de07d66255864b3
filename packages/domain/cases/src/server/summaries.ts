import type { StaffActor } from '@accord/kernel';
import { record, type Speaker } from '@accord/ledger/server';
import type { Tx } from '@accord/rpc';
import type { Vault } from '@accord/vault';
import { type CaseList, ProfileBody } from '../contract/index.ts';
import * as q from './cases.queries.ts';
import { contentOf } from './item-view.ts';
import { exposuresOf } from './open-case.ts';

/** Lines of a list of cases. A name that is shown is a read, and is in the ledger like any other. */
export async function summariesOf(
  tx: Tx,
  vault: Vault,
  speaker: Speaker & { actor: StaffActor },
  heads: Awaited<ReturnType<typeof q.enterMyCases>>,
): Promise<CaseList['cases']> {
  const unseal = await vault.unsealer(tx, speaker.actor);
  const profiles = await q.listProfiles(
    tx,
    heads.map(({ caseId }) => caseId),
  );
  const names = new Map<string, string>();
  for (const row of profiles) {
    const content = contentOf(row, unseal);
    if (content.is !== 'open') continue;
    names.set(row.caseId, ProfileBody.parse(content.body).name);
    await record(tx, speaker, 'opened', row.caseId, exposuresOf([row], row.ownerAgency));
  }
  return heads.map(({ caseId, codeName, openedAt, withMe }) => ({
    caseId,
    codeName,
    openedAt,
    withMe,
    name: names.get(caseId) ?? null,
  }));
}
