import { newId, type StaffActor, BlockId, ProtocolId } from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import { type BlockText } from '../contract/index.ts';
import * as q from './protocols.queries.ts';

/** Version 1 of a new protocol, as a draft of the writer's own agency. */
export async function newProtocol(
  tx: Tx,
  { agencyId, staffId }: StaffActor,
  title: string,
  texts: readonly BlockText[],
): Promise<ProtocolId> {
  const protocolId = newId(ProtocolId);
  await q.insertProtocol(tx, { protocolId, title, agencyId, author: staffId });
  const blocks = texts.map((text, index) => ({ ...text, blockId: newId(BlockId), number: index + 1 }));
  await q.insertVersion(tx, { protocolId, version: 1, author: staffId }, blocks);
  return protocolId;
}
