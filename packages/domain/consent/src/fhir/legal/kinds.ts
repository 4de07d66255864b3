import { CATEGORIES, type CategoryCode } from '../../contract/index.ts';
import type { Part } from '../content.ts';
import { ACT_CODE, type Code, CONFIDENTIALITY, KINDS } from '../systems.ts';
import { words } from '../words.ts';

/** The product's kinds behind HL7's sensitivity codes (consent-rules 0.5, column "HL7 label"). Empty: it names none. */
const OF_LABEL: Readonly<Record<string, readonly CategoryCode[]>> = {
  HIV: ['health-hiv'],
  GDIS: ['health-genetic'],
  SEX: ['health-sexual-repro', 'sogi'],
  STD: ['health-sexual-repro'],
  PREGNANT: ['health-sexual-repro'],
  SDV: ['health-sexual-repro', 'exploitation-history'],
  MST: ['health-sexual-repro'],
  GENDER: ['sogi'],
  MH: ['mh-record'],
  PSY: ['mh-record'],
  COGN: ['mh-record'],
  DVD: ['mh-record'],
  EMOTDIS: ['mh-record'],
  BH: ['mh-record', 'sud-other'],
  PSYTHPN: ['mh-psychotherapy-notes'],
  HIPAAPsyNotes: ['mh-psychotherapy-notes'],
  SUD: ['sud-other'],
  ETH: ['sud-other'],
  ETHUD: ['sud-other'],
  OPIOIDUD: ['sud-other'],
  '42CFRPart2': ['sud-part2'],
  VIO: ['exploitation-history', 'trafficking-status'],
  DEMO: ['id-core'],
  DOB: ['id-core'],
  RACE: ['id-core'],
  REL: ['id-core'],
  MARST: ['id-core'],
  LIVARG: ['contact-location'],
  PATLOC: ['contact-location'],
  LOCIS: ['contact-location'],
  DIA: ['health-general'],
  DRGIS: ['health-general'],
  SCA: ['health-general'],
  SICKLE: ['health-general'],
};

/** Labels that say how to handle something, or whose it is, and not what it is. */
const NO_KIND: ReadonlySet<string> = new Set(words('ADOL VIP CEL EMP EMPL PDS PHY PRS B SSP'));

const HEALTH = words(
  'AllergyIntolerance ClinicalImpression Condition DiagnosticReport Encounter EpisodeOfCare',
  'FamilyMemberHistory ImagingStudy Immunization MedicationAdministration MedicationDispense',
  'MedicationRequest MedicationStatement Observation Procedure Specimen',
);
const OF_TYPE: Readonly<Record<string, CategoryCode>> = {
  ...Object.fromEntries(HEALTH.map((type) => [type, 'health-general' as const])),
  Patient: 'id-core',
  CarePlan: 'case-plan',
  Goal: 'case-plan',
  CareTeam: 'case-plan',
  ServiceRequest: 'service-linkage',
  Task: 'service-linkage',
  Appointment: 'appointments',
  Coverage: 'financial-benefits',
  Claim: 'financial-benefits',
  ExplanationOfBenefit: 'financial-benefits',
};

const isKind = (code: string): code is CategoryCode => CATEGORIES.some((each) => each.code === code);

/** The kinds that labels name; null where one of them names something that is not known here. */
export function kindsOfLabels(labels: readonly Code[]): CategoryCode[] | null {
  const kinds = new Set<CategoryCode>();
  for (const { system, code } of labels) {
    if (system === KINDS) {
      if (!isKind(code)) return null;
      kinds.add(code);
    } else if (system === ACT_CODE && Object.hasOwn(OF_LABEL, code)) {
      for (const kind of OF_LABEL[code] ?? []) kinds.add(kind);
    } else if (system === ACT_CODE && ['SPI', 'TBOO', 'IDS', 'Title38Section7332'].includes(code)) {
      return null;
    }
  }
  // Of one record: what is under Part 2 is not also "from another source", and its talking notes are their own kind.
  if (kinds.has('sud-part2')) kinds.delete('sud-other');
  if (kinds.has('mh-psychotherapy-notes') && (kinds.has('sud-part2') || kinds.has('sud-other'))) {
    kinds.add('sud-counseling-notes');
  }
  return [...kinds];
}

/** The kinds of one piece of content; null where they cannot be told, which opens nothing. */
export function kindsOf({ labels, type }: Part): CategoryCode[] | null {
  const named = kindsOfLabels((labels ?? []).filter(({ code }) => !NO_KIND.has(code)));
  if (named === null) return named;
  if (named.includes('contact-location') && !isOrdinary(labels ?? [])) named.push('shelter-location');
  if (named.length > 0) return named;
  const kind = type && Object.hasOwn(OF_TYPE, type.code) ? OF_TYPE[type.code] : undefined;
  return kind ? [kind] : null;
}

/** A place that is not marked normal or lower could be a shelter's. */
const isOrdinary = (labels: readonly Code[]) => {
  const marks = labels.filter(({ system }) => system === CONFIDENTIALITY).map(({ code }) => code);
  return marks.length > 0 && marks.every((code) => ['U', 'L', 'M', 'N'].includes(code));
};
