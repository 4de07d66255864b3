import type { Accounting, AccountingLine } from '../../contract/index.ts';
import { KINDS, ROLE_CODE } from '../systems.ts';
import { purposeCodingOf } from './codings.ts';

/**
 * The disclosures of a list as FHIR R4 AuditEvents, after the privacy disclosure pattern of IHE BALP: who gave, who got,
 * whose it is, on which Consent it stood. Ids, kinds and codes; no name of the young person and no text. A sensitivity
 * code is on no envelope: the kinds stand in the entity alone (v3-ActCode, _InformationSensitivityPolicy).
 *
 * @param patient what names the young person there: the id of the case.
 * @returns a Bundle of type `collection`.
 */
export function auditEventsOf({ lines, owner, until }: Accounting, patient: string): object {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: until,
    entry: lines.map((line) => ({
      fullUrl: `urn:uuid:${line.entry}`,
      resource: auditEventOf(line, owner, patient),
    })),
  };
}

const DCM = 'http://dicom.nema.org/resources/ontology/DCM';
const ENTITY_TYPE = 'http://terminology.hl7.org/CodeSystem/audit-entity-type';
const ENTITY_ROLE = 'http://terminology.hl7.org/CodeSystem/object-role';
const coding = (system: string, code: string, display: string) => ({ system, code, display });

function auditEventOf(line: AccountingLine, owner: string, patient: string): object {
  const { recipient, kinds, purpose, bases } = line;
  return {
    resourceType: 'AuditEvent',
    id: line.entry,
    type: coding(DCM, '110106', 'Export'),
    subtype: [coding('http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle', 'disclose', 'Disclose')],
    action: 'R',
    recorded: line.at,
    outcome: '0',
    purposeOfEvent: [{ coding: purposeCodingOf(purpose) }],
    agent: [
      {
        type: { coding: [coding(DCM, '110153', 'Source Role ID')] },
        who: { display: owner },
        requestor: false,
      },
      {
        type: { coding: [coding(DCM, '110152', 'Destination Role ID')] },
        who: { display: recipient.agency },
        requestor: false,
      },
      {
        type: { coding: [{ system: ROLE_CODE, code: 'IRCP' }] },
        who: { display: recipient.name },
        requestor: true,
        purposeOfUse: [{ coding: purposeCodingOf(purpose) }],
      },
    ],
    source: { observer: { display: owner } },
    entity: [
      {
        what: { identifier: { system: 'urn:accord:case', value: patient } },
        type: coding(ENTITY_TYPE, '1', 'Person'),
        role: coding(ENTITY_ROLE, '1', 'Patient'),
      },
      ...bases.map(({ kind, id }) => ({
        what:
          kind === 'consent'
            ? { reference: `Consent/${id}` }
            : { identifier: { system: `urn:accord:basis:${kind}`, value: id } },
        type: coding(ENTITY_TYPE, '2', 'System Object'),
        role: coding(ENTITY_ROLE, '13', 'Security Resource'),
      })),
      {
        type: coding(ENTITY_TYPE, '2', 'System Object'),
        role: coding(ENTITY_ROLE, '4', 'Domain Resource'),
        detail: [
          ...kinds.map((kind) => ({ type: KINDS, valueString: kind })),
          { type: 'urn:accord:items', valueString: String(line.items) },
          ...(line.policyVersion ? [{ type: 'urn:accord:policy', valueString: line.policyVersion }] : []),
          ...line.notices.map((notice) => ({ type: 'urn:accord:notice', valueString: notice })),
        ],
      },
    ],
  };
}
