import type { Permission } from '@accord/consent';

/** A permission as the server sends it; each test says what is different about its own. */
export function permission(rest: Partial<Permission> = {}): Permission {
  return {
    grantId: '01890000-0000-7000-8000-000000000001' as Permission['grantId'],
    state: 'active',
    discloser: 'Alder County Child Welfare',
    recipient: {
      name: 'Rafael Ortiz',
      title: 'Detective',
      agency: 'Alder Police Youth Unit',
      system: 'law-enforcement',
      post: null,
    },
    categories: ['case-plan'],
    law: [],
    stopped: [],
    purpose: 'care-plan-coordination',
    paper: { language: 'en', holds: [] },
    text: null,
    need: 'So that the plan is known.',
    withoutSharing: 'The driver needs the day.',
    startsAt: '2026-11-01T12:00:00.000Z',
    signed: {
      method: 'typed',
      witness: 'Amara Osei',
      recordedBy: 'Dana Whitfield',
      at: '2026-11-01T12:00:00.000Z',
    },
    adults: [],
    pausedBy: null,
    pausedByName: null,
    pausedAt: null,
    stoppedByName: null,
    stoppedHow: null,
    stoppedAt: null,
    mayWrite: false,
    hasEvidence: false,
    isRenewed: false,
    keptOut: false,
    endsOn: '2027-03-03',
    ...rest,
  };
}
