import { AgencyId, CaseId, GrantId, Purpose, StaffId } from '@accord/kernel';
import { z } from 'zod';
import { Category, type CategoryCode, codesOf, covers, maskOf, MOST_KINDS } from './categories.ts';

/** A file for another system, as its text. */
export const StandardsFile = z.strictObject({ json: z.string() });
export const GrantFileInput = z.strictObject({ caseId: CaseId, grantId: GrantId });

/** In this order: HL7's purposes of use and ours, our kinds, our ids. */
const ACT_REASON = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';
const PURPOSES_HERE = 'urn:accord:cs:purpose';
const KINDS_HERE = 'urn:accord:cs:category';

/** HL7's purposes that mean what one of ours does. None stands for a narrower or a wider one (consent-rules B2). */
const OF_HL7: Readonly<Record<string, Purpose>> = {
  TREAT: 'treatment',
  COC: 'care-plan-coordination',
  HLEGAL: 'court-report',
  THREAT: 'missing-child-response',
};

/** Ours by its own name or by HL7's; undefined for one that is none of ours. */
export const purposeNamed = (code: string): Purpose | undefined =>
  Purpose.safeParse(code).data ?? (Object.hasOwn(OF_HL7, code) ? OF_HL7[code] : undefined);

const purpose = z.union([
  z.strictObject({ system: z.literal(PURPOSES_HERE), code: Purpose }),
  z.strictObject({ system: z.literal(ACT_REASON), code: z.string().min(1).max(40) }),
]);
const actor = z.union([
  z.strictObject({ system: z.literal('urn:accord:staff'), value: StaffId }),
  z.strictObject({ system: z.literal('urn:accord:agency'), value: AgencyId }),
]);

/**
 * The CDS Hooks request `patient-consent-consult` (consent-rules B6). Strict: a request cannot bring consents, prefetched
 * resources, thresholds or switches of its own, since no field of the kind is there; an unknown one is BAD_INPUT.
 */
export const ConsultInput = z.strictObject({
  hook: z.literal('patient-consent-consult'),
  hookInstance: z.uuid(),
  context: z.strictObject({
    /** Our own id of a case, and one alone. */
    patientId: z.array(z.strictObject({ system: z.literal('urn:accord:case'), value: CaseId })).length(1),
    /** Who would receive it: one person, or one agency. */
    actor: z.array(actor).length(1),
    /** All of them must be allowed. */
    purposeOfUse: z.array(purpose).min(1).max(5),
    /** The kinds that would be handed over together. Left out: which of all kinds may be. */
    content: z
      .array(z.strictObject({ system: z.literal(KINDS_HERE), code: Category }))
      .min(1)
      .max(MOST_KINDS)
      .optional(),
  }),
});
export type ConsultInput = z.infer<typeof ConsultInput>;

const Obligation = z.strictObject({
  id: z.literal('REDACT'),
  /** All but these are taken out. */
  parameters: z.strictObject({
    exceptAnyOfCodes: z.array(z.strictObject({ system: z.literal(KINDS_HERE), code: Category })),
  }),
});

export const Consulted = z.strictObject({
  cards: z
    .array(
      z.strictObject({
        summary: z.enum(['CONSENT_PERMIT', 'CONSENT_DENY', 'NO_CONSENT']),
        indicator: z.enum(['info', 'warning']),
        detail: z.string(),
        source: z.strictObject({ label: z.literal('Accord') }),
        extension: z.strictObject({
          decision: z.enum(['CONSENT_PERMIT', 'CONSENT_DENY', 'NO_CONSENT']),
          obligations: z.array(Obligation),
          basedOn: z.array(z.string()),
        }),
      }),
    )
    .length(1),
});
export type Consulted = z.infer<typeof Consulted>;

/** What one stored permission opens to the recipient now, as the floor reads it. */
export interface OpenPermission {
  grantId: string;
  purpose: Purpose | null;
  see: bigint;
}

/** The purposes that were asked for, as ours; null where one of them is none of ours. */
export function purposesAsked(written: ConsultInput['context']['purposeOfUse']): Purpose[] | null {
  const found = written.map(({ system, code }) => (system === PURPOSES_HERE ? code : OF_HL7[code]));
  return found.every((each) => each !== undefined) ? found : null;
}

/**
 * What stored permissions say. All purposes have to be allowed, each by one permission that covers all kinds by itself;
 * without kinds, what is open for every purpose may be handed over, kind by kind. Anything unknown denies.
 *
 * @param open the permissions in force for this recipient, whatever for.
 */
export function consultedOf(
  open: readonly OpenPermission[],
  purposes: readonly Purpose[] | null,
  content: readonly CategoryCode[] | null,
): Consulted {
  if (open.length === 0) return cardOf('NO_CONSENT', 'No permission in force names this recipient.');
  const byPurpose = (purposes ?? []).map((each) => open.filter((one) => one.purpose === each));
  if (byPurpose.length === 0) return cardOf('CONSENT_DENY', 'No permission in force is for this purpose.');
  if (content) {
    const mask = maskOf(content);
    const covering = byPurpose.map((those) => those.filter(({ see }) => covers(see, mask)));
    if (covering.some((those) => those.length === 0))
      return cardOf('CONSENT_DENY', 'No permission in force covers all of this for each purpose.');
    return cardOf('CONSENT_PERMIT', 'A permission in force covers all of this.', covering.flat());
  }
  const all = byPurpose.map((those) => those.reduce((mask, { see }) => mask | see, 0n));
  const kinds = codesOf(all.reduce((mask, each) => mask & each));
  if (kinds.length === 0)
    return cardOf('CONSENT_DENY', 'No permission in force opens anything for each purpose.');
  return cardOf('CONSENT_PERMIT', 'Permissions in force open some kinds.', byPurpose.flat(), kinds);
}

function cardOf(
  decision: Consulted['cards'][number]['summary'],
  detail: string,
  basedOn: readonly OpenPermission[] = [],
  only: readonly CategoryCode[] | null = null,
): Consulted {
  const isPermit = decision === 'CONSENT_PERMIT';
  const codes = (only ?? []).map((code) => ({ system: KINDS_HERE, code }) as const);
  return {
    cards: [
      {
        summary: decision,
        indicator: isPermit ? 'info' : 'warning',
        detail,
        source: { label: 'Accord' },
        extension: {
          decision,
          obligations: only ? [{ id: 'REDACT', parameters: { exceptAnyOfCodes: codes } }] : [],
          basedOn: [...new Set(basedOn.map(({ grantId }) => `Consent/${grantId}`))],
        },
      },
    ],
  };
}
