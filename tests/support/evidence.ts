/** A consent as another system writes it, with a name that must not turn up anywhere. Its days are around today. */
export const consentFile = (change: object = {}): string =>
  JSON.stringify({
    resourceType: 'Consent',
    status: 'active',
    scope: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }],
    },
    category: [{ coding: [{ system: 'http://loinc.org', code: '59284-0' }] }],
    patient: { reference: 'Patient/1', display: EVIDENCE_NAME },
    dateTime: '2026-01-05',
    policyRule: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'OPTOUT' }],
    },
    provision: {
      provision: [
        {
          type: 'permit',
          securityLabel: [{ system: 'urn:accord:cs:category', code: 'case-plan' }],
          purpose: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'COC' }],
        },
      ],
    },
    ...change,
  });

export const EVIDENCE_NAME = 'Written elsewhere canary-evidence';
