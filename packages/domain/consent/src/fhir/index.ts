export { auditEventsOf } from './export/audit-event.ts';
export { consentR4Of } from './export/consent-r4.ts';
export { readEvidence } from './evidence/evidence.ts';
export { decideFhir, type FhirDecision } from './decide.ts';
export { decideLegal, type LegalDecision } from './legal/decide.ts';
export { decideNative, type NativeDecision } from './native/decide.ts';
export { judge, SavedCase } from './native/saved.ts';
export type { Obligation } from './obligations.ts';
export { NotUnderstood, type Reason } from './problem.ts';
