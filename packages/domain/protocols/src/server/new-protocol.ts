import { newId, type StaffActor, BlockId, ProtocolId } from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import type { BlockText, TextKind } from '../contract/index.ts';
import * as q from './protocols.queries.ts';

/** Version 1 of a new text in English, as a draft of the writer's own agency. */
export async function newProtocol(
  tx: Tx,
  { agencyId, staffId }: StaffActor,
  title: string,
  texts: readonly BlockText[],
  kind: TextKind = 'protocol',
): Promise<ProtocolId> {
  const protocolId = newId(ProtocolId);
  const original = { language: 'en', translates: null } as const;
  await q.insertProtocol(tx, { protocolId, title, agencyId, author: staffId, kind, ...original });
  const blocks = texts.map((text, index) => ({ ...text, blockId: newId(BlockId), number: index + 1 }));
  await q.insertVersion(tx, { protocolId, version: 1, author: staffId, ofVersion: null }, blocks);
  return protocolId;
}
