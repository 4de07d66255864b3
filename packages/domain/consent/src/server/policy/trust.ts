import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from './canonical-json.ts';
import { PolicyFault } from './fault.ts';

/** Who may issue rules or review them: a file `<id>.json` in `keys/` or in `reviewers/`. */
export const TrustedKey = z.strictObject({
  name: z.string().trim().min(1),
  role: z.string().trim().min(1),
  /** Ed25519, SPKI in DER, base64. */
  publicKey: z.base64().min(1),
});
type TrustedKey = z.infer<typeof TrustedKey>;

export type Trusted = TrustedKey & { key: KeyObject };
/** By id. Whoever issues does not review. */
export interface Trust {
  issuers: ReadonlyMap<string, Trusted>;
  reviewers: ReadonlyMap<string, Trusted>;
}

/** @throws PolicyFault that names the file which is no key. */
export function readTrust(folder: string): Trust {
  const issuers = keysIn(join(folder, 'keys'));
  const reviewers = keysIn(join(folder, 'reviewers'));
  const issuing = new Set([...issuers.values()].map(({ publicKey }) => publicKey));
  for (const [id, { publicKey }] of reviewers) {
    if (!issuing.has(publicKey)) continue;
    throw new PolicyFault(
      `${join(folder, 'reviewers', `${id}.json`)} holds a key that issues rules too. Whoever issues does not review: take one of the two files out.`,
    );
  }
  return { issuers, reviewers };
}

function keysIn(folder: string): Map<string, Trusted> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(files.map((name) => [basename(name, '.json'), readKey(join(folder, name))]));
}

function readKey(file: string): Trusted {
  try {
    const trusted = TrustedKey.parse(JSON.parse(readFileSync(file, 'utf8')));
    const key = createPublicKey({
      key: Buffer.from(trusted.publicKey, 'base64'),
      format: 'der',
      type: 'spki',
    });
    if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('another kind of key');
    return { ...trusted, key };
  } catch {
    throw new PolicyFault(
      `${file} is not a public key that Accord can read. Restore it, make it anew with "policy keygen", or take it out.`,
    );
  }
}

export function isSignedBy({ key }: Trusted, body: unknown, signature: Buffer): boolean {
  return verify(null, Buffer.from(canonicalJson(body)), key, signature);
}
