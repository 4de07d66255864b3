import type { Purpose } from '@accord/kernel';
import { describe, expect, test } from 'vitest';
import type { LawBasis } from '../basis.ts';
import { type CategoryCode, maskOf } from '../categories.ts';
import {
  agencies,
  ask,
  caseId,
  decide,
  detective,
  factsOf,
  HOUR,
  itemOf,
  lawBasis,
  permission,
  POLICY,
  police,
  T,
  WIDE_STATE,
} from '../facts.testing.ts';
import type { Facts, Policy } from '../facts.ts';
import type { AgencyFacts } from './facts.ts';
import type { RuleId } from './rules.ts';
import { young } from './world.testing.ts';

const MINUTE = HOUR / 60;
interface Setting {
  /** What binds the agency that holds it, and what the one that reads it is. */
  holder?: Partial<AgencyFacts>;
  reader?: Partial<AgencyFacts>;
  facts?: Partial<Facts>;
  policy?: Partial<Policy>;
  purpose?: Purpose;
}

/** `open`, or the rules that keep an item of this kind closed; a question mark where a person is to look. */
function verdict(kind: CategoryCode, change: Partial<LawBasis>, setting: Setting = {}) {
  const { holder = {}, reader = {}, facts = {}, policy = {}, purpose = 'care-plan-coordination' } = setting;
  const basis = lawBasis({ see: maskOf([kind]), purposes: [purpose], ...change });
  const { items } = decide(
    ask({ item: itemOf([kind]), purposes: [purpose] }),
    factsOf({ bases: [basis], agencies: agencies(holder, reader), ...facts }),
    { ...POLICY, ...policy },
  );
  const [answer] = items;
  if (answer?.open) return 'open';
  return answer?.rules.map(({ rule, outcome }) => (outcome === 'review' ? `${rule}?` : rule));
}
/** As if the signed bundle said that this rule was read again in the source. */
const reRead = (...rules: RuleId[]): Setting => ({ policy: { reRead: rules } });
const treats = (is: boolean | null) => ({
  facts: { relations: [{ caseId, staffId: detective.staffId, treats: is, counsel: null }] },
});

const clinic = { holder: { coveredEntity: true } };
const program = { holder: { part2Program: true } };
const school = { holder: { educationAgency: true } };
const advocate = { holder: { victimFunding: ['VAWA' as const] } };
const shelter = { holder: { youthShelter: 'basic-center' as const } };
const order = { kind: 'court_order' } as const;
const team = { kind: 'team_statute', evidence: 'made up 18961.7' } as const;
const report = (evidence: string) => ({ kind: 'mandate', evidence }) as const;
const emergency = { kind: 'emergency', evidence: 'went off with somebody at 3 pm' } as const;
const toPolice = { reader: { justice: true } };
const toProtection = { reader: { childWelfare: true } };

describe('a court order', () => {
  test('opens what it names of an agency that nothing else binds', () => {
    expect(verdict('case-plan', order)).toBe('open');
    expect(verdict('case-plan', { ...order, see: maskOf(['appointments']) })).toEqual([]);
  });
  test('without its number is none', () => {
    expect(verdict('case-plan', { ...order, evidence: ' ' })).toEqual(['evidence']);
  });
  test('H-16: of a clinic’s record asks for a person until the rule was read again', () => {
    expect(verdict('health-general', order, clinic)).toEqual(['H-16?']);
    expect(verdict('health-general', order, { ...clinic, ...reRead('H-16') })).toBe('open');
    expect(verdict('health-general', order, { ...clinic, ...reRead('H-19') })).toEqual(['H-16?']);
  });
  test('P-9, P-10, A16-2: opens a Part 2 record only with a subpoena beside it', () => {
    const setting: Setting = { ...program, ...toPolice, purpose: 'court-report' };
    expect(verdict('sud-part2', order, setting)).toEqual(['P-10', 'P-9']);
    expect(verdict('sud-part2', { ...order, subpoena: '' }, setting)).toEqual(['P-10', 'P-9']);
    expect(verdict('sud-part2', { ...order, subpoena: 'S-9' }, setting)).toBe('open');
    expect(verdict('case-plan', order, setting)).toEqual(['P-10', 'P-9']);
  });
  test('F-7: of a school’s record asks for a person, and for the notice before it', () => {
    expect(verdict('edu-record', { ...order, notice: 'letter' }, school)).toEqual(['F-7?']);
    expect(verdict('edu-record', order, { ...school, ...reRead('F-7') })).toEqual(['F-7?']);
    expect(verdict('edu-record', { ...order, notice: 'letter' }, { ...school, ...reRead('F-7') })).toBe(
      'open',
    );
  });
  test('V-6: of a victim service’s record asks for the attempt to tell them first', () => {
    expect(verdict('vsp-record', order, advocate)).toEqual(['V-6?']);
    expect(verdict('vsp-record', { ...order, notice: 'called twice' }, advocate)).toBe('open');
  });
  test('of a youth shelter’s record asks for a person', () => {
    expect(verdict('rhy-record', order, shelter)).toEqual(['RHY-1?']);
  });
  test('opens child protection and court records', () => {
    expect(verdict('cw-record', order)).toBe('open');
    expect(verdict('jj-record', order)).toBe('open');
  });
  test('never opens immigration', () => {
    expect(verdict('immigration', order)).toEqual(['IM-1']);
  });
});

describe('a team statute', () => {
  test('C-6: opens to whom the state’s row names, and to nobody where there is no row', () => {
    expect(verdict('case-plan', team, toPolice)).toBe('open');
    expect(verdict('case-plan', team)).toEqual(['C-6']);
    expect(verdict('case-plan', team, { reader: { educationAgency: true } })).toEqual(['C-6']);
    expect(verdict('case-plan', team, { ...toPolice, policy: { state: null } })).toEqual(['C-6?']);
    const no = { ...WIDE_STATE, teamRule: { allowed: false, members: ['justice' as const], cite: 'no' } };
    expect(verdict('case-plan', team, { ...toPolice, policy: { state: no } })).toEqual(['C-6']);
  });
  test.each([
    ['child-welfare', { childWelfare: true }],
    ['justice', { justice: true }],
    ['tribal', { tribal: true }],
    ['education', { educationAgency: true }],
    ['health', { coveredEntity: true }],
  ] as const)('C-6: %s is a fact of the agency', (member, reader) => {
    const state = { ...WIDE_STATE, teamRule: { allowed: true, members: [member], cite: 'made up' } };
    expect(verdict('case-plan', team, { reader, policy: { state } })).toBe('open');
    expect(verdict('case-plan', team, { policy: { state } })).toEqual(['C-6']);
  });
  test.each([
    ['vsp-record', advocate, ['V-9']],
    ['case-plan', advocate, ['V-9']],
    ['rhy-record', shelter, ['V-9', 'RHY-1']],
    ['sud-part2', program, ['P-1']],
    ['immigration', {}, ['IM-1']],
    ['mh-psychotherapy-notes', {}, ['A16-3']],
    ['shelter-location', {}, ['A16-6']],
  ] as const)('V-9: never opens %s', (kind, setting, rules) => {
    expect(verdict(kind, team, { ...toPolice, ...setting })).toEqual(rules);
  });
  test('H-15: of a clinic’s record asks for a person until the rule was read again', () => {
    expect(verdict('health-general', team, { ...clinic, ...toPolice })).toEqual(['H-15?']);
    expect(verdict('health-general', team, { ...clinic, ...toPolice, ...reRead('H-15') })).toBe('open');
  });
  test('C-4: opens child protection records for what the plan is for alone', () => {
    expect(verdict('cw-record', team, toPolice)).toBe('open');
    expect(verdict('cw-record', team, { ...toPolice, purpose: 'treatment' })).toEqual(['C-4']);
  });
  test('JJ-1: opens court records to the statute’s own list', () => {
    expect(verdict('jj-record', team, toPolice)).toBe('open');
    expect(verdict('jj-record', team, { reader: { educationAgency: true } })).toEqual(['C-6']);
  });
  test('JJ-7: what was said in a screening is kept from an investigation', () => {
    const asked: Setting = { ...toPolice, purpose: 'investigation' };
    const say = (applies: boolean) => ({
      ...asked,
      policy: { state: { ...WIDE_STATE, screeningUseImmunity: { applies, cite: 'made up' } } },
    });
    expect(verdict('trafficking-status', team, asked)).toEqual(['JJ-7?']);
    expect(verdict('trafficking-status', team, say(true))).toEqual(['JJ-7']);
    expect(verdict('trafficking-status', team, say(false))).toBe('open');
    expect(verdict('case-plan', team, asked)).toBe('open');
  });
  test('C-5: a flag of sex trafficking opens nothing wider by itself', () => {
    expect(verdict('trafficking-status', team)).toEqual(['C-6']);
  });
});

describe('school records without a parent’s word', () => {
  const on = { holder: { educationAgency: true, switchedOn: ['F-6' as const] } };
  const responsible = { facts: { young: [{ ...young({ legalCustodian: police }), caseId }] } };

  test('F-6: open to the agency that is legally responsible, where the school has switched it on', () => {
    expect(verdict('edu-record', team, { ...on, ...toProtection, ...responsible })).toBe('open');
    expect(verdict('edu-record', team, { ...on, ...toProtection })).toEqual(['F-6']);
    expect(verdict('edu-record', team, { ...school, ...toProtection, ...responsible })).toEqual(['F-6']);
    expect(verdict('edu-record', team, { ...on, ...responsible })).toEqual(['F-6']);
  });
  test('IC-2: and to a tribe that is', () => {
    expect(verdict('edu-record', team, { ...on, reader: { tribal: true }, ...responsible })).toBe('open');
  });
  test('T18-7: and to nobody from the day they come of age', () => {
    for (const majorityAt of [T, null]) {
      const facts = { young: [{ ...young({ legalCustodian: police, majorityAt }), caseId }] };
      expect(verdict('edu-record', team, { ...on, ...toProtection, facts })).not.toBe('open');
    }
    const emancipated = { young: [{ ...young({ legalCustodian: police, emancipated: true }), caseId }] };
    expect(verdict('edu-record', team, { ...on, ...toProtection, facts: emancipated })).toEqual(['F-6']);
  });
  test('F-4: a team is no school official', () => {
    expect(verdict('edu-record', team, { ...on, reader: { coveredEntity: true } })).toEqual(['F-6']);
  });
  test('F-9: to juvenile justice a person looks at it', () => {
    expect(verdict('edu-record', team, { ...on, ...toPolice, ...responsible })).toEqual(['F-9?']);
    expect(verdict('edu-record', team, { ...on, ...toPolice, ...responsible, ...reRead('F-9') })).toEqual([
      'F-9?',
    ]);
  });
});

describe('a mandate', () => {
  test.each(['H-14', 'MR-2'])('%s: a report of abuse opens its set, and nothing else of the file', (duty) => {
    expect(verdict('exploitation-history', report(`${duty}, report 7`), toProtection)).toBe('open');
    expect(verdict('id-core', report(duty), toPolice)).toBe('open');
    expect(verdict('case-plan', report(duty), toProtection)).toEqual(['MR-3']);
    expect(verdict('id-core', report(duty))).toEqual(['MR-3']);
  });
  test('H-14: a clinic’s report of abuse opens its set', () => {
    expect(verdict('contact-location', report('H-14'), { ...clinic, ...toProtection })).toBe('open');
    expect(verdict('health-general', report('H-14'), { ...clinic, ...toProtection })).toEqual(['MR-3']);
  });
  test('MR-2: a federal reporter’s report opens its set', () => {
    expect(verdict('trafficking-status', report('MR-2'), toPolice)).toBe('open');
  });
  test('MR-1: who must report is the state’s to say', () => {
    expect(verdict('id-core', report('MR-1'), toProtection)).toBe('open');
    expect(verdict('id-core', report('MR-1'), { ...toProtection, policy: { state: null } })).toEqual([
      'MR-1?',
    ]);
  });
  test('MR-3, C-3: who reported is never in it', () => {
    expect(verdict('cw-reporter', report('MR-1'), toProtection)).toEqual(['A16-5']);
  });
  test('MR-4: their no does not stop it, and it widens no permission', () => {
    const no = permission({ categories: maskOf(['id-core', 'case-plan']), paper: { dissent: true } });
    const set = lawBasis({ ...report('H-14'), see: maskOf(['id-core', 'case-plan']) });
    const world = factsOf({ bases: [no, set], agencies: agencies({}, { childWelfare: true }) });
    expect(decide(ask({ item: itemOf(['id-core']) }), world).reason).toBe('BY_MANDATE');
    expect(decide(ask({ item: itemOf(['case-plan']) }), world).decision).toBe('deny');
  });
  test('H-17: police who look for a missing child get what tells who they are, and nothing else', () => {
    const missing: Setting = { ...clinic, ...toPolice, purpose: 'missing-child-response' };
    expect(verdict('id-core', report('H-17 request 4'), missing)).toBe('open');
    expect(verdict('contact-location', report('H-17'), missing)).toEqual(['MR-3', 'H-17']);
    expect(verdict('health-general', report('H-17'), missing)).toEqual(['MR-3', 'H-17']);
    expect(verdict('id-core', report('H-17'), { ...missing, ...toProtection })).toEqual(['MR-3']);
    expect(verdict('id-core', report('H-17'), { ...missing, purpose: 'investigation' })).toEqual(['MR-3']);
  });
  test('M-2: a report of sex trafficking goes to law enforcement, with who they are and that', () => {
    expect(verdict('trafficking-status', report('M-2'), toPolice)).toBe('open');
    expect(verdict('exploitation-history', report('M-2'), toPolice)).toEqual(['MR-3']);
    expect(verdict('trafficking-status', report('M-2'), toProtection)).toEqual(['MR-3']);
  });
  test('M-3: a report of a missing child holds who they are and where they were', () => {
    const missing: Setting = { ...toPolice, purpose: 'missing-child-response' };
    expect(verdict('contact-location', report('M-3'), missing)).toBe('open');
    expect(verdict('case-plan', report('M-3'), missing)).toEqual(['MR-3']);
    expect(verdict('contact-location', report('M-3'), toPolice)).toEqual(['MR-3']);
  });
  test('M-5: of a clinic it holds the short list, and of a Part 2 program nothing', () => {
    const missing: Setting = { ...toPolice, purpose: 'missing-child-response' };
    expect(verdict('id-core', report('M-3'), { ...missing, ...clinic })).toBe('open');
    expect(verdict('contact-location', report('M-3'), { ...missing, ...clinic })).toEqual(['H-17']);
    expect(verdict('id-core', report('M-3'), { ...missing, ...program })).toEqual(['M-5']);
    expect(verdict('id-core', report('M-2'), { ...toPolice, ...program })).toEqual(['M-5']);
  });
  test('P-12: of a program the first report of abuse, and never its records', () => {
    expect(verdict('id-core', report('P-12'), { ...program, ...toProtection })).toBe('open');
    expect(verdict('sud-part2', report('P-12'), { ...program, ...toProtection })).toEqual(['MR-3']);
  });
  test('V-7: of a victim service only where the state makes it report', () => {
    const says = (victimServices: boolean) => ({
      policy: { state: { ...WIDE_STATE, mandatedReporters: { victimServices, cite: 'made up' } } },
    });
    const asked = { ...advocate, ...toProtection };
    expect(verdict('id-core', report('V-7'), { ...asked, ...says(true) })).toBe('open');
    expect(verdict('id-core', report('V-7'), { ...asked, ...says(false) })).toEqual(['V-7']);
    expect(verdict('id-core', report('V-7'), { ...asked, policy: { state: null } })).toEqual(['V-7?']);
  });
  test.each(['H-18', 'H-20', 'P-11', 'P-14'])(
    '%s: a permission to tell whose list nobody has read asks for a person',
    (duty) => {
      expect(verdict('id-core', report(duty), toPolice)).toEqual([`${duty}?`]);
      expect(verdict('id-core', report(duty), { ...toPolice, ...reRead(duty as RuleId) })).toEqual([
        `${duty}?`,
      ]);
    },
  );
  test('of a shelter or a school asks for a person', () => {
    expect(verdict('id-core', report('H-14'), { ...shelter, ...toPolice })).toEqual(['RHY-1?']);
    expect(verdict('id-core', report('H-14'), { ...school, ...toPolice })).toEqual(['MR-1?']);
  });
  test('C-1, JJ-1, IM-1: what child welfare, courts and immigration hold is no part of any report', () => {
    expect(verdict('cw-record', report('H-14'), toProtection)).toEqual(['MR-3']);
    expect(verdict('jj-record', report('H-14'), toPolice)).toEqual(['MR-3', 'JJ-1']);
    expect(verdict('immigration', report('H-14'), toPolice)).toEqual(['MR-3', 'IM-1']);
    expect(verdict('vsp-record', report('H-14'), toPolice)).toEqual(['MR-3']);
  });
  test('a state that says nothing of who must report asks for a person', () => {
    const { mandatedReporters: _, ...silent } = WIDE_STATE;
    const asked = { ...advocate, ...toProtection, policy: { state: silent } };
    expect(verdict('id-core', report('V-7'), asked)).toEqual(['V-7?']);
    expect(verdict('id-core', report('MR-1'), { ...toProtection, policy: { state: silent } })).toEqual([
      'MR-1?',
    ]);
  });
  test.each([' ', ',', ';', ':'])('is named before the first of these: %j', (mark) => {
    expect(verdict('id-core', report(`H-14${mark}case 7`), toPolice)).toBe('open');
    expect(verdict('id-core', report(`H-14.case 7`), toPolice)).toEqual(['evidence']);
  });
  test.each(['', 'H-1', 'toString', 'a feeling'])('that names no duty (%j) opens nothing', (evidence) => {
    expect(verdict('id-core', report(evidence), toPolice)).toEqual(['evidence']);
  });
});
test('H-18, H-20, P-11, P-14: each is a duty that opens nothing by itself', () => {
  for (const duty of ['H-18', 'H-20', 'P-11', 'P-14'])
    expect(verdict('id-core', report(duty))).toEqual([`${duty}?`]);
});

describe('an emergency', () => {
  test('lasts an hour at most', () => {
    const lasting = (minutes: number) => ({ ...emergency, valid: { from: T, to: T + minutes * MINUTE } });
    expect(verdict('case-plan', lasting(60))).toBe('open');
    expect(verdict('case-plan', lasting(60.1))).toEqual(['emergency']);
  });
  test('F-8: opens a school’s record with the threat on record', () => {
    expect(verdict('edu-record', emergency, school)).toBe('open');
    expect(verdict('edu-record', { ...emergency, evidence: '' }, school)).toEqual(['evidence']);
  });
  test('H-19: of a clinic’s record asks for a person until the rule was read again', () => {
    expect(verdict('health-general', emergency, clinic)).toEqual(['H-19?']);
    expect(verdict('health-general', emergency, { ...clinic, ...reRead('H-19') })).toBe('open');
  });
  test('P-13: opens a Part 2 record to a named provider who treats them', () => {
    expect(verdict('sud-part2', emergency, { ...program, ...treats(true) })).toBe('open');
    expect(verdict('sud-part2', emergency, { ...program, ...treats(false) })).toEqual(['P-13']);
    expect(verdict('sud-part2', emergency, program)).toEqual(['P-13']);
    const agency = { ...emergency, recipient: { kind: 'agency' as const, id: police } };
    const assigned = {
      assignments: [{ caseId, staffId: detective.staffId, period: { from: 0, to: Infinity } }],
    };
    expect(
      verdict('sud-part2', agency, { ...program, facts: { ...treats(true).facts, ...assigned } }),
    ).toEqual(['P-13']);
  });
  test('V-1, RHY-1: never opens what a victim service or a youth shelter holds', () => {
    expect(verdict('vsp-record', emergency, advocate)).toEqual(['V-1']);
    expect(verdict('rhy-record', emergency, shelter)).toEqual(['RHY-1']);
  });
  test('V-12, A16-6: never opens where the shelter is', () => {
    expect(verdict('shelter-location', emergency)).toEqual(['A16-6']);
  });
  test('C-1: opens child protection records to who protects children', () => {
    expect(verdict('cw-record', emergency, toProtection)).toBe('open');
    expect(verdict('cw-record', emergency, { reader: { tribal: true } })).toBe('open');
    expect(verdict('cw-record', emergency, toPolice)).toBe('open');
    expect(verdict('cw-record', emergency)).toEqual(['C-1']);
  });
  test('opens no court record, and nothing of immigration', () => {
    expect(verdict('jj-record', emergency)).toEqual(['JJ-1']);
    expect(verdict('immigration', emergency)).toEqual(['IM-1']);
  });
});

describe('of every basis without consent', () => {
  const bases = [order, team, report('H-14'), emergency];

  test.each([
    ['A16-1', 'jj-sealed'],
    ['A16-3', 'mh-psychotherapy-notes'],
    ['A16-3', 'sud-counseling-notes'],
    ['A16-4', 'le-investigative'],
    ['A16-5', 'cw-reporter'],
    ['A16-6', 'shelter-location'],
    ['A16-12', 'legal-privileged'],
    ['private-notes', 'private-notes'],
  ] as const)('%s: none opens %s', (rule, kind) => {
    for (const basis of bases)
      expect(verdict(kind, { ...basis, subpoena: 'S-9', notice: 'told' })).toEqual([rule]);
  });
  test('A16-8: none opens to who is excluded', () => {
    for (const target of [detective.staffId, police]) {
      for (const basis of bases) {
        expect(verdict('id-core', basis, { facts: { excluded: [{ caseId, target }] } })).toEqual(['A16-8']);
      }
    }
  });
  test('IM-2: benefits open by none until the rule was read again', () => {
    expect(verdict('financial-benefits', order)).toEqual(['IM-2?']);
    expect(verdict('financial-benefits', order, reRead('IM-2'))).toBe('open');
  });
  test('what is not known of an agency counts against it', () => {
    const unknown = { holder: { coveredEntity: null, part2Program: null } };
    expect(verdict('health-general', order, unknown)).toEqual(['H-16?']);
    expect(verdict('sud-other', { ...order, subpoena: 'S-9' }, unknown)).toEqual(['H-16?']);
  });
});
