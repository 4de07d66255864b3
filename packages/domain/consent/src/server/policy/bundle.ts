import { z } from 'zod';
import { PolicyBody } from '../../contract/index.ts';
import { PolicyFault } from './fault.ts';
import { isSignedBy, type Trust } from './trust.ts';

const Signature = z.base64().length(88);
const line = z.string().trim().min(1).max(120);

/** A reviewer's own signature over the same bytes as the issuer's. */
export const Review = z.strictObject({
  reviewer: z.string(),
  name: line,
  role: line,
  signature: Signature,
});
export type Review = z.infer<typeof Review>;

/** A file in `policies/`: the rules of one state and whoever stands for them. */
export const BundleFile = z.strictObject({
  policy: PolicyBody,
  issuedBy: z.string(),
  signature: Signature,
  reviews: z.array(Review),
});
export type BundleFile = z.infer<typeof BundleFile>;

/** A bundle whose issuer is known and whose signature holds. */
export interface Bundle {
  file: string;
  body: PolicyBody;
  issuedBy: string;
  signature: Buffer;
  /** The name and role of the first reviewer whose signature holds. */
  reviewedBy: string | null;
  /** Reviews that count for nothing, each with the reason. */
  leftOut: readonly string[];
}

/** @throws PolicyFault where the issuer is not known or something was changed after it was signed. */
export function verifyBundle(file: string, given: BundleFile, trust: Trust): Bundle {
  const { policy: body, issuedBy } = given;
  const issuer = trust.issuers.get(issuedBy);
  if (!issuer) {
    throw new PolicyFault(
      `${file} is signed by "${issuedBy}", whom nobody knows here. Put that public key into keys/, or take the file out.`,
    );
  }
  const signature = Buffer.from(given.signature, 'base64');
  if (!isSignedBy(issuer, body, signature)) {
    throw new PolicyFault(
      `${file} was changed after it was signed. Restore it, or give it a new version and sign it: policy sign <file> --key <pem>.`,
    );
  }
  const reviews = given.reviews.map((review) => ({ review, wrong: wrongWith(review, body, trust) }));
  const counted = reviews.find(({ wrong }) => wrong === null)?.review;
  return {
    file,
    body,
    issuedBy,
    signature,
    reviewedBy: counted ? `${counted.name}, ${counted.role}` : null,
    leftOut: reviews.flatMap(({ wrong }) => (wrong === null ? [] : [wrong])),
  };
}

function wrongWith(
  { reviewer, name, role, signature }: Review,
  body: PolicyBody,
  trust: Trust,
): string | null {
  const known = trust.reviewers.get(reviewer);
  if (!known) return `The key of ${name} is not in reviewers/.`;
  if (known.name !== name || known.role !== role) return `${reviewer} is ${known.name}, ${known.role}.`;
  if (isSignedBy(known, body, Buffer.from(signature, 'base64'))) return null;
  return `${name} signed something else than what stands here.`;
}
