import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchLabel } from './codes.ts';
import { decideFhir } from './decide.ts';
import { decideLegal } from './legal/decide.ts';
import {
  actor,
  AT,
  type Json,
  label,
  line,
  optOut,
  pcf,
  purpose,
  r4,
  r5,
  observation,
} from './worlds.testing.ts';

const LABELS = ['N', 'R', 'V', 'HIV', 'SUD', 'ETH', 'OPIOIDUD', 'PSY', 'PSYTHPN', '42CFRPart2'] as const;
const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1, maxLength: 2 });
const organisations = ['Organization/clinic', 'Organization/lab'] as const;

/** The conditions of one rule; none at all more often than each alone. */
const conditions = fc.record(
  {
    securityLabel: some(LABELS.map(label)),
    purpose: some(['TREAT', 'HPAYMT', 'COC', 'BTG'].map(purpose)),
    actor: some(organisations.map((each) => actor(each))),
    period: fc.constantFrom({ end: '2026-05-03' }, { end: '2026-05-02' }, { start: '2026' }),
    dataPeriod: fc.constantFrom({ start: '2026' }, { end: '2025' }),
  },
  { requiredKeys: [] },
);
const effect = fc.constantFrom('permit' as const, 'deny' as const);
const rule: fc.Arbitrary<Json> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ type: effect, conditions }).map(({ type, conditions: c }) => ({ type, ...c })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ type: effect, conditions, inner: effect, more: conditions })
      .map(({ type, conditions: c, inner, more }) => ({ type, ...c, provision: [{ type: inner, ...more }] })),
  },
);
const rules = fc.array(rule, { maxLength: 3 }).map((each) => (each.length > 0 ? { provision: each } : {}));

const untyped = ({ type: _, provision, ...rest }: Json): Json => ({
  ...rest,
  ...(Array.isArray(provision) && { provision: provision.map((each) => untyped(each as Json)) }),
});
const flat = ({ provision: _, ...rest }: Json): Json => rest;

const consent: fc.Arbitrary<Json> = fc
  .record({
    form: fc.constantFrom('in', 'out', 'r5', 'pcf'),
    root: conditions,
    effect,
    rules,
    id: fc.integer({ min: 1, max: 99 }),
    status: fc.constantFrom('active', 'active', 'active', 'inactive'),
  })
  .map(({ form, root, effect: base, rules: nested, id, status }) => {
    const change = { id: `c${id}`, status };
    const list = 'provision' in nested ? nested.provision : [];
    if (form === 'r5') {
      return r5(base, list.length > 0 ? list.map(untyped) : undefined, change);
    }
    const provision = {
      ...root,
      ...(list.length > 0 && { provision: form === 'pcf' ? list.map(flat) : list }),
    };
    if (form === 'pcf') return pcf({ type: base, ...provision }, change);
    return (form === 'in' ? r4 : optOut)(provision, change);
  });
const consents = fc.array(consent, { maxLength: 3 });
const contentLabels = some(LABELS.map(label));
const request = fc.record({
  purposeOfUse: some(['TREAT', 'HPAYMT', 'COC', 'BTG']),
  actor: fc.constantFrom(...organisations, undefined),
});

const without = (value: Json) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
const ask = (list: Json[], asked: Json) =>
  decideFhir({ ...line({ consents: list, at: AT }), request: without({ patient: 'Patient/p', ...asked }) });
const holds = <Values>(property: fc.IProperty<Values>) => fc.assert(property, { numRuns: 500 });
const content = (labels: Json[]) => observation({ meta: { security: labels } });

test('every world of these tests is understood', () => {
  holds(
    fc.property(consents, request, (list, asked) => {
      expect(ask(list, asked).decision).not.toBe('invalid');
    }),
  );
});

test('the law may turn a permit into a denial or a review, and changes nothing else', () => {
  const asked = fc.record({ base: request, labels: fc.option(contentLabels, { nil: undefined }) });
  holds(
    fc.property(consents, asked, (list, { base, labels }) => {
      const question = {
        ...line({ consents: list }),
        request: without({ patient: 'Patient/p', ...base, ...(labels && { content: content(labels) }) }),
      };
      const [fhir, legal] = [decideFhir(question), decideLegal(question)];
      if (fhir.decision === 'permit') expect(['permit', 'deny', 'review']).toContain(legal.decision);
      else expect(legal).toEqual(fhir);
    }),
  );
});

test('their order does not matter', () => {
  holds(
    fc.property(consents, request, contentLabels, (list, base, labels) => {
      const asked = { ...base, content: content(labels) };
      expect(ask(list.toReversed(), asked).decision).toBe(ask(list, asked).decision);
    }),
  );
});

test('a consent that opts out of everything leaves nothing open', () => {
  holds(
    fc.property(consents, request, (list, asked) => {
      expect(ask([...list, optOut(null)], asked).decision).toBe('deny');
    }),
  );
});

test('one more consent opens nothing that another denies, and one more purpose opens nothing', () => {
  holds(
    fc.property(consents, consent, request, contentLabels, (list, more, base, labels) => {
      const asked = { ...base, content: content(labels) };
      if (ask(list, asked).decision === 'deny' && ask(list, asked).reasons[0]?.code === 'DENIED_BY_RULE') {
        expect(ask([...list, more], asked).decision).toBe('deny');
      }
      if (ask(list, asked).decision !== 'permit') {
        expect(ask(list, { ...asked, purposeOfUse: [...base.purposeOfUse, 'HRESCH'] }).decision).not.toBe(
          'permit',
        );
      }
    }),
  );
});

test('what an unlabelled permit leaves after its redactions is permitted when asked for by its labels', () => {
  holds(
    fc.property(consents, request, contentLabels, (list, base, labels) => {
      // Whoever redacts knows the rest of the content: the date and the like are in the question both times.
      const bare = ask(list, base);
      const kept = bare.obligations.every(({ parameters }) =>
        'codes' in parameters
          ? parameters.codes.every((code) => matchLabel(code, labels, 'deny') === 'no')
          : parameters.exceptAnyOfCodes.some((code) => matchLabel(code, labels, 'permit') === 'yes'),
      );
      const asked = ask(list, { ...base, content: content(labels) }).decision;
      expect(bare.decision !== 'permit' || !kept || asked === 'permit').toBe(true);
    }),
  );
});
