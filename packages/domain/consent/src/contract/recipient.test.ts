import { AgencyId, CaseId, newId, StaffId } from '@accord/kernel';
import { describe, expect, test } from 'vitest';
import {
  agencies,
  always,
  caseId,
  detective,
  factsOf,
  HOUR,
  partner,
  police,
  T,
  welfare,
  worker,
  young,
} from './facts.testing.ts';
import {
  getAgency,
  getYoung,
  Indeterminate,
  isBound,
  isExcluded,
  isRecipient,
  recipientOf,
} from './recipient.ts';

const person = { kind: 'staff', id: detective.staffId } as const;
const house = { kind: 'agency', id: police } as const;
const otherCase = newId(CaseId);

describe('what a decision needs is known exactly once, or nothing is decided by it', () => {
  test('an agency', () => {
    expect(getAgency(factsOf(), welfare).id).toBe(welfare);
    expect(() => getAgency(factsOf(), newId(AgencyId))).toThrow('what the law asks of an agency');
    expect(() => getAgency(factsOf({ agencies: [...agencies(), ...agencies()] }), welfare)).toThrow(
      Indeterminate,
    );
  });

  test('the young person of this case, and not of another', () => {
    const [mine] = factsOf().young;
    if (!mine) throw new Error('nobody');
    const theirs = { ...mine, caseId: otherCase, years: 11 };
    expect(getYoung(factsOf({ young: [theirs, mine] }), caseId)).toBe(mine);
    expect(() => getYoung(factsOf({ young: [theirs] }), caseId)).toThrow(Indeterminate);
    expect(() => getYoung(factsOf({ young: [mine, mine] }), caseId)).toThrow(Indeterminate);
    expect(() => getYoung(factsOf({ young: [] }), caseId)).toThrow('what the law asks of the young person');
  });

  test('where a named person works', () => {
    const twice = [...factsOf().employments, { ...detective, agencyId: welfare, period: always }];
    expect(() => recipientOf(person, caseId, factsOf({ employments: twice }), T)).toThrow(
      'where somebody works',
    );
    const again = [...factsOf().employments, { ...detective, period: { from: T - HOUR, to: T + HOUR } }];
    expect(recipientOf(person, caseId, factsOf({ employments: again }), T).agency.id).toBe(police);
  });
});

describe('a recipient', () => {
  const relation = (change: object) => ({
    caseId,
    staffId: detective.staffId,
    treats: true,
    counsel: true,
    ...change,
  });

  test('is a person with what they are to the young person, or an agency, which is nothing to anybody', () => {
    const facts = factsOf({ relations: [relation({})], agencies: agencies({}, { justice: true }) });
    expect(recipientOf(person, caseId, facts, T)).toEqual({
      agency: getAgency(facts, police),
      staffId: detective.staffId,
      isExcluded: false,
      treats: true,
      counsel: true,
      lawEnforcement: true,
    });
    expect(recipientOf(house, caseId, facts, T)).toMatchObject({
      staffId: null,
      treats: null,
      counsel: null,
    });
  });

  test.each([
    ['somebody else’s', [relation({ staffId: partner.staffId })]],
    ['that of another case', [relation({ caseId: otherCase })]],
    ['one that is there twice', [relation({}), relation({})]],
    ['none', []],
  ])('is nothing to them by a relation that is %s', (_, relations) => {
    expect(recipientOf(person, caseId, factsOf({ relations }), T)).toMatchObject({
      treats: null,
      counsel: null,
    });
  });

  test('that nobody has said anything about is not known, and not a no', () => {
    const relations = [relation({ treats: null, counsel: false })];
    expect(recipientOf(person, caseId, factsOf({ relations }), T)).toMatchObject({
      treats: null,
      counsel: false,
    });
  });

  test('is excluded by their own name, and by that of the agency they work for, in this case alone', () => {
    const shut = (target: string, of = caseId) => factsOf({ excluded: [{ caseId: of, target }] as never });
    expect(recipientOf(person, caseId, shut(detective.staffId), T).isExcluded).toBe(true);
    expect(recipientOf(person, caseId, shut(police), T).isExcluded).toBe(true);
    expect(recipientOf(person, caseId, shut(partner.staffId), T).isExcluded).toBe(false);
    expect(isExcluded(shut(police, otherCase), caseId, [police])).toBe(false);
  });
});

describe('a reader', () => {
  test('is bound to the agency that they work for now', () => {
    expect(isBound(detective, factsOf(), T)).toBe(true);
    expect(isBound({ ...detective, agencyId: welfare }, factsOf(), T)).toBe(false);
    const left = [{ ...detective, period: { from: T - HOUR, to: T } }];
    expect(isBound(detective, factsOf({ employments: left }), T)).toBe(false);
    expect(isBound(detective, factsOf({ employments: left }), T - 1)).toBe(true);
    expect(isBound(detective, factsOf({ employments: [{ ...partner, period: always }] }), T)).toBe(false);
  });

  test('who is young is bound to themselves; who is neither young nor staff is bound to nothing', () => {
    expect(isBound(young, factsOf({ employments: [] }), T)).toBe(true);
    expect(
      isBound({ kind: 'guest', staffId: detective.staffId, agencyId: police } as never, factsOf(), T),
    ).toBe(false);
  });

  test('is who a permission names, and nobody else of the same house', () => {
    expect(isRecipient(person, detective, caseId, factsOf(), T)).toBe(true);
    expect(isRecipient(person, partner, caseId, factsOf(), T)).toBe(false);
    expect(isRecipient(person, young, caseId, factsOf(), T)).toBe(false);
    expect(isRecipient(person, { ...detective, kind: 'guest' } as never, caseId, factsOf(), T)).toBe(false);
  });

  test('is of the agency that a permission names while that agency has them on this case', () => {
    const on = (change: object) =>
      factsOf({ assignments: [{ caseId, staffId: detective.staffId, period: always, ...change }] });
    expect(isRecipient(house, detective, caseId, on({}), T)).toBe(true);
    expect(isRecipient(house, detective, caseId, factsOf(), T)).toBe(false);
    expect(isRecipient(house, detective, caseId, on({ staffId: partner.staffId }), T)).toBe(false);
    expect(isRecipient(house, detective, caseId, on({ caseId: otherCase }), T)).toBe(false);
    expect(isRecipient(house, detective, caseId, on({ period: { from: T - HOUR, to: T } }), T)).toBe(false);
    expect(isRecipient(house, worker, caseId, factsOf(), T)).toBe(false);
    expect(isRecipient({ kind: 'staff', id: newId(StaffId) }, detective, caseId, on({}), T)).toBe(false);
  });
});
