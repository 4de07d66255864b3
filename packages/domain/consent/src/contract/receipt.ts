import type { CaseId } from '@accord/kernel';
import { CATEGORIES, type CategoryCode } from './categories.ts';
import type { Permission } from './permission.ts';
import type { LawInForce } from './policy.ts';

/** Where a receipt is made: what is not in the permission itself. */
interface ReceiptContext {
  caseId: CaseId;
  /** Of whoever it is for: a BCP 47 tag. */
  language: string;
  /** By whose rules it is judged today; null: none are on record. */
  judgedBy: LawInForce | null;
}

/**
 * A signed permission as a consent receipt: the fields of the Kantara Consent Receipt v1.1, and beside them the record
 * of events that ISO/IEC TS 27560 asks for. Undefined for a draft: nobody has agreed to it.
 *
 * The young person is the id of their case, and nobody signs by name: a receipt is found by others. Kinds are our codes.
 * What a field of the specification asks for and nobody has on record (addresses, a public key) is left out.
 */
export function receiptOf(permission: Permission, { caseId, language, judgedBy }: ReceiptContext) {
  const { grantId, signed, discloser, recipient, purpose, categories, stopped, law, endsOn } = permission;
  if (!signed) return undefined;
  // The paper names all of these, whatever is open by it today.
  const kinds = inOrder([...categories, ...stopped, ...law.map(({ kind }) => kind)]);
  const sensitive = kinds.filter((code) => QUIET.has(code));
  return {
    version: 'KI-CR-v1.1.0',
    jurisdiction: judgedBy ? `US-${judgedBy.state}` : 'US',
    consentTimestamp: Math.floor(Date.parse(signed.at) / 1000),
    collectionMethod:
      signed.method === 'typed' ? 'signed on screen, with a witness' : 'spoken, with a witness',
    consentReceiptID: grantId,
    language,
    piiPrincipalId: caseId,
    piiControllers: [{ piiController: discloser, onBehalf: false, contact: signed.recordedBy }],
    policyUrl: judgedBy
      ? `urn:accord:state-law:${judgedBy.state}:${judgedBy.version}`
      : 'urn:accord:state-law:none',
    services: [
      {
        service: 'Accord',
        purposes: [
          {
            purpose,
            purposeCategory: [purpose],
            consentType: 'EXPLICIT',
            piiCategory: kinds,
            primaryPurpose: true,
            termination: endsOn,
            thirdPartyDisclosure: true,
            thirdPartyName: nameOf(recipient),
          },
        ],
      },
    ],
    sensitive: sensitive.length > 0,
    spiCat: sensitive,
    record: {
      schema: 'ISO/IEC TS 27560:2023',
      state: permission.state,
      validUntil: endsOn,
      /** The words that were signed. */
      notice: permission.text && {
        title: permission.text.title,
        version: permission.text.version,
        language: permission.paper.language,
        sha256: permission.text.digest,
      },
      withdrawal:
        'At any time, to any worker of the agency or on the young person’s own page, without a reason.',
      events: eventsOf(permission, signed.at),
    },
  };
}

/** To a post: what they are first, since it is for whoever that is, and then who it is. */
function nameOf({ name, agency, post }: Permission['recipient']): string {
  if (post !== null) return name === agency ? `${post}, ${agency}` : `${post} (${name}), ${agency}`;
  return name === agency ? agency : `${name}, ${agency}`;
}

const QUIET: ReadonlySet<string> = new Set(
  CATEGORIES.filter(({ existence }) => existence === 'quiet').map(({ code }) => code),
);

const inOrder = (codes: readonly CategoryCode[]): CategoryCode[] =>
  CATEGORIES.filter(({ code }) => codes.includes(code)).map(({ code }) => code);

/** What happened to it, in order. */
function eventsOf({ adults, pausedAt, stoppedAt }: Permission, signedAt: string) {
  return [
    { at: signedAt, event: 'given', by: 'young-person' },
    ...adults.map(({ at, capacity }) => ({ at, event: 'given', by: capacity })),
    ...(pausedAt ? [{ at: pausedAt, event: 'paused' }] : []),
    ...(stoppedAt ? [{ at: stoppedAt, event: 'withdrawn' }] : []),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
