import { AgencyId, CaseId, newId } from '@accord/kernel';
import { expect, test } from 'vitest';
import { agencies, ask, caseId, detective, factsOf, itemOf, partner, young } from './facts.testing.ts';
import type { CategoryCode } from './categories.ts';
import type { AgencyFacts } from './law/facts.ts';
import type { Request } from './request.ts';
import { asksForTreatment } from './treatment.ts';

// H-1 never opens anything by itself: it is a question to a person at the custodian, and only where all of this holds.

interface Change {
  request?: Partial<Request>;
  kinds?: CategoryCode[];
  holder?: Partial<AgencyFacts>;
  reader?: Partial<AgencyFacts>;
  relation?: object;
  others?: object[];
}

function asks({ request, kinds = ['health-general'], holder, reader, relation, others = [] }: Change = {}) {
  const item = itemOf(kinds);
  return asksForTreatment({
    request: ask({ item, purposes: ['treatment'], ...request }),
    item,
    facts: factsOf({
      agencies: agencies(
        { coveredEntity: true, switchedOn: ['H-1'], ...holder },
        { coveredEntity: true, ...reader },
      ),
      relations: [
        { caseId, staffId: detective.staffId, treats: true, counsel: null, ...relation },
        ...others.map((each) => ({ caseId, staffId: partner.staffId, treats: null, counsel: null, ...each })),
      ],
    }),
  });
}

test('H-1: a provider who treats them, for treatment, of a covered entity that has switched it on', () => {
  expect(asks()).toBe(true);
  expect(asks({ others: [{}, { caseId: newId(CaseId) }] })).toBe(true);
});

test.each<[string, Change]>([
  ['the young person, who reads their own', { request: { reader: young } }],
  ['for any other use', { request: { purposes: ['care-plan-coordination'] } }],
  ['for another use beside treatment', { request: { purposes: ['treatment', 'investigation'] } }],
  ['a provider who does not treat them', { relation: { treats: false } }],
  ['a provider of whom nobody knows whether they treat them', { relation: { treats: null } }],
  ['somebody else’s provider', { relation: { caseId: newId(CaseId) } }],
  ['a colleague of their provider', { relation: { staffId: partner.staffId } }],
  ['of an agency that nobody knows anything about', { holder: { id: newId(AgencyId) } }],
  [
    'a worker of no agency’s staff',
    { request: { reader: { kind: 'guest', staffId: detective.staffId } as never } },
  ],
  ['of an agency that is no covered entity', { holder: { coveredEntity: false } }],
  ['of an agency that may be one', { holder: { coveredEntity: null } }],
  ['where it is not switched on', { holder: { switchedOn: [] } }],
  ['where another rule is switched on', { holder: { switchedOn: ['F-6'] } }],
  ['to an agency that is no covered entity', { reader: { coveredEntity: false } }],
  ['to an agency that may be one', { reader: { coveredEntity: null } }],
  ['a kind that needs a mark of its own', { kinds: ['mh-record'] }],
  ['a kind that needs one, beside one that does not', { kinds: ['health-general', 'mh-record'] }],
  ['a program’s record', { holder: { part2Program: true } }],
  ['what stands under another law as well', { kinds: ['health-general', 'edu-record'] }],
])('H-1: not asked about %s', (_, change) => {
  expect(asks(change)).toBe(false);
});
