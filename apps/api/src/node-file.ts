import { NodeId, newId } from '@accord/kernel';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const key = z.base64().transform((text) => Buffer.from(text, 'base64'));
const NodeFile = z.strictObject({
  nodeId: NodeId,
  /** Signs the context of each transaction. */
  contextKey: key,
  /** Keys the topics of change notices; all nodes of a network share it through the database. */
  topicKey: key,
  limitKey: key,
  /** Logins of the embedded database. */
  appPassword: z.string(),
  listenPassword: z.string(),
});
export type NodeFile = z.output<typeof NodeFile>;

/**
 * What makes this node this node, kept beside its key ring and readable by its user alone. Throws an Error when others
 * can read it: whoever has it signs as anybody whom this node speaks for.
 */
export function readNodeFile(folder: string): NodeFile {
  const path = join(folder, 'node.json');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const secret = (encoding: 'base64' | 'hex') => randomBytes(32).toString(encoding);
    const fresh = {
      nodeId: newId(NodeId),
      contextKey: secret('base64'),
      topicKey: secret('base64'),
      limitKey: secret('base64'),
      appPassword: secret('hex'),
      listenPassword: secret('hex'),
    };
    writeFileSync(path, JSON.stringify(fresh, null, 2), { mode: 0o600, flag: 'wx' });
  }
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new Error(`${path} is open to its group or others; it needs mode 0600`);
  }
  const parsed = NodeFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path} is not a node file; move it away to make a new node`);
  return parsed.data;
}
