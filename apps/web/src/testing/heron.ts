import type { CaseItem, CasePage, PartKind, Rating } from '@accord/cases';
import { AuthorityId, type Authority, type PaperText, type Permission } from '@accord/consent';
import type { Me } from '@accord/identity';
import { AgencyId, CaseId, GrantId, ItemId, newId, StaffId } from '@accord/kernel';

/** The demo's small world, for screens: Dana, who works with Heron, and what Rafael may see of it. */
export const caseId = newId(CaseId);

export const dana = {
  kind: 'staff',
  staffId: newId(StaffId),
  name: 'Dana Whitfield',
  title: 'Child welfare worker',
  agency: { agencyId: newId(AgencyId), name: 'Alder County Child Welfare', system: 'child-welfare' },
  purpose: 'care-plan-coordination',
  purposes: ['care-plan-coordination', 'child-protection'],
  demo: true,
} satisfies Me;

const common = () => ({
  itemId: newId(ItemId),
  owner: 'Alder County Child Welfare',
  ownerId: dana.agency.agencyId,
  author: 'Dana Whitfield',
  at: '2026-11-16T10:00:00.000Z',
  revision: 1,
  state: 'open' as const,
  parentId: null,
  audience: ['Heron'],
});

export const goal: Extract<CaseItem, { kind: 'goal' }> = {
  ...common(),
  kind: 'goal',
  categories: ['case-plan'],
  content: {
    is: 'open',
    body: { ownWords: 'Get back to art class', adultWords: 'Return to the studio program.' },
  },
  audience: ['Rafael Ortiz', 'Heron'],
};

export const step: Extract<CaseItem, { kind: 'step' }> = {
  ...common(),
  kind: 'step',
  categories: ['case-plan'],
  parentId: goal.itemId,
  content: { is: 'open', body: { text: 'Get a bus pass' } },
  audience: ['Rafael Ortiz', 'Heron'],
  doer: null,
  doerSees: true,
  isMine: false,
  dueOn: null,
  isOverdue: false,
  mayTick: true,
  mayPlan: true,
  changed: null,
};

export const profile: Extract<CaseItem, { kind: 'profile' }> = {
  ...common(),
  kind: 'profile',
  categories: ['id-core'],
  content: { is: 'open', body: { name: 'Jordan R.', safeContact: 'Text after 4 pm' } },
  contactIsStale: true,
  mayEdit: true,
  changed: null,
};

export const appointment: Extract<CaseItem, { kind: 'appointment' }> = {
  ...common(),
  kind: 'appointment',
  categories: ['appointments'],
  content: { is: 'open', body: { what: 'Visit', place: 'Library', startsAt: '2099-11-20T15:00:00.000Z' } },
};

export const note: Extract<CaseItem, { kind: 'note' }> = {
  ...common(),
  kind: 'note',
  categories: ['cw-record'],
  content: { is: 'open', body: { facts: 'Met at the library.' } },
  mayCorrect: false,
  mayReadEarlier: false,
  corrections: 0,
  changed: null,
};

/** A part of the plan beside its goals, as the workers of its own agency have it. */
export function part<Kind extends PartKind>(
  kind: Kind,
  entry: string,
  more: { rating?: Rating; ownWords?: string; adultWords?: string } = {},
): Extract<CaseItem, { kind: Kind }> {
  return {
    ...common(),
    kind,
    categories: ['case-plan'],
    content: { is: 'open', body: { ownWords: 'The way I say it', ...more, entry } },
    mayEdit: true,
    changed: null,
  } as unknown as Extract<CaseItem, { kind: Kind }>;
}

export function page(changes: Partial<CasePage> = {}): CasePage {
  return {
    caseId,
    codeName: 'Heron',
    purpose: 'care-plan-coordination',
    items: [note, step, goal],
    team: [{ name: 'Dana Whitfield', title: 'Child welfare worker', agency: 'Alder County Child Welfare' }],
    writes: ['case-plan', 'cw-record', 'service-linkage'],
    obligations: [],
    heldSince: null,
    accessEndsAt: null,
    lookedAt: null,
    sharedBy: [],
    mark: '',
    ...changes,
  };
}

export function permission(changes: Partial<Permission> = {}): Permission {
  return {
    grantId: newId(GrantId),
    state: 'active',
    discloser: 'Heron',
    recipient: {
      name: 'Rafael Ortiz',
      title: 'Detective',
      agency: 'Alder Police Youth Unit',
      system: 'law-enforcement',
      post: null,
    },
    categories: ['case-plan', 'appointments'],
    law: [],
    stopped: [],
    purpose: 'care-plan-coordination',
    paper: { language: 'en', holds: [] },
    text: null,
    need: 'So that the drive to art class is safe.',
    withoutSharing: 'The driver needs the day.',
    startsAt: '2026-11-10T10:00:00.000Z',
    signed: {
      method: 'typed',
      witness: 'Ann Lee',
      recordedBy: 'Dana Whitfield',
      at: '2026-11-10T10:00:00.000Z',
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
    endsOn: '2027-02-10',
    ...changes,
  };
}

/** Heron's mother, recorded from a birth record; nobody has contacted her. */
export function authority(changes: Partial<Authority> = {}): Authority {
  return {
    authorityId: AuthorityId.parse(crypto.randomUUID()),
    capacity: 'guardian',
    relation: 'mother',
    domains: ['education', 'general-health'],
    evidence: 'birth-record',
    sinceOn: '2026-11-03',
    endsOn: null,
    isOver: false,
    mayContact: false,
    excluded: null,
    ...changes,
  };
}

/** What is signed on, as an advisor signed it; each test says what it lacks. */
export const paper: PaperText = {
  language: 'en',
  holds: [],
  title: 'Sharing what is mine',
  version: 1,
  signedBy: ['Keisha T.'],
  reader: null,
  blocks: [
    { number: 1, heading: 'What I say yes to', body: '{who} can see {what}, for {why}, until {until}.' },
  ],
  isDemo: false,
};
