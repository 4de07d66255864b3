import { codesOf } from './conditions.ts';
import { ConsentR4 } from './consent-r4.ts';
import { ConsentR5 } from './consent-r5.ts';
import { periodOf, spanOf } from './dates.ts';
import type { ConsentForm, ReadConsent } from './evaluate.ts';
import { flattenPcf } from './flatten-pcf.ts';
import { flattenR4 } from './flatten-r4.ts';
import { flattenR5 } from './flatten-r5.ts';
import { isParty } from './is-party.ts';
import { type Directory, type Party, partyOf } from './party.ts';
import { NotUnderstood, type ReasonCode } from './problem.ts';
import { isJson, type Json, readAs, withoutExtensions } from './read.ts';
import { isResource } from './resources.ts';
import { type Code, codeOf, isSame, LOINC, mended, SCOPE } from './systems.ts';
import { conventionOf } from './version.ts';
import { words } from './words.ts';

/** Statuses of R4 and R5; only one of them is that of a Consent that counts. */
const STATUSES = words('draft proposed active rejected inactive entered-in-error', 'not-done unknown');
const SCOPES = ['adr', 'research', 'patient-privacy', 'treatment'];

export interface Asked {
  at: number;
  zone: number;
  patient: Party;
  categories: readonly Code[] | null;
  directory: Directory;
}

/** A Consent that counts, or why it is as if it were not there. */
export type Looked = { consent: ReadConsent; remarks: ReasonCode[] } | { aside: ReasonCode; name: string };

/**
 * Reads one Consent for this request. What is not active or of another patient is left aside before its rules are looked
 * at: somebody else's mistake there closes nothing here.
 *
 * @throws NotUnderstood that names the element.
 */
export function readConsent(written: unknown, index: number, asked: Asked): Looked {
  const name = nameOf(written, index);
  try {
    return understood(written, index, name, asked);
  } catch (error) {
    if (error instanceof NotUnderstood) error.consent = name;
    throw error;
  }
}

const nameOf = (written: unknown, index: number) =>
  isJson(written) && typeof written['id'] === 'string' ? `Consent/${written['id']}` : `consents[${index}]`;

function understood(written: unknown, index: number, name: string, asked: Asked): Looked {
  const bare = withoutExtensions(written);
  if (!isJson(bare) || bare['resourceType'] !== 'Consent') {
    throw new NotUnderstood('BAD_VALUE', `consents[${index}].resourceType`, 'A Consent is needed.');
  }
  if (statusOf(bare) !== 'active') return { aside: 'NOT_ACTIVE', name };
  const convention = conventionOf(bare);
  const contained = (Array.isArray(bare['contained']) ? bare['contained'] : []).filter(isResource);
  const whose = convention === 'R5' ? bare['subject'] : bare['patient'];
  const ofPatient =
    whose === undefined
      ? 'yes'
      : isParty(asked.patient, partyOf(whose, asked.directory, contained), asked.directory);
  if (ofPatient === 'no') return { aside: 'OTHER_PATIENT', name };

  const r5 = convention === 'R5' ? readAs(ConsentR5, bare, 'Consent') : null;
  const r4 = r5 ? null : readAs(ConsentR4, bare, 'Consent');
  const remarks: ReasonCode[] = [];
  if (r4 && scopeOf(r4) !== 'patient-privacy') return { aside: 'OTHER_SCOPE', name };
  const categories = (r4?.category ?? r5?.category ?? []).flatMap((concept, at) =>
    (concept.coding ?? []).map((coding, place) => codeOf(coding, `Consent.category[${at}].coding[${place}]`)),
  );
  if (categories.some((code) => !hasCheckDigit(code))) remarks.push('BAD_CHECK_DIGIT');
  const isAskedFor =
    !asked.categories ||
    categories.length === 0 ||
    asked.categories.some((wanted) => categories.some((own) => isSame(mended(own), mended(wanted))));

  const { zone, at, directory } = asked;
  const rules = r5
    ? flattenR5(r5, zone)
    : r4
      ? (convention === 'PCF' ? flattenPcf : flattenR4)(r4, zone)
      : [];
  const form = formOf(r4, r5, zone);
  if (!isAskedFor) return { aside: 'OTHER_CATEGORY', name };
  if (form.period && (at < form.period.from || form.period.to <= at))
    return { aside: 'OUTSIDE_PERIOD', name };
  const reading = { convention, directory, contained };
  return { consent: { name, rules, reading, isSurelyOfPatient: ofPatient === 'yes', form }, remarks };
}

function formOf(r4: ConsentR4 | null, r5: ConsentR5 | null, zone: number): ConsentForm {
  const [signers, date, period, at] = r5
    ? ([r5.grantor, r5.date, r5.period, ['Consent.date', 'Consent.period']] as const)
    : ([
        r4?.performer,
        r4?.dateTime,
        r4?.provision?.period,
        ['Consent.dateTime', 'Consent.provision.period'],
      ] as const);
  return {
    signers: signers ?? [],
    signed: date === undefined ? null : spanOf(date, zone, at[0]),
    period: period ? periodOf(period, zone, at[1]) : null,
  };
}

function statusOf({ status }: Json): string {
  if (status === undefined) throw new NotUnderstood('MISSING', 'Consent.status', 'This element is needed.');
  if (typeof status === 'string' && STATUSES.includes(status)) return status;
  throw new NotUnderstood('UNKNOWN_CODE', 'Consent.status', 'This status is not known here.');
}

function scopeOf({ scope }: ConsentR4): string {
  const codes = codesOf(scope, 'Consent.scope', [SCOPE]);
  const [code] = codes;
  if (code && codes.length === 1 && SCOPES.includes(code.code)) return code.code;
  throw new NotUnderstood('UNKNOWN_CODE', 'Consent.scope.coding[0].code', 'This scope is not known here.');
}

/** LOINC's check digit (mod 10, from the right, every other digit doubled); true for other systems. */
function hasCheckDigit({ system, code }: Code): boolean {
  if (system !== LOINC) return true;
  const [, digits, check] = /^(\d{1,7})-(\d)$/.exec(code) ?? [];
  if (digits === undefined) return false;
  let sum = 0;
  for (const [at, digit] of digits.split('').toReversed().entries()) {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return (10 - (sum % 10)) % 10 === Number(check);
}
