import { describe, expect, test } from 'vitest';
import { ACTION, LOINC, RESOURCE_TYPES } from './systems.ts';
import {
  actor,
  coding,
  concept,
  type Json,
  label,
  labelled,
  observation,
  optOut,
  purpose,
  r4,
  said,
} from './worlds.testing.ts';

/** What a permission, and what a denial, with these conditions says; the base says the other thing. */
const permits = (rule: Json, request: Json = {}, at?: string) =>
  said(optOut({ provision: [{ type: 'permit', ...rule }] }), request, at ? { at } : {}) === 'permit';
const denies = (rule: Json, request: Json = {}, at?: string) =>
  said(r4({ provision: [{ type: 'deny', ...rule }] }), request, at ? { at } : {}) === 'deny';

describe('elements of a rule are AND, values of an element are OR', () => {
  const rule = {
    purpose: [purpose('TREAT'), purpose('HPAYMT')],
    actor: [actor('Organization/clinic'), actor('Organization/lab')],
  };
  test('any value of each', () => {
    expect(permits(rule)).toBe(true);
    expect(permits(rule, { purposeOfUse: ['HPAYMT'], actor: { reference: 'Organization/lab' } })).toBe(true);
  });
  test('not one of them without the other', () => {
    expect(permits(rule, { purposeOfUse: ['HRESCH'] })).toBe(false);
    expect(permits(rule, { actor: { reference: 'Organization/other' } })).toBe(false);
  });
});

describe('purposes', () => {
  test('every purpose that is asserted must be allowed, not any', () => {
    const consent = optOut({ provision: [{ type: 'permit', purpose: [purpose('TREAT')] }] });
    expect(said(consent, { purposeOfUse: ['TREAT'] })).toBe('permit');
    expect(said(consent, { purposeOfUse: ['TREAT', 'HMARKT'] })).toBe('deny');
    expect(said(r4({ purpose: [purpose('TREAT')] }), { purposeOfUse: ['TREAT', 'HMARKT'] })).toBe('deny');
  });

  test('two rules of one consent can each allow one of them', () => {
    const provision = ['TREAT', 'HPAYMT'].map((code) => ({ type: 'permit', purpose: [purpose(code)] }));
    expect(said(optOut({ provision }), { purposeOfUse: ['TREAT', 'HPAYMT'] })).toBe('permit');
  });

  test('a denial of one of them is enough', () => {
    expect(denies({ purpose: [purpose('HMARKT')] }, { purposeOfUse: ['TREAT', 'HMARKT'] })).toBe(true);
    expect(denies({ purpose: [purpose('HMARKT')] }, { purposeOfUse: ['TREAT'] })).toBe(false);
  });

  test('treatment covers the coordination of care', () => {
    expect(permits({ purpose: [purpose('TREAT')] }, { purposeOfUse: ['COC'] })).toBe(true);
    expect(permits({ purpose: [purpose('COC')] }, { purposeOfUse: ['TREAT'] })).toBe(false);
  });

  test.each([
    ['TREAT', ['BTG', 'ETREAT', 'ERTREAT', 'CAREMGT', 'HRESCH', 'HMARKT']],
    ['HOPERAT', ['HLEGAL', 'TRAIN', 'MLTRAINING', 'CAREMGT', 'COC']],
    ['ETREAT', ['BTG']],
    ['PurposeOfUse', ['TREAT', 'HMARKT']],
  ])('a permission for %s is none for %o', (allowed, asked) => {
    for (const code of asked)
      expect(permits({ purpose: [purpose(allowed)] }, { purposeOfUse: [code] })).toBe(false);
  });

  test('a denial of treatment denies every kind of it', () => {
    for (const code of ['COC', 'ETREAT', 'BTG'])
      expect(denies({ purpose: [purpose('TREAT')] }, { purposeOfUse: [code] })).toBe(true);
    expect(denies({ purpose: [purpose('COC')] }, { purposeOfUse: ['TREAT'] })).toBe(false);
  });

  test('none at all is never a permit', () => {
    expect(said(r4(), { purposeOfUse: [] })).toBe('deny');
  });

  test('they may be written as codings', () => {
    expect(said(r4(), { purposeOfUse: purpose('TREAT') })).toBe('permit');
    expect(said(r4(), { purposeOfUse: [{ coding: [purpose('TREAT')] }] })).toBe('permit');
  });
});

describe('confidentiality is a mark on a scale', () => {
  const order = ['U', 'L', 'M', 'N', 'R', 'V'];
  test.each(order)('a permission for %s opens it and what is lower', (mark) => {
    const open = order.filter((code) =>
      permits({ securityLabel: [label(mark)] }, { content: labelled(code) }),
    );
    expect(open).toEqual(order.slice(0, order.indexOf(mark) + 1));
  });
  test.each(order)('a denial of %s closes it and what is higher', (mark) => {
    const closed = order.filter((code) =>
      denies({ securityLabel: [label(mark)] }, { content: labelled(code) }),
    );
    expect(closed).toEqual(order.slice(order.indexOf(mark)));
  });
  test('of two marks on one resource the higher counts', () => {
    expect(permits({ securityLabel: [label('N')] }, { content: labelled('N', 'V') })).toBe(false);
  });
});

describe('other labels match what stands under them', () => {
  test.each([
    ['SUD', 'OPIOIDUD', true],
    ['BH', 'PSY', true],
    ['SPI', 'ETHUD', true],
    ['OPIOIDUD', 'SUD', false],
    ['SUD', 'ETH', false],
    ['HIV', 'STD', false],
  ])('a permission for %s opens %s: %s', (rule, content, opens) => {
    expect(permits({ securityLabel: [label(rule)] }, { content: labelled('N', content) })).toBe(opens);
  });

  test.each([
    ['SUD', 'ETH', true],
    ['ETH', 'SUD', true],
    ['ETH', 'OPIOIDUD', true],
    ['MH', 'PSY', true],
    ['PSY', 'MH', true],
    ['OPIOIDUD', 'SUD', true],
    ['OPIOIDUD', 'ETH', true],
    ['PSY', 'BH', true],
    ['HIV', 'PSY', false],
    ['SUD', 'PSY', false],
  ])('a denial of %s closes %s: %s', (rule, content, closes) => {
    expect(denies({ securityLabel: [label(rule)] }, { content: labelled('N', content) })).toBe(closes);
  });

  test('laws are equal or they are not', () => {
    expect(denies({ securityLabel: [label('42CFRPart2')] }, { content: labelled('R', '42CFRPart2') })).toBe(
      true,
    );
    expect(denies({ securityLabel: [label('42CFRPart2')] }, { content: labelled('R', 'HIV') })).toBe(false);
  });
});

describe('what the request does not say satisfies no permission and every denial', () => {
  const bare = observation({ meta: {}, effectiveDateTime: undefined, code: undefined });
  const withData = (reference: string) => [{ meaning: 'instance', reference: { reference } }];
  test.each([
    ['who asks', { actor: [actor('Organization/clinic')] }, { actor: undefined }],
    ['the class', { class: [coding(RESOURCE_TYPES, 'Observation')] }, {}],
    ['the date', { dataPeriod: { start: '2026' } }, { content: bare }],
    ['any content', { dataPeriod: { start: '2026' } }, {}],
    ['a code', { code: [concept(LOINC, '8480-6')] }, { content: bare }],
    ['the labels', { securityLabel: [label('HIV')] }, { content: bare }],
    ['a mark', { securityLabel: [label('N')] }, { content: labelled('HIV') }],
    ['which data', { data: withData('Observation/o1') }, {}],
    [
      'who made it',
      { data: [{ meaning: 'authoredby', reference: { reference: 'Practitioner/x' } }] },
      { content: bare },
    ],
    ['a part like the custodian’s', { actor: [actor('Organization/clinic', 'CST')] }, {}],
  ])('%s', (_, rule, request) => {
    expect(permits(rule, request)).toBe(false);
    expect(denies(rule, request)).toBe(true);
  });
});

describe('what is asked for is access', () => {
  test.each([
    ['access', true, true],
    ['disclose', true, true],
    ['use', false, true],
    ['collect', false, true],
    ['correct', false, false],
  ])('a rule for %s permits it: %s, denies it: %s', (action, opens, closes) => {
    expect(permits({ action: [concept(ACTION, action)] })).toBe(opens);
    expect(denies({ action: [concept(ACTION, action)] })).toBe(closes);
  });
});

describe('class and code', () => {
  const observations = { class: [coding(RESOURCE_TYPES, 'Observation')] };
  test('the class is that of the request, else the type of the content', () => {
    expect(permits(observations, { class: ['Observation'] })).toBe(true);
    expect(permits(observations, { class: [coding(RESOURCE_TYPES, 'Condition')] })).toBe(false);
    expect(permits(observations, { content: observation() })).toBe(true);
    expect(denies(observations, { class: ['Condition'] })).toBe(false);
  });
  test('of several classes each must be allowed', () => {
    expect(permits(observations, { class: ['Observation', 'Condition'] })).toBe(false);
    expect(denies(observations, { class: ['Observation', 'Condition'] })).toBe(true);
  });
  test('a code is that of the content', () => {
    expect(permits({ code: [concept(LOINC, '8480-6')] }, { content: observation() })).toBe(true);
    expect(denies({ code: [concept(LOINC, '1-8')] }, { content: observation() })).toBe(false);
  });
  test('a code of another system could mean the same', () => {
    const snomed = { code: [concept('http://snomed.info/sct', '271649006')] };
    expect(permits(snomed, { content: observation() })).toBe(false);
    expect(denies(snomed, { content: observation() })).toBe(true);
  });
});

describe('which data', () => {
  const rule = (meaning: string, reference: string) => ({ data: [{ meaning, reference: { reference } }] });
  const content = observation({
    encounter: { reference: 'Encounter/e' },
    performer: [{ reference: 'Practitioner/doc' }],
  });
  test('instance: that resource itself', () => {
    expect(permits(rule('instance', 'Observation/o1'), { content })).toBe(true);
    expect(permits(rule('instance', 'Observation/o2'), { content })).toBe(false);
    expect(denies(rule('instance', 'Observation/o2'), { content })).toBe(false);
  });
  test('dependents: and what refers to it', () => {
    expect(permits(rule('dependents', 'Encounter/e'), { content })).toBe(true);
    expect(permits(rule('dependents', 'Encounter/f'), { content })).toBe(false);
    expect(permits(rule('instance', 'Encounter/e'), { content })).toBe(false);
  });
  test('related: and what it refers to', () => {
    const report = {
      resourceType: 'DiagnosticReport',
      id: 'd',
      result: [{ reference: 'Observation/o1' }],
    };
    const asked = (reference: string) =>
      said(
        optOut({ provision: [{ type: 'permit', ...rule('related', reference) }] }),
        { content },
        { resources: [report, { resourceType: 'Encounter', id: 'e' }] },
      );
    expect(asked('DiagnosticReport/d')).toBe('permit');
    expect(asked('Encounter/e')).toBe('deny');
    expect(asked('DiagnosticReport/unknown')).toBe('deny');
  });
  test('authoredby: by its author, or the agent of its provenance', () => {
    expect(permits(rule('authoredby', 'Practitioner/doc'), { content })).toBe(true);
    expect(denies(rule('authoredby', 'Practitioner/other'), { content })).toBe(false);
    const provenance = {
      resourceType: 'Provenance',
      target: [{ reference: 'Observation/o1' }],
      agent: [{ who: { reference: 'Organization/psych' } }],
    };
    const consent = r4({ provision: [{ type: 'deny', ...rule('authoredby', 'Organization/psych') }] });
    expect(said(consent, { content: observation() }, { resources: [provenance] })).toBe('deny');
  });
  test('a content that is one of the resources', () => {
    const consent = r4({ provision: [{ type: 'deny', ...rule('instance', 'Observation/o1') }] });
    const asked = { content: { reference: 'Observation/o1' } };
    expect(said(consent, asked, { resources: [content] })).toBe('deny');
    expect(said(consent, asked)).toBe('invalid');
  });
});

describe('when', () => {
  test('period is when the rule applies', () => {
    const rule = { period: { start: '2026-05-01', end: '2026-05-03' } };
    expect(permits(rule, {}, '2026-05-03T23:59:59.999Z')).toBe(true);
    expect(permits(rule, {}, '2026-05-04T00:00:00Z')).toBe(false);
    expect(permits(rule, {}, '2026-05-01T00:00:00Z')).toBe(true);
    expect(permits(rule, {}, '2026-04-30T23:59:59Z')).toBe(false);
    expect(denies(rule, {}, '2026-05-04T00:00:00Z')).toBe(false);
  });

  test('dataPeriod is when the data was made', () => {
    const rule = { dataPeriod: { start: '2026-01-01', end: '2026-02-10' } };
    const made = (effectiveDateTime: string) => ({ content: observation({ effectiveDateTime }) });
    expect(permits(rule, made('2026-02-10'))).toBe(true);
    expect(permits(rule, made('2026-02-11'))).toBe(false);
    expect(denies(rule, made('2026-02-11'))).toBe(false);
  });

  test('data of which nobody knows whether it is inside is not permitted, and is denied', () => {
    const rule = { dataPeriod: { start: '2026-02-10' } };
    const content = observation({ effectiveDateTime: '2026-02' });
    expect(permits(rule, { content })).toBe(false);
    expect(denies(rule, { content })).toBe(true);
    const over = observation({
      effectiveDateTime: undefined,
      effectivePeriod: { start: '2026-02-01', end: '2026-02-20' },
    });
    expect(permits(rule, { content: over })).toBe(false);
    expect(denies(rule, { content: over })).toBe(true);
  });
});
