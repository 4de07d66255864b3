import { AgencyId, type Purpose, StaffId } from '@accord/kernel';
import {
  type AgencyFacts,
  CATEGORIES,
  type CategoryCode,
  DOMAINS,
  type LawCase,
  maskOf,
  type Signature,
  type StatePolicy,
  type YoungFacts,
} from '../../contract/index.ts';
import { spanOf } from '../dates.ts';
import type { ReadConsent } from '../evaluate.ts';
import { partyOf } from '../party.ts';
import type { ReadLine } from '../request.ts';
import { kindsOfLabels } from './kinds.ts';
import { legalPurposeOf } from './purposes.ts';

/** A Consent tells little of what the law asks. What it does not tell is taken for the best, and for the worst. */
export type View = 'best' | 'worst';

const NOBODY = AgencyId.parse('00000000-0000-7000-8000-000000000000');
const SOMEBODY = StaffId.parse('00000000-0000-7000-8000-000000000001');
const EVERY_KIND = maskOf(CATEGORIES.map(({ code }) => code));

/** The case that the law is asked about, for content of these kinds. */
export function lawCaseOf(
  consent: ReadConsent,
  asked: ReadLine,
  kinds: readonly CategoryCode[],
  view: View,
): LawCase {
  const best = view === 'best';
  const unknown = best ? false : null;
  const named = namedKinds(consent);
  const agency: AgencyFacts = {
    id: NOBODY,
    coveredEntity: unknown,
    part2Program: kinds.includes('sud-part2') || unknown,
    victimFunding: kinds.includes('vsp-record') ? [best ? 'VOCA' : 'VAWA'] : [],
    youthShelter: kinds.includes('rhy-record') ? (best ? 'transitional-living' : 'basic-center') : null,
    educationAgency: kinds.includes('edu-record') || unknown,
    childWelfare: kinds.includes('cw-record') || unknown,
    justice: unknown,
    tribal: unknown,
  };
  const { signed, period } = consent.form;
  return {
    custodian: agency,
    recipient: {
      agency: { ...agency, part2Program: unknown, victimFunding: [], youthShelter: null },
      staffId: SOMEBODY,
      isExcluded: false,
      treats: best || null,
      counsel: best || null,
      lawEnforcement: unknown,
    },
    young: youngOf(asked, view),
    paper: {
      kinds: named ?? EVERY_KIND,
      initialled: named ?? 0n,
      purposes: purposesOf(consent),
      validFrom: period?.from ?? signed?.from ?? -Infinity,
      validTo: period?.to ?? Infinity,
      signatures: signaturesOf(consent, view),
      dissent: false,
      notACondition: best,
      copyGiven: best,
      toldHowToStop: best,
      toldOfRedisclosure: best,
      knownFalse: false,
    },
    at: asked.at,
  };
}

/** The kinds that its permissions name one by one; null where one of them names none, and so means all. */
function namedKinds({ rules }: ReadConsent): bigint | null {
  let mask = 0n;
  for (const { conditions } of rules.filter(({ effect }) => effect === 'permit')) {
    const kinds = kindsOfLabels(conditions.flatMap(({ labels }) => labels ?? []));
    if (!kinds || kinds.length === 0) return null;
    mask |= maskOf(kinds);
  }
  return mask;
}

function purposesOf({ rules }: ReadConsent): Purpose[] {
  const codes = rules
    .filter(({ effect }) => effect === 'permit')
    .flatMap(({ conditions }) => conditions.flatMap(({ purposes }) => purposes ?? []));
  return [
    ...new Set(
      codes.flatMap((code) => {
        const purpose = legalPurposeOf(code);
        return typeof purpose === 'string' ? [] : [purpose.is];
      }),
    ),
  ];
}

function signaturesOf({ form, reading }: ReadConsent, view: View): Signature[] {
  const { signed } = form;
  if (!signed) return [];
  return form.signers.flatMap((signer): Signature[] => {
    const party = partyOf(signer, reading.directory, reading.contained);
    const types = [
      ...(party?.resources ?? []).map(({ resourceType }) => resourceType),
      ...[...(party?.refs ?? [])].map((ref) => ref.split('/').at(-2)),
    ];
    const capacity = types.includes('Patient')
      ? 'young-person'
      : types.includes('RelatedPerson')
        ? 'guardian'
        : types.some((type) => type === 'Organization' || type?.startsWith('Practitioner'))
          ? 'legal-custodian'
          : null;
    if (!capacity) return [];
    const domains = view === 'best' && capacity !== 'young-person' ? DOMAINS : [];
    return [{ capacity, domains, isExcluded: false, signedAt: signed.from }];
  });
}

/** Majority is a parameter of states: 18 at the earliest, 21 at the latest. */
function youngOf({ patient, at }: ReadLine, view: View): YoungFacts {
  const best = view === 'best';
  const written = patient.resources.find(({ resourceType }) => resourceType === 'Patient')?.['birthDate'];
  const facts = {
    emancipated: best,
    legalCustodian: null,
    postsecondary: best,
    conditionsMet: best ? DOMAINS : [],
  };
  if (typeof written !== 'string') {
    return { ...facts, years: best ? 30 : null, majorityAt: best ? at : null };
  }
  const born = spanOf(written, 0, 'resources.birthDate');
  // Of a year alone, the day that makes them older for the best and younger for the worst.
  const birthday = new Date(best ? born.from : born.to - 1);
  const now = new Date(at);
  const hadIt =
    Date.UTC(2000, now.getUTCMonth(), now.getUTCDate()) >=
    Date.UTC(2000, birthday.getUTCMonth(), birthday.getUTCDate());
  const years = Math.max(0, now.getUTCFullYear() - birthday.getUTCFullYear() - (hadIt ? 0 : 1));
  const age = best ? 18 : 21;
  const majorityAt = Date.UTC(birthday.getUTCFullYear() + age, birthday.getUTCMonth(), birthday.getUTCDate());
  return { ...facts, years, majorityAt };
}

/** A state that lets everything be decided by whoever signed: what even it keeps closed is closed everywhere. */
export const MOST_OPEN: StatePolicy = {
  state: 'ZZ',
  version: 'most-open',
  effectiveFrom: '0001-01-01',
  effectiveTo: null,
  verifiedOn: '0001-01-01',
  reviewedBy: null,
  ageOfMajority: 18,
  minorConsent: DOMAINS.map((domain) => ({ domain, minAge: 0, conditions: [], cite: 'none' })),
  cpsRelease: { byConsent: true, cite: 'none' },
  justiceRelease: { consentSuffices: true, cite: 'none' },
  victimServicesAlone: { allowed: true, cite: 'none' },
};
