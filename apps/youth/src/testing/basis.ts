import type { LawBasisEntry } from '@accord/consent';

/** An order of a court as the server sends it; each test says what is different about its own. */
export function basis(rest: Partial<LawBasisEntry> = {}): LawBasisEntry {
  return {
    basisId: '01890000-0000-7000-8000-0000000000b1' as LawBasisEntry['basisId'],
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
    told: { how: 'in-person', at: '2026-11-17T12:00:00.000Z' },
    notTold: null,
    ended: null,
    ...rest,
  };
}
