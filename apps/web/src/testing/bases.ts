import type { LawBasisEntry } from '@accord/consent';
import { BasisId, newId } from '@accord/kernel';

/** An order of a court in the demo's small world. */
export function basis(changes: Partial<LawBasisEntry> = {}): LawBasisEntry {
  return {
    basisId: newId(BasisId),
    kind: 'court_order',
    state: 'active',
    owner: 'Alder County Child Welfare',
    recipient: {
      name: 'Dolores Kim',
      title: 'Probation officer',
      agency: 'Alder County Probation',
      system: 'juvenile-justice',
    },
    categories: ['case-plan'],
    knowOf: [],
    purposes: ['court-report'],
    duty: null,
    evidence: 'JV-26-417',
    subpoena: null,
    issuedOn: '2026-11-16',
    startsAt: '2026-11-17T12:00:00.000Z',
    endsAt: '2027-01-22T06:00:00.000Z',
    endsOn: '2027-01-21',
    recordedBy: 'Dana Whitfield',
    secondedBy: null,
    review: null,
    told: null,
    notTold: 'safe-moment',
    ended: null,
    ...changes,
  };
}
