import type { AgencyId } from '@accord/kernel';
import { describe, expect, test } from 'vitest';
import { DUTIES, type DutyRule, type LawGround, lawScope, openableByLaw } from './bases.ts';
import { CATEGORIES, type CategoryCode, codesOf, maskOf, NEVER_BY_CONSENT_MASK } from './categories.ts';
import type { AgencyFacts } from './law/facts.ts';

const agency = (changes: Partial<AgencyFacts> = {}): AgencyFacts => ({
  id: 'county' as AgencyId,
  coveredEntity: false,
  part2Program: false,
  victimFunding: [],
  youthShelter: null,
  educationAgency: false,
  childWelfare: true,
  justice: false,
  tribal: false,
  ...changes,
});

const ground = (changes: Partial<LawGround> = {}): LawGround => ({
  kind: 'court_order',
  duty: null,
  hasSubpoena: false,
  custodian: agency(),
  recipientSystem: 'juvenile-justice',
  purposes: ['care-plan-coordination'],
  ...changes,
});

const opens = (given: LawGround, kind: CategoryCode) => (openableByLaw(given) & maskOf([kind])) !== 0n;
const EACH = [
  ground({ hasSubpoena: true }),
  ground({ kind: 'team_statute' }),
  ...(Object.keys(DUTIES) as DutyRule[]).map((duty) => ground({ kind: 'mandate', duty })),
  ground({ kind: 'emergency', recipientSystem: 'medical' }),
];

describe('what no paper opens', () => {
  test('A16-1, A16-5, A16-6, A16-12: no law basis opens sealed, reporter, shelter place or counsel', () => {
    for (const each of EACH) expect(openableByLaw(each) & NEVER_BY_CONSENT_MASK).toBe(0n);
  });

  test('A16-3, H-8, P-3: notes from talks are in none of them, with a subpoena or in an emergency', () => {
    for (const each of EACH) {
      expect(opens(each, 'mh-psychotherapy-notes')).toBe(false);
      expect(opens(each, 'sud-counseling-notes')).toBe(false);
    }
  });

  test('IM-1: immigration is for the young person and their counsel', () => {
    for (const each of EACH) expect(opens(each, 'immigration')).toBe(false);
  });
});

describe('an order of a court', () => {
  test('P-10: a program record needs the order and a subpoena', () => {
    expect(opens(ground(), 'sud-part2')).toBe(false);
    expect(opens(ground({ hasSubpoena: true }), 'sud-part2')).toBe(true);
  });

  test('P-10: so does all else that such a program holds', () => {
    const custodian = agency({ part2Program: true });
    expect(opens(ground({ custodian }), 'case-plan')).toBe(false);
    expect(opens(ground({ custodian, hasSubpoena: true }), 'case-plan')).toBe(true);
  });

  test('H-16, V-6, JJ-1: it opens what it names of health, victim service and court records', () => {
    for (const kind of ['health-general', 'vsp-record', 'jj-record'] as const)
      expect(opens(ground(), kind)).toBe(true);
  });

  test('H-16: it opens only what it names', () => {
    const see = maskOf(['cw-record']);
    expect(lawScope(ground(), { see, know: maskOf(['cw-record', 'case-plan']) })).toEqual({ see, know: see });
  });
});

describe('a statute on case teams', () => {
  const team = (changes: Partial<LawGround> = {}) => ground({ kind: 'team_statute', ...changes });

  test.each(['vsp-record', 'rhy-record', 'sud-part2', 'mh-psychotherapy-notes'] as const)(
    'V-9: being on a team never opens %s',
    (kind) => expect(opens(team({ hasSubpoena: true }), kind)).toBe(false),
  );

  test('V-9: nor anything that a victim service or a youth shelter holds', () => {
    expect(openableByLaw(team({ custodian: agency({ victimFunding: ['VOCA'] }) }))).toBe(0n);
    expect(openableByLaw(team({ custodian: agency({ youthShelter: 'transitional-living' }) }))).toBe(0n);
  });

  test('F-4: a team is no school official, and H-1: nobody on it treats by being on it', () => {
    expect(opens(team(), 'edu-record')).toBe(false);
    expect(openableByLaw(team({ custodian: agency({ coveredEntity: true }) }))).toBe(0n);
    expect(opens(team({ custodian: agency({ coveredEntity: null }) }), 'health-general')).toBe(false);
  });

  test('C-6: it can let somebody know of what they do not see, and never of a quiet kind', () => {
    const named = { see: 0n, know: maskOf(['cw-record', 'trafficking-status']) };
    expect(lawScope(team(), named)).toEqual({ see: 0n, know: maskOf(['cw-record']) });
  });
});

describe('a duty to report', () => {
  const report = (duty: DutyRule, changes: Partial<LawGround> = {}) =>
    ground({ kind: 'mandate', duty, recipientSystem: 'law-enforcement', ...changes });

  test.each(['MR-1', 'M-2', 'M-3'] as const)('%s: the set of the report and nothing of the rest', (duty) => {
    expect(codesOf(openableByLaw(report(duty)))).toEqual([...DUTIES[duty].set]);
  });

  test('MR-3: nothing to somebody who does not receive such reports', () => {
    expect(openableByLaw(report('M-3', { recipientSystem: 'education' }))).toBe(0n);
  });

  test('P-12, V-7: of a program or a victim service only a report of abuse', () => {
    for (const custodian of [agency({ part2Program: true }), agency({ victimFunding: ['VAWA'] })]) {
      expect(openableByLaw(report('MR-1', { custodian }))).not.toBe(0n);
      expect(openableByLaw(report('M-2', { custodian }))).toBe(0n);
      expect(openableByLaw(report('M-3', { custodian }))).toBe(0n);
    }
  });

  test('H-17: of a covered entity police who look for somebody get the list of that rule', () => {
    const custodian = agency({ coveredEntity: true });
    expect(codesOf(openableByLaw(report('M-3', { custodian })))).toEqual(['id-core', 'contact-location']);
  });

  test('a duty that is not named opens nothing', () => {
    expect(openableByLaw(ground({ kind: 'mandate', recipientSystem: 'law-enforcement' }))).toBe(0n);
  });
});

describe('an emergency', () => {
  const emergency = (changes: Partial<LawGround> = {}) => ground({ kind: 'emergency', ...changes });

  test('P-13: a program record goes to medical people, and for no proceeding', () => {
    expect(opens(emergency(), 'sud-part2')).toBe(false);
    expect(opens(emergency({ recipientSystem: 'medical' }), 'sud-part2')).toBe(true);
    expect(opens(emergency({ recipientSystem: 'medical', purposes: ['court-report'] }), 'sud-part2')).toBe(
      false,
    );
  });

  test('V-1, RHY-1: those records know no emergency', () => {
    expect(opens(emergency(), 'vsp-record')).toBe(false);
    expect(opens(emergency(), 'rhy-record')).toBe(false);
    expect(openableByLaw(emergency({ custodian: agency({ victimFunding: ['FVPSA'] }) }))).toBe(0n);
  });

  test('H-19, F-8: health and school records open to whoever can help', () => {
    expect(opens(emergency(), 'health-general')).toBe(true);
    expect(opens(emergency(), 'edu-record')).toBe(true);
  });
});

test('every kind of the catalogue is decided for every ground, with nothing known of the agency', () => {
  const custodian = agency({ coveredEntity: null, part2Program: null });
  for (const each of EACH) {
    const known = openableByLaw(each);
    const unknown = openableByLaw({ ...each, custodian });
    expect(unknown & ~known).toBe(0n);
    expect(unknown & ~maskOf(CATEGORIES.map(({ code }) => code))).toBe(0n);
  }
});
