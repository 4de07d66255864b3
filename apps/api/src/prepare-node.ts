import {
  installPolicies,
  listStoredPolicies,
  POLICIES,
  readPolicies,
  readTrust,
  verifyStored,
} from '@accord/consent/server';
import { asOwner, type Database, ensureTopicKey, registerNode, writeCatalogue } from '@accord/db';
import { type AgencyId, ANONYMOUS } from '@accord/kernel';
import { CATALOGUE } from './catalogue.ts';
import type { NodeFile } from './node-file.ts';

/**
 * Tells the database of the catalogue, of state law, of this node, and of the agencies whose keys it holds.
 * @throws PolicyFault where the rules of a state cannot be trusted: then the node must not start (consent-rules A15).
 */
export async function prepareNode(
  ownerUrl: string,
  node: NodeFile,
  agencies: readonly AgencyId[],
  policyFolder = POLICIES,
): Promise<void> {
  const policies = readPolicies(policyFolder);
  await asOwner(ownerUrl, async (sql) => {
    await writeCatalogue(sql, CATALOGUE);
    await installPolicies(sql, policies);
    await ensureTopicKey(sql, node.topicKey);
    await registerNode(sql, { nodeId: node.nodeId, key: node.contextKey }, agencies);
  });
}

/** A node that the database does not know is answered with nothing, which would look like an empty network. */
export async function assertRegistered(database: Database): Promise<void> {
  const isKnown = await database.withActor(ANONYMOUS, { purpose: 'self-access' }, async (tx) => {
    const [row] = await tx<{ ok: boolean }[]>`select (accord.context()).kind is not null as ok`;
    return row?.ok ?? false;
  });
  if (isKnown) return;
  throw new Error(
    'The database does not know the node whose keys are in the data folder. Start once with DATABASE_OWNER_URL too.',
  );
}

/**
 * What every node does, whoever prepared the database.
 * @throws PolicyFault where a row of state law is not what its issuer signed.
 */
export async function assertStateLaw(database: Database): Promise<void> {
  const stored = await database.withActor(ANONYMOUS, { purpose: 'self-access' }, (tx) =>
    listStoredPolicies(tx),
  );
  verifyStored(stored, readTrust(POLICIES));
}
