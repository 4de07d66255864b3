import { AppError, type ProtocolId } from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import type { ProtocolPage } from '../contract/index.ts';
import * as q from './protocols.queries.ts';
import { type Reader, readProtocol } from './read-protocol.ts';

/** A protocol that nobody else changes until this transaction ends. NOT_FOUND when the reader may not read it. */
export async function holdProtocol(tx: Tx, reader: Reader, protocolId: ProtocolId): Promise<ProtocolPage> {
  await q.lockProtocol(tx, protocolId);
  return readProtocol(tx, reader, protocolId);
}

/** The same, at the version that the writer was looking at. CONFLICT when there is a newer one. */
export async function holdVersion(
  tx: Tx,
  reader: Reader,
  { protocolId, version }: { protocolId: ProtocolId; version: number },
): Promise<ProtocolPage> {
  const page = await holdProtocol(tx, reader, protocolId);
  if (page.version !== version) throw new AppError('CONFLICT', 'the protocol has a newer version');
  return page;
}
