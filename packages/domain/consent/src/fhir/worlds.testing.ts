import { decideFhir, type FhirDecision } from './decide.ts';
import { ACT_CODE, ACT_REASON, CONFIDENTIALITY, LOINC, PARTICIPATION_TYPE, SCOPE } from './systems.ts';

/** A plain Consent of each convention, and a plain question; a test changes the one thing that it is about. */
export type Json = Record<string, unknown>;

export const AT = '2026-05-03T12:00:00Z';
export const coding = (system: string, code: string) => ({ system, code });
export const concept = (system: string, code: string) => ({ coding: [coding(system, code)] });
export const label = (code: string) => coding('UMLNRV'.includes(code) ? CONFIDENTIALITY : ACT_CODE, code);
export const purpose = (code: string) => coding(ACT_REASON, code);
export const actor = (reference: string, role = 'IRCP') => ({
  role: concept(PARTICIPATION_TYPE, role),
  reference: { reference },
});

/** R4: opted in, unless told otherwise, and without a word about who or what for. */
export const r4 = (provision: Json | null = {}, change: Json = {}): Json => ({
  resourceType: 'Consent',
  id: 'c1',
  status: 'active',
  scope: concept(SCOPE, 'patient-privacy'),
  category: [concept(LOINC, '59284-0')],
  patient: { reference: 'Patient/p' },
  dateTime: '2026-01-01',
  performer: [{ reference: 'Patient/p' }],
  policyRule: concept(ACT_CODE, 'OPTIN'),
  ...(provision && { provision }),
  ...change,
});
export const optOut = (provision: Json | null = {}, change: Json = {}): Json =>
  r4(provision, { policyRule: concept(ACT_CODE, 'OPTOUT'), ...change });

export const r5 = (decision: 'permit' | 'deny', provision?: Json[], change: Json = {}): Json => ({
  resourceType: 'Consent',
  id: 'c5',
  status: 'active',
  category: [concept(LOINC, '59284-0')],
  subject: { reference: 'Patient/p' },
  date: '2026-01-01',
  grantor: [{ reference: 'Patient/p' }],
  decision,
  ...(provision && { provision }),
  ...change,
});

export const PCF = 'https://profiles.ihe.net/ITI/PCF/StructureDefinition/IHE.PCF.consentAdvanced';
export const pcf = (provision: Json, change: Json = {}): Json => {
  const { policyRule: _, ...rest } = r4(provision);
  return {
    ...rest,
    id: 'pcf',
    meta: { profile: [PCF] },
    policy: [{ uri: 'http://example.org/policies/base.txt' }],
    ...change,
  };
};

export const observation = (change: Json = {}): Json => ({
  resourceType: 'Observation',
  id: 'o1',
  meta: { security: [label('N')] },
  status: 'final',
  code: concept(LOINC, '8480-6'),
  subject: { reference: 'Patient/p' },
  effectiveDateTime: '2026-02-10',
  ...change,
});
export const labelled = (...codes: string[]) => observation({ meta: { security: codes.map(label) } });

interface Question {
  consents: Json[];
  resources?: Json[];
  at?: string;
  request?: Json;
}

export const line = ({ consents, resources, at = AT, request }: Question): Json => ({
  id: 'x',
  at,
  consents,
  ...(resources && { resources }),
  request: {
    patient: { reference: 'Patient/p' },
    actor: { reference: 'Organization/clinic' },
    purposeOfUse: ['TREAT'],
    ...request,
  },
});

export const ask = (question: Question): FhirDecision => decideFhir(line(question));

/** The decision alone, for one or more Consents and a change of the request. */
export const said = (consents: Json | Json[], request: Json = {}, more: Partial<Question> = {}) =>
  ask({ consents: [consents].flat(), request, ...more }).decision;

/** Where a line that is not understood is wrong. */
export const wrongAt = (question: Question): string => {
  const { decision, reasons } = ask(question);
  return `${decision} ${reasons[0]?.code} ${reasons[0]?.element}`;
};
