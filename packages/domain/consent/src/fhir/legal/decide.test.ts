import { describe, expect, test } from 'vitest';
import { KINDS } from '../systems.ts';
import {
  coding,
  type Json,
  label,
  labelled,
  line,
  observation,
  optOut,
  purpose,
  r4,
} from '../worlds.testing.ts';
import { decideLegal } from './decide.ts';

const adult = { resourceType: 'Patient', id: 'p', birthDate: '1980-01-01' };
const minor = { resourceType: 'Patient', id: 'p', birthDate: '2011-05-01' };
const period = { start: '2026-04-10', end: '2026-05-30' };
/** A consent that opens just these labels, for this purpose, and has an end. */
const opens = (labels: Json[], change: Json = {}, rule: Json = {}) =>
  optOut(
    { period, provision: [{ type: 'permit', purpose: [purpose('TREAT')], securityLabel: labels, ...rule }] },
    change,
  );
const of = (...labels: Json[]) => observation({ meta: { security: labels } });

function said(consents: Json | Json[], request: Json = {}, resources: Json[] = [adult]) {
  const { decision, reasons, obligations } = decideLegal(
    line({ consents: [consents].flat(), request, resources }),
  );
  expect(decision === 'permit' || obligations.length === 0).toBe(true);
  return `${decision} ${reasons[0]?.code}`;
}

test('what FHIR does not permit stays as it is', () => {
  expect(said(optOut())).toBe('deny DENIED_BY_RULE');
  expect(said([])).toBe('no-consent NO_CONSENT');
  expect(said(r4({ odd: 1 }))).toBe('invalid UNKNOWN_ELEMENT');
});

test('a permit stands where the law has nothing to ask, whatever is not known', () => {
  const plan = coding(KINDS, 'case-plan');
  expect(said(opens([plan]), { content: of(plan) })).toBe('permit PERMITTED');
});

test('A14-assent: what the patient themselves did not sign is closed', () => {
  const plan = coding(KINDS, 'case-plan');
  const unsigned = opens([plan], { performer: [{ reference: 'RelatedPerson/mother' }] });
  expect(said(unsigned, { content: of(plan) })).toBe('deny A14-assent');
});

test('what is of two kinds is not opened by a consent that names one', () => {
  const [plan, place] = ['case-plan', 'meetings'].map((code) => coding(KINDS, code));
  if (!plan || !place) throw new Error('two kinds');
  expect(said(opens([plan]), { content: of(plan, place) })).toBe('deny initials');
  expect(said(opens([plan, place]), { content: of(plan, place) })).toBe('permit PERMITTED');
});

test('without content the law cannot say what would be handed over: a person looks', () => {
  expect(said(r4({ period }))).toBe('review KINDS_NOT_KNOWN');
});

test('a label or a type that names no kind is for a person', () => {
  expect(said(r4({ period }), { content: of(label('N'), label('TBOO')) })).toBe('review KINDS_NOT_KNOWN');
  expect(said(r4({ period }), { content: { resourceType: 'Basic', id: 'b' } })).toBe(
    'review KINDS_NOT_KNOWN',
  );
  expect(said(r4({ period }), { content: [label('N')] })).toBe('review KINDS_NOT_KNOWN');
});

test('H-2, H-3: health data needs a form of which a consent cannot tell everything', () => {
  expect(said(r4({ period, purpose: [purpose('TREAT')] }), { content: labelled('N') })).toMatch(/^review H-/);
});

describe('Part 2 (42 CFR 2)', () => {
  const part2 = [label('R'), label('SUD'), label('42CFRPart2')];
  const program = opens([label('42CFRPart2')]);

  test('P-2: a consent without an end, a signature, a date or a purpose opens nothing', () => {
    expect(said(opens([label('42CFRPart2')], { performer: undefined }), { content: of(...part2) })).toMatch(
      /^deny/,
    );
    const { dateTime: _, ...undated } = program;
    expect(said(undated, { content: of(...part2) })).toMatch(/^deny/);
    const endless = optOut({
      provision: [{ type: 'permit', purpose: [purpose('TREAT')], securityLabel: [label('42CFRPart2')] }],
    });
    expect(said(endless, { content: of(...part2) })).toBe('deny P-2');
    expect(said(opens([label('42CFRPart2')], {}, { purpose: undefined }), { content: of(...part2) })).toBe(
      'deny P-2',
    );
  });

  test('a blanket consent opens no program’s records', () => {
    expect(said(r4({ period, purpose: [purpose('TREAT')] }), { content: of(...part2) })).toBe(
      'deny initials',
    );
  });

  test('P-9: whether the recipient could prosecute is not known, so even a full one is for a person', () => {
    expect(said(program, { content: of(...part2) })).toMatch(/^review/);
  });

  test('P-5: no proceeding beside another purpose', () => {
    const both = opens([label('42CFRPart2')], {}, { purpose: [purpose('TREAT'), purpose('HLEGAL')] });
    expect(said(both, { content: of(...part2) })).toMatch(/^deny/);
  });

  test('substance use from a source that nobody knows could be a program’s', () => {
    expect(said(opens([label('SUD')]), { content: of(label('R'), label('SUD')) })).toMatch(/^review/);
  });
});

test('H-8, A16-3: psychotherapy notes need a consent for them alone', () => {
  const notes = of(label('R'), label('PSYTHPN'));
  expect(said(opens([label('PSYTHPN'), label('HIV')]), { content: notes })).toBe('deny H-8');
  expect(said(r4({ period, purpose: [purpose('TREAT')] }), { content: notes })).toBe('deny H-8');
});

test('IM-3, initials: kinds that need their own mark are not opened by one that does not name them', () => {
  const blanket = r4({ period, purpose: [purpose('TREAT')] });
  expect(said(blanket, { content: labelled('R', 'HIV') })).toBe('deny IM-3');
  expect(said(blanket, { content: labelled('R', 'PSY') })).toBe('deny initials');
  expect(said(opens([label('HIV')]), { content: labelled('R', 'HIV') })).toMatch(/^review/);
});

test('A16-6: no consent opens the place of a shelter', () => {
  const place = coding(KINDS, 'shelter-location');
  expect(said(opens([place]), { content: of(place) })).toBe('deny A16-6');
  expect(said(opens([label('PATLOC'), place]), { content: labelled('V', 'PATLOC') })).toBe('deny A16-6');
  expect(said(opens([label('PATLOC')]), { content: labelled('V', 'PATLOC') })).toBe('deny initials');
  expect(said(opens([label('PATLOC')]), { content: labelled('N', 'PATLOC') })).toBe('permit PERMITTED');
});

test('A16-11: nothing is opened to advertise or to train models', () => {
  for (const code of ['HMARKT', 'MLTRAINING'])
    expect(said(r4({ period }), { purposeOfUse: [code], content: labelled('N') })).toBe('deny A16-11');
});

test('a purpose that the law does not know is for a person', () => {
  const plan = coding(KINDS, 'case-plan');
  const research = opens([plan], {}, { purpose: [purpose('HRESCH')] });
  expect(said(research, { purposeOfUse: ['HRESCH'], content: of(plan) })).toBe('review PURPOSE');
});

test('a minor’s own signature alone is at most for a person to judge', () => {
  const school = coding(KINDS, 'edu-record');
  expect(said(opens([school]), { content: of(school) }, [minor])).toMatch(/^(review|deny)/);
});

test('of several consents one that the law lets stand is enough, and it must do so by itself', () => {
  const plan = coding(KINDS, 'case-plan');
  const signed = { ...opens([plan]), id: 'signed' };
  const unsigned = { ...opens([plan], { performer: undefined }), id: 'unsigned' };
  expect(said([r4({ period }), signed], { content: of(plan) })).not.toMatch(/^deny/);
  expect(said([unsigned], { content: of(plan) })).toMatch(/^deny/);
});

test('of several pieces the worst counts', () => {
  const plan = coding(KINDS, 'case-plan');
  const entry = [of(plan), labelled('R', 'HIV')].map((resource) => ({ resource }));
  const content = { resourceType: 'Bundle', type: 'collection', entry };
  expect(said(r4({ period, purpose: [purpose('TREAT')] }), { content })).toBe('deny IM-3');
});
