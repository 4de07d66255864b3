import { AppError, type CaseId, notFound, type StaffActor } from '@accord/kernel';
import type { Speaker } from '@accord/ledger/server';
import type { Tx } from '@accord/rpc';
import type { Vault } from '@accord/vault';
import type { z } from 'zod';
import { ProfileBody } from '../contract/index.ts';
import { findCustody, findRow, insertBody, type ItemRow } from './cases.queries.ts';
import { BODY_TABLE, contentOf } from './item-view.ts';
import * as q from './plan.queries.ts';
import { recordWrote } from './write-item.ts';

type Body = z.output<typeof ProfileBody>;
type Writer = Speaker & { actor: StaffActor };

export interface OwnProfile {
  row: ItemRow;
  body: Body;
  /** What stood there one version ago; undefined in a first version. */
  before: Body | undefined;
}

/** The profile that the writer's own agency keeps. NOT_FOUND where it keeps none, or they do not write for it. */
export async function getOwnProfile(
  tx: Tx,
  vault: Vault,
  { actor }: Writer,
  caseId: CaseId,
): Promise<OwnProfile> {
  const { writes } = await findCustody(tx, caseId, actor.agencyId);
  const itemId = writes ? await q.findProfileId(tx, caseId, actor.agencyId) : undefined;
  const [row, earlier] = itemId
    ? await Promise.all([findRow(tx, caseId, itemId), findRow(tx, caseId, itemId, 1)])
    : [];
  const unseal = await vault.unsealer(tx, actor);
  const bodyOf = (each: ItemRow | undefined) => {
    const content = each && contentOf(each, unseal);
    return content?.is === 'open' ? ProfileBody.parse(content.body) : undefined;
  };
  const body = bodyOf(row);
  if (!row || !body) throw notFound('no such profile for this writer');
  return { row, body, before: bodyOf(earlier) };
}

/**
 * Writes a new version of it; the older ones stay. CONFLICT when somebody changed it since `seen`, with nothing
 * written. Answers the new revision.
 */
export async function reviseProfile(
  tx: Tx,
  vault: Vault,
  speaker: Writer,
  row: ItemRow,
  seen: number,
  body: Body,
): Promise<number> {
  const { caseId, itemId, ownerAgency, categoryMask } = row;
  const next = await q.reviseBody(tx, caseId, itemId, seen);
  if (!next) throw new AppError('CONFLICT', 'the profile moved on');
  const sealer = await vault.sealer(tx, caseId, ownerAgency, categoryMask);
  const place = { table: BODY_TABLE, rowId: itemId, version: next.bodyVersion };
  await insertBody(tx, row, {
    version: next.bodyVersion,
    keyVersion: sealer.keyVersion,
    sealed: sealer.seal(place, JSON.stringify(body)),
  });
  await vault.share(tx, caseId);
  await recordWrote(tx, speaker, { ...row, bodyVersion: next.bodyVersion });
  return next.revision;
}
