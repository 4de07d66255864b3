import type { Tx } from '@accord/rpc';
import type { Translation } from '../contract/index.ts';
import * as q from './protocols.queries.ts';

/** What a version of a translation stands beside; null for a text that is none. */
export async function readTranslation(
  tx: Tx,
  { protocolId, translates }: q.ProtocolRow,
  { version, ofVersion }: q.VersionRow,
): Promise<Translation | null> {
  if (translates === null || ofVersion === null) return null;
  const published = (await q.listVersions(tx, translates)).filter(({ status }) => status === 'published');
  return {
    of: translates,
    ofVersion,
    original: await q.listBlocks(tx, translates, ofVersion),
    originalIsPublished: published.some((each) => each.version === ofVersion),
    isBehind: published.some((each) => each.version > ofVersion),
    reader: (await q.findTextReader(tx, protocolId, version)) ?? null,
  };
}
