import { asOwner, ensureTopicKey, registerNode, writeCatalogue } from '@accord/db';
import type { AgencyId } from '@accord/kernel';
import { CATALOGUE } from './catalogue.ts';
import type { NodeFile } from './node-file.ts';

/** Tells the database of the catalogue, of this node, and of the agencies whose keys it holds. */
export async function prepareNode(ownerUrl: string, node: NodeFile, agencies: readonly AgencyId[]): Promise<void> {
  await asOwner(ownerUrl, async (sql) => {
    await writeCatalogue(sql, CATALOGUE);
    await ensureTopicKey(sql, node.topicKey);
    await registerNode(sql, { nodeId: node.nodeId, key: node.contextKey }, agencies);
  });
}
