/** Why a line cannot be understood, and at which element. */
export class NotUnderstood extends Error {
  readonly code: ReasonCode;
  /** As FHIR writes it: `Consent.provision.provision[0].data[0].meaning`, `request.purposeOfUse[1]`. */
  readonly element: string;
  /** In which of several consents; null: in the line itself. */
  consent: string | null = null;

  constructor(code: ReasonCode, element: string, text: string) {
    super(text);
    this.code = code;
    this.element = element;
  }
}

export type ReasonCode =
  // what is not understood
  | 'BAD_JSON'
  | 'MISSING'
  | 'UNKNOWN_ELEMENT'
  | 'BAD_VALUE'
  | 'MIXED_VERSIONS'
  | 'NOT_ALLOWED_HERE'
  | 'UNKNOWN_SYSTEM'
  | 'UNKNOWN_CODE'
  | 'CODE_IN_VALUE_SET'
  | 'BASE_NOT_KNOWN'
  | 'EXPRESSION'
  | 'FAILURE'
  // which consents were left aside
  | 'NOT_ACTIVE'
  | 'OUTSIDE_PERIOD'
  | 'OTHER_PATIENT'
  | 'OTHER_CATEGORY'
  | 'OTHER_SCOPE'
  | 'BAD_CHECK_DIGIT'
  // what was decided
  | 'PERMITTED'
  | 'PERMITTED_WITH_REDACTION'
  | 'DENIED_BY_RULE'
  | 'NOT_COVERED'
  | 'NOT_ALL_PURPOSES'
  | 'NO_PURPOSE'
  | 'NO_CONSENT';

export interface Reason {
  code: string;
  text: string;
  element?: string;
  consent?: string;
}
