import type { CaseId, GrantId, Purpose } from '@accord/kernel';
import { CATEGORIES, type CategoryCode, type Permission, type Recipient } from '../../contract/index.ts';
import { ACT_CODE, ACTION, KINDS, LOINC, PARTICIPATION_TYPE, PURPOSES_HERE, SCOPE } from '../systems.ts';

/** What of a permission leaves as a FHIR Consent: ids, codes and dates. No name, and none of its words. */
export interface ExportedGrant {
  grantId: GrantId;
  caseId: CaseId;
  state: Permission['state'];
  discloser: string;
  recipient: Recipient;
  purpose: Purpose;
  /** What it opens now, by the law too; of one that is over, what its paper names. */
  kinds: readonly CategoryCode[];
  signedAt: string | null;
  from: string;
  /** The first instant at which it no longer holds. */
  to: string;
  /** Notices and statutes that bind what is disclosed by it, as addresses. */
  policies: readonly string[];
}

/**
 * One permission as a FHIR R4 Consent. It permits its kinds, to its recipient, for its purpose, in its time, and is silent
 * of everything else: `policyRule` opts in, and the root provision limits where. In FHIR a label is enough of an item
 * that has several: so the other kinds are an exception, and an item of both stays closed. Read beside another permission
 * that names both kinds, such an item stays closed too: less than was signed, never more.
 *
 * Kinds and purposes are our own codes alone. HL7's nearest label would open or close more than was signed, and a
 * sensitivity code on the resource would tell what it protects: a reader who does not know our codes has to reject it.
 * Read back by our own reader it gives the same decisions; a test compares them.
 */
export function consentR4Of(grant: ExportedGrant): object {
  const { grantId, caseId, recipient, kinds, signedAt, policies } = grant;
  return {
    resourceType: 'Consent',
    id: grantId,
    status: statusOf(grant),
    scope: { coding: [{ system: SCOPE, code: 'patient-privacy' }] },
    category: [
      { coding: [{ system: LOINC, code: '59284-0' }] },
      { coding: [{ system: ACT_CODE, code: 'IDSCL' }] },
    ],
    patient: { identifier: { system: 'urn:accord:case', value: caseId } },
    ...(signedAt && { dateTime: signedAt }),
    performer: [{ identifier: { system: 'urn:accord:case', value: caseId } }],
    organization: [{ identifier: { system: 'urn:accord:agency', value: grant.discloser } }],
    ...(policies.length > 0 && { policy: policies.map((uri) => ({ uri })) }),
    policyRule: { coding: [{ system: ACT_CODE, code: 'OPTIN' }] },
    provision: {
      period: { start: grant.from, end: lastInstant(grant.to) },
      actor: [
        {
          role: { coding: [{ system: PARTICIPATION_TYPE, code: 'IRCP' }] },
          reference: { identifier: identifierOf(recipient) },
          ...(recipient.kind === 'staff' && recipient.postId && { extension: [postOf(recipient.postId)] }),
        },
      ],
      action: [{ coding: [{ system: ACTION, code: 'access' }] }],
      ...(kinds.length > 0 && { securityLabel: kinds.map((code) => ({ system: KINDS, code })) }),
      purpose: [{ system: PURPOSES_HERE, code: grant.purpose }],
      provision: [
        { type: 'deny', securityLabel: CATEGORIES.flatMap(({ code }) => labelUnless(kinds, code)) },
      ],
    },
  };
}

/** What is paused, stopped, over, or opens nothing by the law is not active: it must permit nothing anywhere. */
function statusOf({ state, kinds }: ExportedGrant): string {
  if (state === 'draft') return 'draft';
  return state === 'active' && kinds.length > 0 ? 'active' : 'inactive';
}

const labelUnless = (kinds: readonly CategoryCode[], code: CategoryCode) =>
  kinds.includes(code) ? [] : [{ system: KINDS, code }];

const identifierOf = (recipient: Recipient) =>
  recipient.kind === 'staff'
    ? { system: 'urn:accord:staff', value: recipient.staffId }
    : { system: 'urn:accord:agency', value: recipient.agencyId };

/** For whoever holds the post: a reader who does not know the extension reads it as for this person alone, which is less. */
const postOf = (postId: string) => ({
  url: 'urn:accord:extension:post',
  valueIdentifier: { system: 'urn:accord:post', value: postId },
});

/** In FHIR the end of a period is in it: ours is the first instant that is not. */
const lastInstant = (to: string) => new Date(Date.parse(to) - 1).toISOString();
