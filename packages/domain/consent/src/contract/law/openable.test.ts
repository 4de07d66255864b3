import { describe, expect, test } from 'vitest';
import { CATEGORIES, type CategoryCode, codesOf, maskOf } from '../categories.ts';
import type { LawCase, Paper } from './facts.ts';
import { openableBy } from './openable.ts';
import { agency, DAY, guardian, law, paper, recipient, signature, STATE, T, young } from './world.testing.ts';

/** `open`, or the rules that keep this kind closed. */
function verdict(kind: CategoryCode, change: Partial<LawCase> = {}, policy = STATE as typeof STATE | null) {
  const { mask, findings } = openableBy(law([kind], change), policy);
  if (mask === maskOf([kind])) return 'open';
  return (findings.get(kind) ?? []).map(({ rule, outcome }) => (outcome === 'review' ? `${rule}?` : rule));
}
const withPaper = (kind: CategoryCode, change: Partial<Paper>) => ({ paper: paper([kind], change) });

const clinic = agency({ coveredEntity: true });
const program = agency({ coveredEntity: true, part2Program: true });
const school = agency({ educationAgency: true });
const advocate = agency({ victimFunding: ['VAWA', 'VOCA'] });
const shelter = agency({ youthShelter: 'basic-center' });

test('a plan that no regime binds opens with the young person’s own signature', () => {
  expect(verdict('case-plan')).toBe('open');
});

describe('who signs (A14)', () => {
  test('A14-assent: from 12 on nothing opens without their yes, or against their no', () => {
    expect(verdict('case-plan', withPaper('case-plan', { signatures: [guardian(['placement'])] }))).toEqual([
      'A14-assent',
    ]);
    expect(verdict('case-plan', withPaper('case-plan', { dissent: true }))).toEqual(['A14-assent']);
    expect(
      verdict('case-plan', {
        young: young({ years: 11 }),
        ...withPaper('case-plan', { signatures: [guardian(['placement'])] }),
      }),
    ).toBe('open');
    expect(
      verdict('case-plan', {
        young: young({ years: null }),
        ...withPaper('case-plan', { signatures: [guardian(['placement'])] }),
      }),
    ).toEqual(['A14-assent']);
  });

  test('H-11: where the state lets them decide, they sign alone; elsewhere an adult with authority signs too', () => {
    expect(verdict('mh-record', { custodian: clinic })).toBe('open');
    expect(verdict('health-general', { custodian: clinic })).toEqual(['H-11']);
    const both = (domains: Parameters<typeof guardian>[0]) => ({
      custodian: clinic,
      ...withPaper('health-general', { signatures: [signature(), guardian(domains)] }),
    });
    expect(verdict('health-general', both(['general-health']))).toBe('open');
    expect(verdict('health-general', both(['education']))).toEqual(['H-11']);
  });

  test('MC-1: a condition asks for both; a missing row and a missing state ask for a person to look as well', () => {
    const both = withPaper('health-hiv', { signatures: [signature(), guardian(['sexual-health'])] });
    expect(verdict('health-hiv', { custodian: clinic })).toEqual(['H-11']);
    expect(verdict('health-hiv', { custodian: clinic, ...both })).toBe('open');
    expect(
      verdict('health-hiv', { custodian: clinic, young: young({ conditionsMet: ['sexual-health'] }) }),
    ).toBe('open');
    expect(verdict('mh-record', { custodian: clinic }, null)).toEqual(['H-11']);
  });

  test('P-8: where they may get treatment alone only they sign; below that age both do', () => {
    expect(verdict('sud-part2', { custodian: program })).toBe('open');
    expect(verdict('sud-part2', { custodian: program, young: young({ years: 13 }) })).toEqual([
      'P-8',
      'H-11',
    ]);
  });

  test('F-3: school rights are a parent’s until 18 or postsecondary school', () => {
    expect(verdict('edu-record', { custodian: school })).toEqual(['F-3']);
    const both = withPaper('edu-record', { signatures: [signature(), guardian(['education'])] });
    expect(verdict('edu-record', { custodian: school, ...both })).toBe('open');
    expect(verdict('edu-record', { custodian: school, young: young({ postsecondary: true }) })).toBe('open');
  });

  test('V-3: a victim service needs both unless the state lets them come alone; VOCA alone asks for them', () => {
    expect(verdict('vsp-record', { custodian: advocate })).toEqual(['V-3']);
    const alone = { ...STATE, victimServicesAlone: { allowed: true, cite: 'made up' } };
    expect(verdict('vsp-record', { custodian: advocate }, alone)).toBe('open');
    expect(verdict('vsp-record', { custodian: agency({ victimFunding: ['VOCA'] }) })).toBe('open');
  });

  test('RHY-1: a basic center needs both, a transitional living program the young person', () => {
    expect(verdict('rhy-record', { custodian: shelter })).toEqual(['RHY-1']);
    expect(verdict('rhy-record', { custodian: agency({ youthShelter: 'transitional-living' }) })).toBe(
      'open',
    );
  });

  test('C-1, JJ-1: consent opens these records only where the state says that it does', () => {
    const signatures = [signature(), guardian(['placement'])];
    expect(verdict('cw-record', withPaper('cw-record', { signatures }))).toEqual(['C-1']);
    expect(verdict('jj-record', withPaper('jj-record', { signatures }))).toEqual(['JJ-1']);
    const state = {
      ...STATE,
      cpsRelease: { byConsent: true, cite: 'made up' },
      justiceRelease: { consentSuffices: true, cite: 'made up' },
    };
    expect(verdict('cw-record', withPaper('cw-record', { signatures }), state)).toBe('open');
    expect(verdict('jj-record', withPaper('jj-record', { signatures }), state)).toBe('open');
  });

  test('V-4, H-13: who is excluded never signs, and spoils what they signed', () => {
    const signatures = [signature(), guardian(['general-health'], { isExcluded: true })];
    expect(
      verdict('health-general', { custodian: clinic, ...withPaper('health-general', { signatures }) }),
    ).toEqual(['V-4', 'H-11']);
    expect(verdict('case-plan', withPaper('case-plan', { signatures }))).toEqual(['V-4']);
  });
});

describe('coming of age (A13)', () => {
  const signatures = [signature(), guardian(['education'])];
  const birthday = T;

  test('T18-1: what rests on another’s signature ends that instant, and their own holds', () => {
    const at = (majorityAt: number) => ({
      custodian: school,
      young: young({ majorityAt, years: 17 }),
      ...withPaper('edu-record', { signatures: [guardian(['education'])] }),
    });
    expect(verdict('edu-record', { ...at(birthday + 1), ...withPaper('edu-record', { signatures }) })).toBe(
      'open',
    );
    expect(verdict('edu-record', at(birthday))).toEqual(['A14-assent', 'T18-1']);
    expect(verdict('edu-record', { ...at(birthday), ...withPaper('edu-record', {}) })).toBe('open');
  });

  test('T18-1: the end that is projected is the birthday; T18-2: what they signed alone keeps its own', () => {
    const facts = { young: young({ majorityAt: T + DAY }) };
    expect(
      openableBy(law(['edu-record'], { ...facts, ...withPaper('edu-record', { signatures }) }), STATE).endsAt,
    ).toBe(T + DAY);
    expect(openableBy(law(['case-plan'], facts), STATE).endsAt).toBe(T + 29 * DAY);
  });

  test('nobody signs for somebody whose birthday is not known', () => {
    const facts = {
      custodian: school,
      young: young({ majorityAt: null }),
      ...withPaper('edu-record', { signatures }),
    };
    expect(verdict('edu-record', facts)).toEqual(['F-3']);
  });
});

describe('the paper', () => {
  test.each<[string, Partial<Paper>, string[]]>([
    ['H-2: without a purpose', { purposes: [] }, ['H-2']],
    ['H-2: without an end', { validTo: Infinity }, ['H-2']],
    ['H-3: that did not say how to stop', { toldHowToStop: false }, ['H-3']],
    ['H-3: that did not tell of passing on', { toldOfRedisclosure: false }, ['H-3']],
    ['H-4: without a copy', { copyGiven: false }, ['H-4']],
    ['H-5: that has ended', { validTo: T }, ['H-5']],
    ['H-5: that is known to be false', { knownFalse: true }, ['H-5']],
    ['H-9: that help depended on', { notACondition: false }, ['H-9']],
    ['without its own initials', { initialled: 0n }, ['initials']],
  ])('%s opens nothing of a clinic’s', (_, change, rules) => {
    expect(verdict('mh-record', { custodian: clinic, ...withPaper('mh-record', change) })).toEqual(rules);
  });

  test.each<[string, Partial<Paper>, string[]]>([
    ['P-2: that did not say how to stop', { toldHowToStop: false }, ['H-3', 'P-2']],
    ['P-4: that is known to be false', { knownFalse: true }, ['H-5', 'P-4']],
    ['P-5: for a proceeding and something else', { purposes: ['treatment', 'court-report'] }, ['P-9', 'P-5']],
  ])('%s opens nothing of a Part 2 program’s', (_, change, rules) => {
    expect(verdict('sud-part2', { custodian: program, ...withPaper('sud-part2', change) })).toEqual(rules);
  });

  test('F-1: a school’s needs its elements', () => {
    expect(
      verdict('edu-record', {
        custodian: school,
        young: young({ postsecondary: true }),
        ...withPaper('edu-record', { purposes: [] }),
      }),
    ).toEqual(['F-1']);
  });

  test('V-2, V-5: a victim service’s is short and free', () => {
    const voca = agency({ victimFunding: ['VOCA'] });
    const change = (one: Partial<Paper>) => ({ custodian: voca, ...withPaper('case-plan', one) });
    expect(verdict('case-plan', change({ validTo: T + 89 * DAY }))).toBe('open');
    expect(verdict('case-plan', change({ validTo: T + 89 * DAY + 1 }))).toEqual(['V-2']);
    expect(verdict('case-plan', change({ notACondition: false }))).toEqual(['V-5']);
  });

  test('H-8, P-3, A16-3: notes of a session need a paper of their own', () => {
    const two = paper(['mh-psychotherapy-notes', 'case-plan']);
    expect(
      openableBy(law([], { custodian: clinic, paper: two }), STATE).findings.get('mh-psychotherapy-notes'),
    ).toEqual([
      { rule: 'H-8', outcome: 'deny' },
      { rule: 'A16-3', outcome: 'deny' },
    ]);
    expect(verdict('mh-psychotherapy-notes', { custodian: clinic })).toBe('open');
    const counselling = paper(['sud-counseling-notes', 'case-plan']);
    expect(
      openableBy(law([], { custodian: program, paper: counselling }), STATE)
        .findings.get('sud-counseling-notes')
        ?.map(({ rule }) => rule),
    ).toEqual(['P-3', 'A16-3']);
  });
});

describe('who gets it', () => {
  test('P-9: a Part 2 record never goes to whoever could use it against them', () => {
    expect(
      verdict('sud-part2', { custodian: program, recipient: recipient({ lawEnforcement: true }) }),
    ).toEqual(['P-9']);
    expect(
      verdict('sud-part2', { custodian: program, recipient: recipient({ lawEnforcement: null }) }),
    ).toEqual(['P-9']);
    // A program's plan tells that they are there.
    expect(
      verdict('case-plan', {
        custodian: program,
        recipient: recipient({ lawEnforcement: true }),
        ...withPaper('case-plan', { signatures: [signature(), guardian(['general-health'])] }),
      }),
    ).toEqual(['P-9']);
  });

  test('IM-1: immigration goes to their own lawyer', () => {
    expect(verdict('immigration')).toEqual(['IM-1']);
    expect(verdict('immigration', { recipient: recipient({ counsel: true }) })).toBe('open');
  });

  test('JJ-3: what police hold on their systems goes to nobody', () => {
    expect(verdict('le-investigative')).toEqual(['JJ-3']);
  });

  test('A16-8: nothing goes to who is excluded', () => {
    expect(verdict('case-plan', { recipient: recipient({ isExcluded: true }) })).toEqual(['A16-8']);
  });

  test.each([
    ['A16-1', 'jj-sealed'],
    ['A16-5', 'cw-reporter'],
    ['A16-6', 'shelter-location'],
    ['A16-12', 'legal-privileged'],
    ['private-notes', 'private-notes'],
  ] as const)('%s: %s opens by no permission', (rule, kind) => expect(verdict(kind)).toContain(rule));
});

describe('most protective wins', () => {
  test('a kind under two regimes needs both satisfied', () => {
    const custodian = agency({ coveredEntity: true, victimFunding: ['VAWA'] });
    const state = { ...STATE, victimServicesAlone: { allowed: false, cite: 'made up' } };
    expect(verdict('mh-record', { custodian }, state)).toEqual(['V-3']);
    const signatures = [signature(), guardian(['victim-services'])];
    expect(verdict('mh-record', { custodian, ...withPaper('mh-record', { signatures }) }, state)).toBe(
      'open',
    );
  });

  test('what is not known of an agency counts against it', () => {
    const custodian = agency({ coveredEntity: null, part2Program: null });
    expect(verdict('health-general', { custodian })).toEqual(['H-11']);
    expect(verdict('sud-other', { custodian, recipient: recipient({ lawEnforcement: true }) })).toEqual([
      'P-9',
    ]);
  });

  test('each kind of a permission is judged by itself', () => {
    const custodian = agency({ coveredEntity: true });
    const { mask, findings } = openableBy(
      law([], { custodian, paper: paper(['mh-record', 'health-general']) }),
      STATE,
    );
    expect(codesOf(mask)).toEqual(['mh-record']);
    expect([...findings.keys()]).toEqual(['health-general']);
  });

  test('nothing signed, nothing open: no kind in the catalogue is an exception', () => {
    for (const { code } of CATEGORIES) {
      expect(verdict(code, withPaper(code, { signatures: [] }))).not.toBe('open');
    }
  });
});
