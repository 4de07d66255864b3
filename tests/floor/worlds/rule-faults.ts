import {
  type Basis,
  codesOf,
  type ConsentBasis,
  type Facts,
  type ItemFacts,
  type LawBasis,
  maskOf,
  type Request,
} from '@accord/consent';
import { Purpose } from '@accord/kernel';
import { bareRule, type Rule } from './compare.ts';
import { paperOf, PROFILES, WHOLE } from './law.ts';

/** Mistakes that a rule could make. `opens`: it permits what it should not; the floor then hides it. */
export interface RuleFault {
  name: string;
  rule: Rule;
  floorThen: 'opens' | 'hides';
}

const ANYTHING = (1n << 63n) - 1n;

/** A question about one item, as they all are here. */
type One = Request & { item: ItemFacts };
const ofOne = (request: Request): One => {
  const [item] = request.items;
  if (!item) throw new Error('a question about nothing');
  return { ...request, item };
};

const withFacts =
  (change: (facts: Facts, request: One) => Partial<Facts>): Rule =>
  (request, facts) =>
    bareRule(request, { ...facts, ...change(facts, ofOne(request)) });

const withConsents = (change: (basis: ConsentBasis, request: One) => ConsentBasis): Rule =>
  withFacts((facts, request) => ({
    bases: facts.bases.map((basis) => (basis.kind === 'consent' ? change(basis, request) : basis)),
  }));

const withLaws = (change: (basis: LawBasis) => LawBasis, kind?: LawBasis['kind']): Rule =>
  withFacts(({ bases }) => ({
    bases: bases.map((basis) =>
      isLaw(basis) && (kind === undefined || basis.kind === kind) ? change(basis) : basis,
    ),
  }));
const isLaw = (basis: Basis): basis is LawBasis =>
  basis.kind !== 'consent' && basis.kind !== 'own_custody' && basis.kind !== 'self_access';

const permitIf = (is: boolean, known = is): ReturnType<Rule> => ({
  decision: is ? 'permit' : 'deny',
  reason: is ? 'BY_CONSENT' : 'NO_BASIS',
  items: [{ open: is, known, reason: is ? 'BY_CONSENT' : 'NO_BASIS', basis: null, rules: [] }],
  trace: [],
  obligations: [],
  policyVersion: null,
});

export const RULE_FAULTS: readonly RuleFault[] = [
  {
    name: 'two half-permissions open an item together',
    floorThen: 'hides',
    rule: (request, facts) => {
      const { item } = ofOne(request);
      const alone = (mask: bigint) => bareRule({ ...request, items: [{ ...item, mask }] }, facts);
      const answers = codesOf(item.mask).flatMap((code) => alone(maskOf([code])).items);
      return permitIf(
        answers.every(({ open }) => open),
        answers.every(({ known }) => known),
      );
    },
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
    name: 'what the agencies signed is ignored',
    floorThen: 'hides',
    rule: withFacts(({ agreements }) => ({
      agreements: agreements.map((each) => ({ ...each, gives: ANYTHING, receives: ANYTHING })),
    })),
  },
  {
    name: 'an agreement for one use covers every use',
    floorThen: 'hides',
    rule: withFacts(({ agreements }) => ({
      agreements: agreements.map((each) => ({ ...each, purposes: Purpose.options })),
    })),
  },
  {
    name: 'what one of the two signed is enough',
    floorThen: 'hides',
    rule: withFacts(({ agreements }) => ({
      agreements: agreements.map((each) => ({ ...each, receives: ANYTHING })),
    })),
  },
  {
    name: 'a permission still holds at its end',
    floorThen: 'hides',
    rule: withConsents((basis) => ({
      ...basis,
      valid: { ...basis.valid, to: basis.valid.to + 1 },
      paper: { ...basis.paper, validTo: basis.paper.validTo + 1 },
    })),
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
      status: basis.status === 'draft' ? 'active' : basis.status,
    })),
  },
  {
    name: 'any purpose will do',
    floorThen: 'hides',
    rule: withConsents((basis, { purposes: [purpose = basis.purpose] }) => ({
      ...basis,
      purpose,
      paper: { ...basis.paper, purposes: [purpose] },
    })),
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
      const { reader, item } = ofOne(request);
      const isOn = facts.assignments.some(
        (each) => reader.kind === 'staff' && each.staffId === reader.staffId && each.caseId === item.caseId,
      );
      return isOn || reader.kind === 'youth' ? bareRule(request, facts) : permitIf(false);
    },
  },
  {
    name: 'the paper of a permission is not looked at',
    floorThen: 'hides',
    rule: withConsents((basis) => ({
      ...basis,
      paper: {
        ...paperOf(WHOLE, basis.paper),
        purposes: [basis.purpose],
        signatures: basis.paper.signatures,
      },
    })),
  },
  {
    name: 'an excluded person’s signature counts',
    floorThen: 'hides',
    rule: withConsents((basis) => ({
      ...basis,
      paper: {
        ...basis.paper,
        signatures: basis.paper.signatures.map((each) => ({ ...each, isExcluded: false })),
      },
    })),
  },
  {
    name: 'what another signed goes on after the birthday',
    floorThen: 'hides',
    rule: withFacts(({ bases, young }, { at, caseId }) => {
      const majority = young.find((each) => each.caseId === caseId)?.majorityAt ?? Infinity;
      const isPast = at >= majority;
      return {
        bases: bases.map((basis) => {
          if (basis.kind !== 'consent' || !isPast) return basis;
          const signatures = basis.paper.signatures.map((each) => ({ ...each, signedAt: majority }));
          return { ...basis, paper: { ...basis.paper, signatures } };
        }),
      };
    }),
  },
  {
    name: 'agencies are bound by nothing',
    floorThen: 'hides',
    rule: withFacts(({ agencies }) => ({
      agencies: agencies.map(({ id, childWelfare, justice, tribal, switchedOn = [] }) => ({
        ...PROFILES.plain,
        id,
        childWelfare,
        justice,
        tribal,
        switchedOn,
      })),
    })),
  },
  {
    name: 'an excluded person reads on',
    floorThen: 'hides',
    rule: withFacts(() => ({ excluded: [] })),
  },
  {
    name: 'an emergency lasts as long as it says',
    floorThen: 'hides',
    rule: withLaws(
      (basis) => ({
        ...basis,
        valid: { ...basis.valid, from: Math.max(basis.valid.from, basis.valid.to - 45 * 60_000) },
      }),
      'emergency',
    ),
  },
  {
    name: 'a mandate opens the file',
    floorThen: 'hides',
    rule: withLaws((basis) => ({ ...basis, kind: 'court_order', notice: 'told', subpoena: 'S' }), 'mandate'),
  },
  {
    name: 'what may be known of may be seen',
    floorThen: 'hides',
    rule: withLaws((basis) => ({ ...basis, see: basis.see | basis.know })),
  },
  {
    name: 'no basis beside consent opens anything',
    floorThen: 'opens',
    rule: withLaws((basis) => ({ ...basis, evidence: '' })),
  },
];
