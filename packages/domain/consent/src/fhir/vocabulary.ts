import { words } from './words.ts';

/**
 * Facts of HL7's code systems that the rules need: order, and which code stands under which.
 * Source: HL7 Terminology (THO), v3-Confidentiality, v3-ActCode and v3-ActReason, CC0-1.0.
 */

/** From open to secret. */
export const CONFIDENTIALITY_ORDER = ['U', 'L', 'M', 'N', 'R', 'V'] as const;

/** ActCode, sensitivity policies: each code with those that it stands under. */
export const SENSITIVITY: Readonly<Record<string, readonly string[]>> = {
  ETH: [],
  GDIS: [],
  HIV: [],
  MST: ['SDV'],
  PREGNANT: [],
  SCA: [],
  SICKLE: [],
  SDV: [],
  SEX: [],
  SPI: [],
  BH: ['SPI'],
  COGN: ['BH'],
  DVD: ['BH'],
  EMOTDIS: ['BH'],
  MH: ['BH', 'SPI'],
  PSY: ['BH', 'SPI'],
  PSYTHPN: ['BH', 'SPI'],
  SUD: ['BH', 'SPI'],
  ETHUD: ['SUD'],
  OPIOIDUD: ['SUD'],
  STD: [],
  TBOO: [],
  VIO: [],
  IDS: [],
  DEMO: [],
  DOB: [],
  GENDER: [],
  LIVARG: [],
  MARST: [],
  PATLOC: [],
  RACE: [],
  REL: [],
  B: [],
  EMPL: [],
  LOCIS: [],
  SSP: [],
  ADOL: [],
  CEL: [],
  VIP: [],
  DIA: [],
  DRGIS: [],
  EMP: [],
  PDS: [],
  PHY: [],
  PRS: [],
};

/** Feeds send one for the other: a denial of one denies both (consent-rules B2). */
export const ALIKE: readonly (readonly string[])[] = [
  ['SUD', 'ETH'],
  ['MH', 'PSY'],
  ['SCA', 'SICKLE'],
];

/** ActCode, privacy laws and the handling codes that a label can carry: no order among them. */
export const OTHER_LABELS: ReadonlySet<string> = new Set(
  words(
    '42CFRPart2 CommonRule HIPAAAuth HIPAAConsent HIPAANOPP HIPAAPsyNotes HIPAAROA',
    'HIPAASelfPay Title38Section7332 GDPRCONSENT',
    'ANONY AOD AUDIT AUDTR CPLYPOL CPLYCC CPLYCD CPLYCUI CPLYJPP CPLYJSP',
    'CPLYOPP CPLYOSP DEID DELAU ENCRYPT ENCRYPTR ENCRYPTT ENCRYPTU HUAPRV',
    'MASK MINEC PERSISTLABEL PRIVMARK CUIMark PSEUD REDACT DECLASSIFYLABEL',
    'DOWNGRDLABEL DRIVLABEL LABEL UPGRDLABEL PROCESSINLINELABEL',
    'NOAUTH NOCOLLECT NODSCLCD NODSCLCDS NOINTEGRATE NOLIST NOMOU NOORGPOL NOPAT',
    'NOPERSISTP NORDSCLCD NORDSCLCDS NORDSCLW NORELINK NOREUSE NOVIP ORCON',
  ),
);

/** ActReason, purposes of use: each code with the one that it stands under. */
export const PURPOSES_OF_USE: Readonly<Record<string, string | null>> = {
  PurposeOfUse: null,
  HMARKT: 'PurposeOfUse',
  HOPERAT: 'PurposeOfUse',
  CAREMGT: 'HOPERAT',
  DONAT: 'HOPERAT',
  FRAUD: 'HOPERAT',
  GOV: 'HOPERAT',
  HACCRED: 'HOPERAT',
  HCOMPL: 'HOPERAT',
  HDECD: 'HOPERAT',
  HDIRECT: 'HOPERAT',
  HDM: 'HOPERAT',
  HLEGAL: 'HOPERAT',
  HOUTCOMS: 'HOPERAT',
  HPRGRP: 'HOPERAT',
  HQUALIMP: 'HOPERAT',
  HSYSADMIN: 'HOPERAT',
  LABELING: 'HSYSADMIN',
  METAMGT: 'HSYSADMIN',
  MEMADMIN: 'HOPERAT',
  MILCDM: 'HOPERAT',
  PATADMIN: 'HOPERAT',
  PATSFTY: 'HOPERAT',
  PERFMSR: 'HOPERAT',
  RECORDMGT: 'HOPERAT',
  SYSDEV: 'HOPERAT',
  HTEST: 'SYSDEV',
  TRAIN: 'HOPERAT',
  MLTRAINING: 'TRAIN',
  HPAYMT: 'PurposeOfUse',
  CLMATTCH: 'HPAYMT',
  COVAUTH: 'HPAYMT',
  COVERAGE: 'HPAYMT',
  ELIGDTRM: 'COVERAGE',
  ELIGVER: 'COVERAGE',
  ENROLLM: 'COVERAGE',
  MILDCRG: 'COVERAGE',
  REMITADV: 'HPAYMT',
  PMTDS: 'HPAYMT',
  HRESCH: 'PurposeOfUse',
  BIORCH: 'HRESCH',
  CLINTRCH: 'HRESCH',
  CLINTRCHNPC: 'CLINTRCH',
  CLINTRCHPC: 'CLINTRCH',
  PRECLINTRCH: 'CLINTRCH',
  DSRCH: 'HRESCH',
  POARCH: 'HRESCH',
  TRANSRCH: 'HRESCH',
  PATRQT: 'PurposeOfUse',
  FAMRQT: 'PATRQT',
  PWATRNY: 'PATRQT',
  SUPNWK: 'PATRQT',
  PUBHLTH: 'PurposeOfUse',
  DISASTER: 'PUBHLTH',
  THREAT: 'PUBHLTH',
  TREAT: 'PurposeOfUse',
  CLINTRL: 'TREAT',
  COC: 'TREAT',
  ETREAT: 'TREAT',
  BTG: 'ETREAT',
  ERTREAT: 'ETREAT',
  POPHLTH: 'TREAT',
  TREATDS: 'TREAT',
};

/** The one edge down which a permission passes (consent-rules B2): none leads to break-glass, research or training. */
export const PERMITS_ALSO: Readonly<Record<string, readonly string[]>> = { TREAT: ['COC'] };
