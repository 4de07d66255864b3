import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { PolicyBody } from '../../contract/index.ts';
import { type BundleFile, Review, verifyBundle } from './bundle.ts';
import { canonicalJson } from './canonical-json.ts';
import { PolicyFault } from './fault.ts';
import { firstOf, readBundle } from './read.ts';
import { isSignedBy, type Trust, type Trusted, TrustedKey } from './trust.ts';

/** What is signed for the first time has neither signature nor reviews yet. */
const Unsigned = z.object({ policy: PolicyBody, reviews: z.array(Review).default([]) });

/**
 * Signs the rules in a file as the issuer whose key this is, and writes the file. Reviews of another text fall away.
 * @throws PolicyFault where the rules do not fit the schema, or the key is not one of an issuer.
 */
export function signFile(file: string, pem: string, trust: Trust): BundleFile {
  const read = Unsigned.safeParse(jsonOf(file));
  if (!read.success) {
    throw new PolicyFault(
      `${file} does not fit the schema of state law (${firstOf(read.error)}). Nothing was signed.`,
    );
  }
  const { policy, reviews } = read.data;
  const key = privateKeyOf(pem);
  const issuedBy = idOf(key, trust.issuers, 'keys/');
  const isOfThisText = ({ reviewer, signature }: Review) => {
    const known = trust.reviewers.get(reviewer);
    return known !== undefined && isSignedBy(known, policy, Buffer.from(signature, 'base64'));
  };
  const signed = {
    policy,
    issuedBy,
    signature: signatureOf(policy, key),
    reviews: reviews.filter(isOfThisText),
  };
  write(file, signed);
  return signed;
}

/**
 * Adds a reviewer's own signature over the same bytes as the issuer's. A reviewer who signs again replaces their mark.
 * @throws PolicyFault where the issuer's signature does not hold, or the key is not that of this reviewer.
 */
export function reviewFile(
  file: string,
  { name, role, pem }: { name: string; role: string; pem: string },
  trust: Trust,
): BundleFile {
  const bundle = readBundle(file);
  verifyBundle(file, bundle, trust);
  const key = privateKeyOf(pem);
  const reviewer = idOf(key, trust.reviewers, 'reviewers/');
  const known = trust.reviewers.get(reviewer);
  if (known?.name !== name || known.role !== role) {
    throw new PolicyFault(`This key is that of ${known?.name}, ${known?.role}. Give that name and role.`);
  }
  const others = bundle.reviews.filter((each) => each.reviewer !== reviewer);
  const review = { reviewer, name, role, signature: signatureOf(bundle.policy, key) };
  const reviewed = { ...bundle, reviews: [...others, review] };
  write(file, reviewed);
  return reviewed;
}

/** A new key: its private half into a file of one's own, its public half as the text of `<id>.json`. */
export function makeKey(pemFile: string, { name, role }: { name: string; role: string }): string {
  if (existsSync(pemFile)) throw new PolicyFault(`${pemFile} is there already. Name another file.`);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(pemFile, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
  return textOf(TrustedKey.parse({ name, role, publicKey: publicHalfOf(publicKey) }));
}

const publicHalfOf = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).toString('base64');
const signatureOf = (body: PolicyBody, key: KeyObject) =>
  sign(null, Buffer.from(canonicalJson(body)), key).toString('base64');
const textOf = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const write = (file: string, bundle: BundleFile) => writeFileSync(file, textOf(bundle));

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new PolicyFault(`${file} cannot be read as JSON. Nothing was signed.`);
  }
}

function privateKeyOf(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // the same sentence as for a key of another kind
  }
  throw new PolicyFault('The file after --key holds no Ed25519 private key. Make one with "policy keygen".');
}

function idOf(key: KeyObject, among: ReadonlyMap<string, Trusted>, folder: string): string {
  const publicHalf = publicHalfOf(createPublicKey(key));
  for (const [id, { publicKey }] of among) if (publicKey === publicHalf) return id;
  throw new PolicyFault(`Nobody knows this key: its public half is not in ${folder}. Put it there first.`);
}
