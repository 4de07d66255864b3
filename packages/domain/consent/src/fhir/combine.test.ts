import { describe, expect, test } from 'vitest';
import { LOINC, SCOPE } from './systems.ts';
import {
  actor,
  ask,
  coding,
  concept,
  type Json,
  label,
  labelled,
  optOut,
  purpose,
  r4,
  r5,
  said,
} from './worlds.testing.ts';

const named = (id: string, consent: Json): Json => ({ ...consent, id });

describe('which consents count', () => {
  test('none: no consent', () => {
    expect(ask({ consents: [] })).toEqual({
      decision: 'no-consent',
      obligations: [],
      basedOn: [],
      reasons: [{ code: 'NO_CONSENT', text: 'No consent that counts speaks of this.' }],
    });
  });

  test.each(['draft', 'proposed', 'rejected', 'inactive', 'entered-in-error'])(
    'one that is %s is as if it were not there',
    (status) => {
      expect(said(r4({}, { status }))).toBe('no-consent');
      expect(said([r4(), optOut({}, { status })])).toBe('permit');
    },
  );

  test('one that has ended, or has not begun, is as if it were not there', () => {
    expect(said(r4({ period: { end: '2026-05-02' } }))).toBe('no-consent');
    expect(said(r4({ period: { start: '2026-05-04' } }))).toBe('no-consent');
    expect(said([r4(), optOut({ period: { end: '2026-05-02' } })])).toBe('permit');
    expect(said(r4({ period: { start: '2026-05-03', end: '2026-05-03' } }))).toBe('permit');
  });

  test('one of another category than was asked for is as if it were not there', () => {
    const category = (code: string) => ({ category: [coding(LOINC, code)] });
    expect(said(r4(), category('59284-0'))).toBe('permit');
    expect(said(r4(), category('57016-8'))).toBe('no-consent');
    expect(said(r5('permit', undefined, { category: undefined }), category('59284-0'))).toBe('permit');
  });

  test('one that is not about privacy is as if it were not there', () => {
    expect(said(r4({}, { scope: concept(SCOPE, 'treatment') }))).toBe('no-consent');
  });
});

describe('across consents', () => {
  const permit = named('yes', r4({}, { dateTime: '2026-04-01' }));
  const denial = named('no', optOut({}, { dateTime: '2020-01-01' }));

  test('a denial beats a permission, whichever is newer and whichever comes first', () => {
    for (const consents of [
      [permit, denial],
      [denial, permit],
      [permit, { ...denial, dateTime: '2026-05-01' }],
    ]) {
      const { decision, basedOn } = ask({ consents });
      expect(decision).toBe('deny');
      expect(basedOn).toEqual(['Consent/no']);
    }
  });

  test('of R4 and R5 too', () => {
    expect(said([r4(), r5('deny')])).toBe('deny');
  });

  test('a nested denial of one beats the permission of another', () => {
    const rule = { type: 'deny', actor: [actor('Organization/clinic')] };
    expect(said([permit, named('no', r4({ provision: [rule] }))])).toBe('deny');
  });

  test('half of one is never combined with half of another', () => {
    const treat = named('a', r4({ purpose: [purpose('TREAT')] }));
    const pay = named('b', r4({ purpose: [purpose('HPAYMT')] }));
    expect(said([treat, pay], { purposeOfUse: ['TREAT', 'HPAYMT'] })).toBe('deny');
    const both = named('c', r4({ purpose: [purpose('TREAT'), purpose('HPAYMT')] }));
    const asked = ask({ consents: [treat, pay, both], request: { purposeOfUse: ['TREAT', 'HPAYMT'] } });
    expect([asked.decision, asked.basedOn]).toEqual(['permit', ['Consent/c']]);
  });

  test('one that is silent takes nothing from one that permits', () => {
    const lab = named('lab', r4({ actor: [actor('Organization/lab')] }));
    const clinic = named('clinic', r4({ actor: [actor('Organization/clinic')] }));
    const asked = ask({ consents: [lab, clinic] });
    expect([asked.decision, asked.basedOn]).toEqual(['permit', ['Consent/clinic']]);
  });

  test('every consent that decided is named', () => {
    expect(ask({ consents: [named('a', r4()), named('b', r4())] }).basedOn).toEqual([
      'Consent/a',
      'Consent/b',
    ]);
    expect(ask({ consents: [named('a', optOut()), named('b', optOut()), r4()] }).basedOn).toEqual([
      'Consent/a',
      'Consent/b',
    ]);
  });

  test('one that is not understood leaves nothing decided', () => {
    const { decision, reasons } = ask({ consents: [permit, named('odd', r4({ odd: 1 }))] });
    expect([decision, reasons[0]?.consent, reasons[0]?.element]).toEqual([
      'invalid',
      'Consent/odd',
      'Consent.provision.odd',
    ]);
  });
});

describe('what must be redacted, while the labels are not known', () => {
  const without = (...codes: string[]) => ({ id: 'REDACT', parameters: { codes: codes.map(label) } });
  const only = (...codes: string[]) => ({ id: 'REDACT', parameters: { exceptAnyOfCodes: codes.map(label) } });
  const deny = (...codes: string[]) => ({ type: 'deny', securityLabel: codes.map(label) });
  const open = (...codes: string[]) => ({ type: 'permit', securityLabel: codes.map(label) });
  const obliged = (...consents: Json[]) => {
    const { decision, obligations } = ask({ consents });
    return [decision, ...obligations];
  };

  test('denied labels are taken out', () => {
    expect(obliged(r4({ provision: [deny('R', 'HIV')] }))).toEqual(['permit', without('R', 'HIV')]);
    expect(obliged(r5('permit', [{ securityLabel: [label('HIV')] }]))).toEqual(['permit', without('HIV')]);
  });

  test('where labels alone are permitted, all else is taken out', () => {
    expect(obliged(optOut({ provision: [open('N')] }))).toEqual(['permit', only('N')]);
    expect(obliged(optOut({ provision: [open('N'), open('HIV')] }))).toEqual(['permit', only('N', 'HIV')]);
    expect(obliged(r4({ securityLabel: [label('N')] }))).toEqual(['permit', only('N')]);
  });

  test('both at once', () => {
    expect(obliged(optOut({ provision: [{ ...open('R'), provision: [deny('SUD')] }] }))).toEqual([
      'permit',
      only('R'),
      without('SUD'),
    ]);
  });

  test('an exception for this recipient lifts the redaction', () => {
    const rule = { ...deny('HIV'), provision: [{ type: 'permit', actor: [actor('Organization/clinic')] }] };
    expect(obliged(r4({ provision: [rule] }))).toEqual(['permit']);
  });

  test('a rule for somebody else asks for nothing', () => {
    expect(obliged(r4({ provision: [{ ...deny('HIV'), actor: [actor('Organization/lab')] }] }))).toEqual([
      'permit',
    ]);
  });

  test('across consents every denied label is taken out, and what one denies the rest of binds all', () => {
    expect(obliged(r4({ provision: [deny('HIV')] }), r4({ provision: [deny('SUD')] }))).toEqual([
      'permit',
      without('HIV', 'SUD'),
    ]);
    expect(obliged(r4(), optOut({ provision: [open('N')] }))).toEqual(['permit', only('N')]);
    expect(obliged(r4(), r4({ securityLabel: [label('N')] }))).toEqual(['permit']);
  });

  test('where the labels are known nothing is left to redact: it is permitted or denied', () => {
    const consent = r4({ provision: [deny('HIV')] });
    const asked = ask({ consents: [consent], request: { content: labelled('N') } });
    expect([asked.decision, asked.obligations]).toEqual(['permit', []]);
    expect(said(consent, { content: labelled('R', 'HIV') })).toBe('deny');
    expect(said(consent, { content: [label('HIV')] })).toBe('deny');
    for (const content of [
      { labels: [label('N')] },
      { labels: ['N'] },
      ['N'],
      label('N'),
      { securityLabel: [label('N')] },
      { meta: { security: [label('N')] } },
      [labelled('N'), labelled('L')],
      { resource: labelled('N') },
    ]) {
      expect(said(consent, { content })).toBe('permit');
    }
    expect(said(consent, { content: ['HIV'] })).toBe('deny');
    expect(said(consent, { content: ['UNHEARD'] })).toBe('invalid');
  });

  describe('of a bundle', () => {
    const bundle = (...entries: Json[]) => ({
      content: {
        resourceType: 'Bundle',
        type: 'searchset',
        entry: entries.map((resource) => ({ resource })),
      },
    });
    const consent = r4({ provision: [deny('HIV')] });

    test('what is closed by its labels is taken out', () => {
      const asked = ask({ consents: [consent], request: bundle(labelled('N'), labelled('R', 'HIV')) });
      expect([asked.decision, ...asked.obligations]).toEqual(['permit', without('HIV')]);
    });

    test('all of it open, or all of it closed, leaves nothing to take out', () => {
      expect(ask({ consents: [consent], request: bundle(labelled('N'), labelled('N')) }).obligations).toEqual(
        [],
      );
      expect(said(consent, bundle(labelled('HIV'), labelled('HIV')))).toBe('deny');
    });

    test('what is closed for another reason than its labels closes it all', () => {
      const data = [{ meaning: 'instance', reference: { reference: 'Observation/o2' } }];
      const one = r4({ provision: [{ type: 'deny', data }] });
      expect(said(one, bundle(labelled('N'), { ...labelled('N'), id: 'o2' }))).toBe('deny');
    });

    test('an empty one asks for nothing that is known', () => {
      expect(said(consent, bundle())).toBe('invalid');
    });
  });
});
