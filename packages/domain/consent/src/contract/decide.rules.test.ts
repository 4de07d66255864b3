import { newId, PURPOSES, CaseId, type Purpose } from '@accord/kernel';
import { describe, expect, test } from 'vitest';
import { CATEGORIES, type CategoryCode, maskOf } from './categories.ts';
import type { Obligation } from './decision.ts';
import {
  agencies,
  always,
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
  welfare,
  worker,
  young as youth,
} from './facts.testing.ts';
import type { Facts, Policy } from './facts.ts';
import type { AgencyFacts } from './law/facts.ts';
import { guardian, signature, STATE, young } from './law/world.testing.ts';
import { referenceOfNotice, NOTICES, type NoticeCode } from './notices.ts';
import { ACTIONS, type Reader, type Request } from './request.ts';

type Change = NonNullable<Parameters<typeof permission>[0]>;

/** Asks for one item of these kinds under one permission for them. */
function read(
  kinds: CategoryCode[],
  change: Change = {},
  {
    holder = {},
    reader = {},
    ...facts
  }: Partial<Facts> & { holder?: Partial<AgencyFacts>; reader?: Partial<AgencyFacts> } = {},
  request: Partial<Request> = {},
  policy: Policy = POLICY,
) {
  const bases = [permission({ categories: maskOf(kinds), ...change })];
  const world = factsOf({ bases, agencies: agencies(holder, reader), ...facts });
  const decision = decide(ask({ item: itemOf(kinds), ...request }), world, policy);
  const [item] = decision.items;
  if (!item) throw new Error('no answer');
  return { ...decision, item };
}
const noticeOf = (code: NoticeCode): Obligation => {
  const text = NOTICES.find((each) => each.code === code);
  if (!text) throw new Error('no such notice');
  return { code: 'NOTICE', notice: referenceOfNotice(text) };
};

describe('who asks', () => {
  test.each<[string, Reader['kind']]>([
    ['H-12, T18-3: a parent is no reader of their own, and has no page to keep', 'guest'],
    ['F-12: nobody who is not known gets directory information', 'anonymous'],
  ])('%s', (_, kind) => {
    expect(read(['edu-record'], {}, {}, { reader: { kind } as Reader }).reason).toBe('READER_NOT_BOUND');
  });

  test('A16-8: an excluded person reads nothing, not even their own agency’s', () => {
    const bases = [
      {
        kind: 'own_custody' as const,
        caseId,
        agency: welfare,
        purposes: ['care-plan-coordination' as const],
        mask: maskOf(['case-plan']),
      },
    ];
    for (const target of [worker.staffId, welfare]) {
      const world = factsOf({ bases, excluded: [{ caseId, target }] });
      const { items } = decide(ask({ reader: worker }), world);
      expect(items[0]).toMatchObject({ reason: 'PROHIBITED', known: false, rules: [{ rule: 'A16-8' }] });
    }
    expect(
      decide(
        ask({ reader: worker }),
        factsOf({ bases, excluded: [{ caseId: newId(CaseId), target: welfare }] }),
      ).reason,
    ).toBe('BY_OWN_CUSTODY');
  });
});

describe('what exists', () => {
  test('A16-1, JJ-2: what is sealed is gone for everybody, and answered like what never was', () => {
    const sealed = itemOf(['jj-record'], { sealedAt: T });
    const custody = {
      kind: 'own_custody' as const,
      caseId,
      agency: welfare,
      purposes: ['care-plan-coordination' as const],
      mask: maskOf(['jj-record']),
    };
    const self = {
      kind: 'self_access' as const,
      caseId,
      owner: welfare,
      youngPersonId: youth.youngPersonId,
      mask: maskOf(['jj-record']),
    };
    const world = factsOf({ bases: [custody, self] });
    for (const asked of [
      ask({ reader: worker, item: sealed }),
      ask({ reader: youth, purposes: ['self-access'], item: sealed }),
    ]) {
      expect(decide(asked, world).items[0]).toMatchObject({
        open: false,
        known: false,
        reason: 'PROHIBITED',
      });
      const before = itemOf(['jj-record'], { sealedAt: T + 1 });
      expect(decide({ ...asked, items: [before] }, world).decision).toBe('permit');
      expect(decide({ ...asked, items: [itemOf(['jj-record'], { sealedAt: null })] }, world).decision).toBe(
        'permit',
      );
      expect(
        decide({ ...asked, items: [itemOf(['jj-record'], { sealedAt: Number.NaN })] }, world).decision,
      ).toBe('deny');
    }
  });

  test('P-1: nobody knows of a program’s item, a shelter’s or a victim service’s without seeing it', () => {
    const basis = lawBasis({
      notice: 'told',
      subpoena: 'S-1',
      see: maskOf(['appointments']),
      know: maskOf(['case-plan', 'contact-location']),
    });
    const knows = (kind: CategoryCode, holder: Partial<AgencyFacts>) =>
      decide(ask({ item: itemOf([kind]) }), factsOf({ bases: [basis], agencies: agencies(holder) })).items[0]
        ?.known;
    expect(knows('case-plan', {})).toBe(true);
    expect(knows('contact-location', {})).toBe(false);
    expect(knows('case-plan', { part2Program: true })).toBe(false);
    expect(knows('case-plan', { part2Program: null })).toBe(false);
    expect(knows('case-plan', { victimFunding: ['VOCA'] })).toBe(false);
    expect(knows('case-plan', { youthShelter: 'transitional-living' })).toBe(false);
    expect(knows('appointments', { part2Program: true })).toBe(true);
  });

  test('to be told that something exists, or to find it, asks what one may know', () => {
    const basis = lawBasis({ see: maskOf(['appointments']), know: maskOf(['case-plan']) });
    const world = factsOf({ bases: [basis] });
    const answers = ACTIONS.filter((action) => decide(ask({ action }), world).decision === 'permit');
    expect(answers).toEqual(['search', 'exists']);
  });

  test('A16-13: a question is about one young person, and about each item by itself', () => {
    const other = itemOf(['case-plan'], { caseId: newId(CaseId) });
    const { decision, items } = decide(ask({ items: [itemOf(['case-plan']), other] }), factsOf());
    expect(decision).toBe('partial');
    expect(items.map(({ open }) => open)).toEqual([true, false]);
    expect(items[1]?.rules).toEqual([{ rule: 'A16-13', outcome: 'deny' }]);
  });
});

describe('what is never shared', () => {
  test.each([
    ['A16-1: what was sealed', 'A16-1', 'jj-sealed'],
    ['A16-3: notes of a session', 'A16-3', 'sud-counseling-notes'],
    ['A16-4: what police hold on their systems', 'A16-4', 'le-investigative'],
    ['A16-5: who reported', 'A16-5', 'cw-reporter'],
    ['A16-6: where a shelter is', 'A16-6', 'shelter-location'],
    ['A16-12: what they said to their lawyer', 'A16-12', 'legal-privileged'],
  ] as const)('%s opens by no permission', (_, rule, kind) => {
    expect(read([kind]).item).toMatchObject({ open: false, reason: 'PROHIBITED', rules: [{ rule }] });
  });

  test('A16-10, V-1: what a victim service holds is in no index of anybody else’s, encoded or not', () => {
    const advocate = { holder: { victimFunding: ['VOCA' as const] } };
    expect(read(['case-plan'], {}, advocate).decision).toBe('permit');
    expect(read(['case-plan'], {}, advocate, { action: 'index' }).item).toMatchObject({
      reason: 'PROHIBITED',
      rules: [{ rule: 'A16-10' }],
    });
    expect(read(['case-plan'], {}, {}, { action: 'index' }).decision).toBe('permit');
  });

  test('V-8: and in no count of anybody else’s; other counts hide small cells', () => {
    const advocate = { holder: { victimFunding: ['VOCA' as const] } };
    expect(read(['case-plan'], {}, advocate, { action: 'aggregate' }).item.rules).toEqual([
      { rule: 'V-8', outcome: 'deny' },
    ]);
    for (const holder of [{ youthShelter: 'transitional-living' as const }, { part2Program: true }]) {
      expect(read(['case-plan'], {}, { holder }, { action: 'aggregate' }).decision).toBe('deny');
    }
    expect(read(['case-plan'], {}, {}, { action: 'aggregate' }).obligations).toContainEqual({
      code: 'SMALL_CELLS',
      below: 11,
    });
    expect(read(['case-plan']).obligations.map(({ code }) => code)).not.toContain('SMALL_CELLS');
  });

  test('A16-11: no purpose and no action can name a sale, advertising, training or a score', () => {
    const names = [...Object.keys(PURPOSES), ...ACTIONS].join(' ');
    expect(names).not.toMatch(/sale|sell|market|advert|train|research|score|predict|bulk/);
    const sale = { purposes: ['marketing' as Purpose] };
    expect(read(['case-plan'], {}, {}, sale).reason).toBe('ENGINE_INDETERMINATE');
  });
});

describe('treatment without a form', () => {
  const clinics = {
    holder: { coveredEntity: true, switchedOn: ['H-1' as const] },
    reader: { coveredEntity: true },
  };
  const treats = (is: boolean | null) => ({
    relations: [{ caseId, staffId: detective.staffId, treats: is, counsel: null }],
  });
  const asked = { purposes: ['treatment' as const] };
  const none = { categories: maskOf(['appointments']) };

  test('H-1: a treating provider’s ask goes to a person, where the clinic has switched that on', () => {
    expect(read(['health-general'], none, { ...clinics, ...treats(true) }, asked)).toMatchObject({
      decision: 'review',
      reason: 'REVIEW',
      item: { open: false, rules: [{ rule: 'H-1', outcome: 'review' }] },
    });
  });
  test.each<[string, CategoryCode, object, Partial<Request>]>([
    ['a caseworker', 'health-general', { ...clinics, ...treats(false) }, asked],
    ['somebody nobody knows to treat them', 'health-general', { ...clinics, ...treats(null) }, asked],
    ['another purpose', 'health-general', { ...clinics, ...treats(true) }, {}],
    [
      'a clinic that left it off',
      'health-general',
      { ...clinics, holder: { coveredEntity: true }, ...treats(true) },
      asked,
    ],
    [
      'a holder that is no clinic',
      'health-general',
      { ...clinics, holder: { ...clinics.holder, coveredEntity: null }, ...treats(true) },
      asked,
    ],
    ['a reader who is at no clinic', 'health-general', { ...clinics, reader: {}, ...treats(true) }, asked],
    ['a kind that needs its own mark', 'mh-record', { ...clinics, ...treats(true) }, asked],
    ['a kind under another regime as well', 'edu-record', { ...clinics, ...treats(true) }, asked],
  ])('H-1: not for %s', (_, kind, facts, request) => {
    expect(read([kind], none, facts, request).decision).toBe('deny');
  });
});

describe('what goes with it', () => {
  const voca = { holder: { victimFunding: ['VOCA' as const] } };
  test('P-6: a Part 2 record carries the notice and the scope of its permission', () => {
    const { obligations, item } = read(['sud-part2'], {}, { holder: { part2Program: true } });
    expect(obligations).toContainEqual(noticeOf('42-CFR-2.32'));
    expect(obligations).toContainEqual({ code: 'ATTACH_CONSENT_SCOPE', grantId: item.basis?.id });
    expect(read(['case-plan']).obligations.map(({ code }) => code)).toEqual(['PERSISTLABEL', 'EXPIRES']);
  });
  test('P-6: and so does whatever else a program discloses', () => {
    const both = { paper: { signatures: [signature(), guardian(['substance-use'])] } };
    const { obligations } = read(['case-plan'], both, { holder: { part2Program: true } });
    expect(obligations).toContainEqual(noticeOf('42-CFR-2.32'));
  });
  test('F-10: a school record carries its notice, and is not passed on', () => {
    const both = { paper: { signatures: [signature(), guardian(['education'])] } };
    const { obligations } = read(['edu-record'], both);
    expect(obligations).toContainEqual(noticeOf('34-CFR-99.33'));
    expect(obligations).toContainEqual({ code: 'NO_REDISCLOSURE', rule: 'F-10' });
  });
  test('C-2: a child protection record is not passed on', () => {
    const { obligations } = read(['cw-record'], {
      paper: { signatures: [signature(), guardian(['placement'])] },
    });
    expect(obligations).toContainEqual(noticeOf('CAPTA'));
    expect(obligations).toContainEqual({ code: 'NO_REDISCLOSURE', rule: 'C-2' });
  });
  test('a victim service’s carries its notice', () => {
    expect(read(['case-plan'], {}, voca).obligations).toContainEqual(noticeOf('VICTIM-SERVICES'));
  });
  test('H-10: what a clinic gives without a permission is the least that will do', () => {
    const basis = lawBasis({ see: maskOf(['health-general']) });
    const world = factsOf({ bases: [basis], agencies: agencies({ coveredEntity: true }) });
    const { obligations } = decide(ask({ item: itemOf(['health-general']) }), world, {
      ...POLICY,
      reRead: ['H-16'],
    });
    expect(obligations).toContainEqual({ code: 'MINIMUM_NECESSARY', rule: 'H-10' });
    expect(obligations).toContainEqual({ code: 'TELL_YOUNG_PERSON', basis: basis.id });
    expect(
      read(['mh-record'], {}, { holder: { coveredEntity: true } }).obligations.map(({ code }) => code),
    ).toEqual(['PERSISTLABEL', 'EXPIRES']);
  });
  test('an emergency is looked at afterwards', () => {
    const basis = lawBasis({ kind: 'emergency' });
    const { obligations } = decide(ask(), factsOf({ bases: [basis] }));
    expect(obligations).toContainEqual({ code: 'REVIEW_AFTER', basis: basis.id });
    expect(obligations).not.toContainEqual(expect.objectContaining({ code: 'MINIMUM_NECESSARY' }));
  });
  test('labels and the end travel, once for several items', () => {
    const { obligations } = decide(ask({ items: [itemOf(['case-plan']), itemOf(['case-plan'])] }), factsOf());
    expect(obligations).toEqual([
      { code: 'PERSISTLABEL', mask: maskOf(['case-plan']) },
      { code: 'EXPIRES', at: T + HOUR },
    ]);
  });
  test('nothing goes with an agency’s own', () => {
    const bases = [
      {
        kind: 'own_custody' as const,
        caseId,
        agency: welfare,
        purposes: ['care-plan-coordination' as const],
        mask: maskOf(['case-plan']),
      },
    ];
    expect(decide(ask({ reader: worker }), factsOf({ bases })).obligations).toEqual([]);
  });
});

describe('the life of a permission', () => {
  test('H-6: a stop closes at the next read, whatever was relied on before', () => {
    expect(read(['case-plan'], { status: 'stopped' }).reason).toBe('NO_BASIS');
    expect(read(['case-plan'], { stopped: maskOf(['case-plan']) }).decision).toBe('deny');
  });
  test('H-23: a restriction that was agreed beats a permission', () => {
    const denials = [{ caseId, target: police, mask: maskOf(['health-general']), period: always }];
    expect(read(['health-general'], {}, { denials }).reason).toBe('RESTRICTED');
  });
  test('P-7: who got a program’s record cannot pass it on by a permission of their own', () => {
    const passedOn = { discloser: police, recipient: { kind: 'staff' as const, id: worker.staffId } };
    expect(read(['sud-part2'], passedOn, {}, { reader: worker }).reason).toBe('NO_BASIS');
  });
  test('V-10: a permission is for one recipient', () => {
    const other = { kind: 'staff' as const, id: worker.staffId };
    expect(read(['case-plan'], { recipient: other }).reason).toBe('NO_BASIS');
    expect(Array.isArray(permission().recipient)).toBe(false);
  });
  test('V-4, H-13, A16-7: a paper that an excluded person signed opens nothing of a victim service', () => {
    const signatures = [signature(), guardian(['victim-services'], { isExcluded: true })];
    const { item } = read(['case-plan'], { paper: { signatures } }, { holder: { victimFunding: ['VOCA'] } });
    expect(item).toMatchObject({ open: false, reason: 'LAW' });
    expect(item.rules.map(({ rule }) => rule)).toEqual(['V-4', 'A16-7']);
  });
  test('A16-2: no permission opens a Part 2 record for a proceeding', () => {
    for (const purpose of ['investigation', 'court-report'] as const) {
      const { item } = read(
        ['sud-part2'],
        { purpose },
        { holder: { part2Program: true } },
        { purposes: [purpose] },
      );
      expect(item).toMatchObject({ open: false, reason: 'LAW', rules: [{ rule: 'P-9' }] });
    }
  });
  test('JJ-7: no permission opens a screening to an investigation where the state is silent', () => {
    const asked = { purposes: ['investigation' as const] };
    expect(read(['trafficking-status'], { purpose: 'investigation' }, {}, asked)).toMatchObject({
      decision: 'review',
      item: { rules: [{ rule: 'JJ-7', outcome: 'review' }] },
    });
    expect(read(['trafficking-status']).decision).toBe('permit');
  });
});

test('IM-3: a list that happens to hold HIV does not open it', () => {
  const kinds: CategoryCode[] = ['health-hiv'];
  expect(read(kinds, { paper: { initialled: 0n } }).item.rules).toEqual([{ rule: 'IM-3', outcome: 'deny' }]);
});

describe('coming of age', () => {
  const both = { paper: { signatures: [signature(), guardian(['education'])] } };
  const at = (majorityAt: number) => ({ young: [{ ...young({ majorityAt }), caseId }] });

  test('T18-1: what another signed with them ends that instant, without an hour of grace', () => {
    expect(read(['edu-record'], both, at(T + 1)).decision).toBe('permit');
    expect(read(['edu-record'], both, at(T + 1)).obligations).toContainEqual({ code: 'EXPIRES', at: T + 1 });
    expect(read(['edu-record'], both, at(T)).decision).toBe('deny');
    expect(read(['case-plan'], both, at(T)).decision).toBe('deny');
  });
  test('T18-2: what they signed alone goes on', () => {
    expect(read(['case-plan'], {}, at(T)).decision).toBe('permit');
    expect(read(['case-plan'], {}, at(T + 1)).obligations).toContainEqual({ code: 'EXPIRES', at: T + HOUR });
  });
  test('T18-1: what they signed at 17 for the day itself begins with it', () => {
    const next = { valid: { from: T, to: T + HOUR } };
    expect(read(['edu-record'], next, at(T)).decision).toBe('permit');
    expect(read(['edu-record'], next, at(T + 1), { at: T }).decision).toBe('deny');
  });
  test('MC-3: the day is a fact, by the state’s own age, and not eighteen years here', () => {
    expect(
      read(['edu-record'], both, { young: [{ ...young({ years: 18, majorityAt: T + 1 }), caseId }] })
        .decision,
    ).toBe('permit');
  });
  test('MC-4: an emancipated minor signs alone', () => {
    const facts = { young: [{ ...young({ emancipated: true }), caseId }] };
    expect(read(['edu-record'], {}, facts).decision).toBe('permit');
    expect(read(['edu-record']).decision).toBe('deny');
  });
  test('T18-9: custody that has changed takes its signature with it', () => {
    const signed = (domains: Parameters<typeof guardian>[0]) => ({
      paper: { signatures: [signature(), guardian(domains, { capacity: 'legal-custodian' as const })] },
    });
    expect(read(['edu-record'], signed(['education'])).decision).toBe('permit');
    expect(read(['edu-record'], signed([])).decision).toBe('deny');
  });
});

describe('A15: a state that says nothing', () => {
  const both = { paper: { signatures: [signature(), guardian(['mental-health'])] } };
  const clinic = { holder: { coveredEntity: true } };
  const under = (policy: Policy) => read(['mh-record'], both, clinic, {}, policy);

  test('A15: asks for both signatures and for a person', () => {
    expect(under({ version: '1', state: null })).toMatchObject({
      decision: 'review',
      item: { rules: [{ rule: 'MC-1' }] },
    });
    expect(under(POLICY).decision).toBe('permit');
  });
  test('A15: a bundle before its first day, or from its last on, says nothing', () => {
    const dated = (effectiveFrom: string, effectiveTo: string | null) =>
      under({ version: '1', state: { ...STATE, effectiveFrom, effectiveTo } }).decision;
    expect(dated('2026-06-01', null)).toBe('permit');
    expect(dated('2026-06-02', null)).toBe('review');
    expect(dated('2026-01-01', '2026-06-02')).toBe('permit');
    expect(dated('2026-01-01', '2026-06-01')).toBe('review');
  });
  test('the decision names the bundle', () => {
    expect(under({ version: 'b-7', state: STATE }).policyVersion).toBe('b-7');
  });
});

test('a question about nothing is answered with nothing', () => {
  expect(decide(ask({ items: [] }), factsOf())).toMatchObject({
    decision: 'deny',
    reason: 'NO_ITEM',
    items: [],
  });
});

test('a question for one kind of basis alone is not answered by another', () => {
  expect(decide(ask({ basis: 'consent' }), factsOf()).decision).toBe('permit');
  expect(decide(ask({ basis: 'emergency' }), factsOf()).reason).toBe('NO_BASIS');
});

test.each<[string, Partial<Facts>]>([
  ['what the law asks of the holder', { agencies: agencies().slice(1) }],
  ['what the law asks of the recipient', { agencies: agencies().slice(0, 1) }],
  ['what the law asks of the young person', { young: [] }],
  ['one version of the holder', { agencies: [...agencies(), ...agencies()] }],
  ['one version of the young person', { young: [young(), young()].map((each) => ({ ...each, caseId })) }],
])('without %s nothing opens', (_, facts) => {
  expect(decide(ask(), factsOf(facts))).toMatchObject({ decision: 'deny', reason: 'ENGINE_INDETERMINATE' });
});

test('the trace names each rule that was asked, on which item and basis, and what it said', () => {
  const { trace, item } = read(
    ['mh-record'],
    { paper: { copyGiven: false } },
    { holder: { coveredEntity: true } },
  );
  expect(item.reason).toBe('LAW');
  const lines = trace.filter(({ step }) => step === 'consent');
  expect(lines.filter(({ outcome }) => outcome === 'deny').map(({ rule }) => rule)).toEqual(['H-4', null]);
  expect(lines.filter(({ outcome }) => outcome === 'pass').map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['H-2', 'H-3', 'H-5', 'H-9', 'H-11', 'V-4', 'A14-assent', 'initials']),
  );
  expect(lines.every((line) => line.item === 0 && line.basis?.kind === 'consent')).toBe(true);
  expect(trace[0]).toEqual({ step: 'bind', item: null, basis: null, rule: null, outcome: 'pass' });
});

test('every kind in the catalogue is closed where nothing was signed', () => {
  for (const { code } of CATEGORIES) {
    expect(read([code], { paper: { signatures: [] } }).decision).not.toBe('permit');
  }
});
