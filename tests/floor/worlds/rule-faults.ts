import { codesOf, type ConsentBasis, decide, type Facts, maskOf, type Request } from '@accord/consent';
import type { Rule } from './compare.ts';

/** Mistakes that a rule could make. `opens`: it permits what it should not; the floor then hides it. */
export interface RuleFault {
  name: string;
  rule: Rule;
  floorThen: 'opens' | 'hides';
}

const withFacts =
  (change: (facts: Facts, request: Request) => Partial<Facts>): Rule =>
  (request, facts) =>
    decide(request, { ...facts, ...change(facts, request) });

const withConsents = (change: (basis: ConsentBasis, request: Request) => ConsentBasis): Rule =>
  withFacts((facts, request) => ({
    bases: facts.bases.map((basis) => (basis.kind === 'consent' ? change(basis, request) : basis)),
  }));

const permitIf = (is: boolean): ReturnType<Rule> =>
  is ? { decision: 'permit', reason: 'BY_CONSENT' } : { decision: 'deny', reason: 'NO_BASIS' };

export const RULE_FAULTS: readonly RuleFault[] = [
  {
    name: 'two half-permissions open an item together',
    floorThen: 'hides',
    rule: ({ item, ...request }, facts) =>
      permitIf(
        codesOf(item.mask).every(
          (code) =>
            decide({ ...request, item: { ...item, mask: maskOf([code]) } }, facts).decision === 'permit',
        ),
      ),
  },
  {
    name: 'a permission of one owner opens another owner’s item',
    floorThen: 'hides',
    rule: withConsents((basis, { item }) => ({ ...basis, discloser: item.owner })),
  },
  {
    name: 'a permission of one case opens another case',
    floorThen: 'hides',
    rule: withConsents((basis, { item }) => ({ ...basis, caseId: item.caseId })),
  },
  {
    name: 'a stop is ignored',
    floorThen: 'hides',
    rule: withConsents((basis) => ({
      ...basis,
      stopped: 0n,
      status: basis.status === 'stopped' ? 'active' : basis.status,
    })),
  },
  {
    name: 'a stop of one kind stops all',
    floorThen: 'opens',
    rule: withConsents((basis) => ({ ...basis, status: basis.stopped === 0n ? basis.status : 'stopped' })),
  },
  {
    name: 'a pause is ignored',
    floorThen: 'hides',
    rule: withConsents((basis) => ({
      ...basis,
      status: basis.status === 'paused' ? 'active' : basis.status,
    })),
  },
  {
    name: 'a pause closes every permission of its recipient',
    floorThen: 'opens',
    rule: withFacts(({ bases }) => {
      const paused = bases.flatMap((each) =>
        each.kind === 'consent' && each.status === 'paused' ? [each] : [],
      );
      return {
        bases: bases.filter(
          (each) =>
            each.kind !== 'consent' || !paused.some(({ recipient }) => recipient.id === each.recipient.id),
        ),
      };
    }),
  },
  {
    name: 'an agency’s own terms are ignored',
    floorThen: 'hides',
    rule: withConsents((basis) => ({ ...basis, shareable: (1n << 63n) - 1n })),
  },
  {
    name: 'a permission still holds at its end',
    floorThen: 'hides',
    rule: withConsents((basis) => ({ ...basis, valid: { ...basis.valid, to: basis.valid.to + 1 } })),
  },
  {
    name: 'a permission does not hold at its beginning',
    floorThen: 'opens',
    rule: withConsents((basis) => ({ ...basis, valid: { ...basis.valid, from: basis.valid.from + 1 } })),
  },
  {
    name: 'the data period is ignored',
    floorThen: 'hides',
    rule: withConsents((basis) => ({ ...basis, data: { from: -Infinity, to: Infinity } })),
  },
  {
    name: 'a draft counts as signed',
    floorThen: 'hides',
    rule: withConsents((basis) => ({
      ...basis,
      signedByYoungPerson: true,
      status: basis.status === 'draft' ? 'active' : basis.status,
    })),
  },
  {
    name: 'any purpose will do',
    floorThen: 'hides',
    rule: withConsents((basis, { purposes: [purpose = basis.purpose] }) => ({ ...basis, purpose })),
  },
  {
    name: 'restrictions are ignored',
    floorThen: 'hides',
    rule: withFacts(() => ({ denials: [] })),
  },
  {
    name: 'a restriction only counts when it names all kinds of an item',
    floorThen: 'hides',
    rule: withFacts(({ denials }, { item }) => ({
      denials: denials.filter(({ mask }) => (item.mask & ~mask) === 0n),
    })),
  },
  {
    name: 'an assignment never ends',
    floorThen: 'hides',
    rule: withFacts(({ assignments }) => ({
      assignments: assignments.map((each) => ({ ...each, period: { ...each.period, to: Infinity } })),
    })),
  },
  {
    name: 'employment alone opens what an agency holds',
    floorThen: 'hides',
    rule: withFacts(({ employments, assignments }, { item }) => ({
      assignments: [...assignments, ...employments.map((each) => ({ ...each, caseId: item.caseId }))],
    })),
  },
  {
    name: 'former staff still read',
    floorThen: 'hides',
    rule: withFacts(({ employments }) => ({
      employments: employments.map((each) => ({ ...each, period: { ...each.period, to: Infinity } })),
    })),
  },
  {
    name: 'a named person must be assigned as well',
    floorThen: 'opens',
    rule: (request, facts) => {
      const { reader, item } = request;
      const isOn = facts.assignments.some(
        (each) => reader.kind === 'staff' && each.staffId === reader.staffId && each.caseId === item.caseId,
      );
      return isOn || reader.kind === 'youth' ? decide(request, facts) : permitIf(false);
    },
  },
];
