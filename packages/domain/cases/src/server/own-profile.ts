import { type CaseId, notFound, type StaffActor } from '@accord/kernel';
import type { Speaker } from '@accord/ledger/server';
import type { Tx } from '@accord/rpc';
import type { Vault } from '@accord/vault';
import type { z } from 'zod';
import { ProfileBody } from '../contract/index.ts';
import { findCustody, findRow, type ItemRow } from './cases.queries.ts';
import { contentOf } from './item-view.ts';
import * as q from './plan.queries.ts';

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
