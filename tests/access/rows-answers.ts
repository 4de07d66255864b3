import type { StaffRouter } from '@accord/contract';
import { consentFile } from '../support/evidence.ts';
import type { RowsOf } from './rows.ts';

// Answers for counsel, and what other systems read: asked by whoever supervises, or holds for the agency.

/** Today, as the network counts its days. */
const networkDay = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Chicago' }).format(new Date());

export const answerRows: RowsOf<StaffRouter>['answers'] = {
  cases: {
    does: 'Lists the cases that the caller supervises for the agency that holds their items.',
    input: () => undefined,
    says: ({ cases }) => (cases.length > 0 ? `answers for ${cases.length}` : 'lists nothing'),
  },
  choices: {
    does: 'Lists whom and what a supervisor can ask about: people, kinds and times, no text.',
    input: ({ caseId }) => ({ caseId }),
    says: ({ items }) => `may ask about ${items.length} items`,
  },
  ask: {
    does: 'Says whether the police could see the lead agency’s goals today, with every rule.',
    input: ({ caseId, people }) => ({
      caseId,
      staffId: people.ortiz.staffId,
      what: { is: 'kind', kind: 'case-plan' },
      purpose: 'care-plan-coordination',
      day: networkDay(),
    }),
    says: ({ spans }) => (spans.at(-1)?.open ? 'is told: open now' : 'is told: closed now'),
  },
  accounting: {
    does: 'Lists who of other agencies read what of the caller’s own agency’s items, in six years.',
    input: ({ caseId }) => ({ caseId, list: 'all' }),
    says: ({ list }) => `lists disclosures: ${list}`,
  },
  auditEvents: {
    does: 'Gives the same as FHIR AuditEvents: ids, kinds and codes.',
    input: ({ caseId }) => ({ caseId }),
    says: ({ json }) => `gives a ${(JSON.parse(json) as { resourceType: string }).resourceType}`,
  },
};

export const standardsRows: RowsOf<StaffRouter>['standards'] = {
  consult: {
    does: 'Says whether stored permissions let the lead agency hand its goals to the police.',
    input: ({ caseId, people }) => ({
      hook: 'patient-consent-consult',
      hookInstance: caseId,
      context: {
        patientId: [{ system: 'urn:accord:case', value: caseId }],
        actor: [{ system: 'urn:accord:staff', value: people.ortiz.staffId }],
        purposeOfUse: [{ system: 'urn:accord:cs:purpose', code: 'care-plan-coordination' }],
        content: [{ system: 'urn:accord:cs:category', code: 'case-plan' }],
      },
    }),
    says: ({ cards }) => `is told: ${cards[0]?.summary}`,
  },
  exportConsent: {
    does: 'Gives a permission of the lead agency as a FHIR Consent: ids, codes and dates.',
    input: ({ caseId, grantId }) => ({ caseId, grantId }),
    says: ({ json }) => `gives a ${(JSON.parse(json) as { resourceType: string }).resourceType}`,
  },
  readEvidence: {
    does: 'Reads a consent of another system, as a start for a permission. It reads of no case.',
    input: ({ caseId }) => ({ caseId, file: consentFile() }),
    says: ({ kinds }) => `proposes: ${kinds.join(', ')}`,
  },
  evidenceOf: {
    does: 'Gives the consent that a permission of the lead agency was prepared from, as it came.',
    input: ({ caseId, grantId }) => ({ caseId, grantId }),
    says: ({ json }) => `gives a ${(JSON.parse(json) as { resourceType: string }).resourceType}`,
  },
};
