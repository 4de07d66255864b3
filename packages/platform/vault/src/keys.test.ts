import { AgencyId, CaseId } from '@accord/kernel';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { sealing } from './contexts.testing.ts';
import { newHolderSecrets } from './holder-secrets.ts';
import { CASE_KEY, type CategoryKeyOf, deriveCategoryKey, newKey } from './keys.ts';
import { SecretKey } from './secret-key.ts';

const bytes = Buffer.from('00112233445566778899aabbccddeeff0123456789abcdef0123456789abcdef', 'hex');

/** Every way in which people have found bytes in logs. */
function spellings(secret: Buffer): string[] {
  return [
    secret.toString('hex'),
    secret.toString('base64'),
    secret.toString('base64url'),
    secret.toString('latin1'),
    [...secret.subarray(0, 4)].join(','),
    [...secret.subarray(0, 4)].join(', '),
    secret.toString('hex', 0, 4).replace(/..(?=.)/g, '$& '),
  ];
}

function prints(value: unknown): string {
  const thrown = new Error('failed', { cause: value });
  return [
    JSON.stringify({ value, thrown }),
    inspect(value),
    inspect({ deep: [value] }, { depth: null }),
    inspect(value, { showHidden: true, customInspect: false, depth: null, getters: true }),
    inspect(thrown, { depth: null }),
    String(value),
    Object.entries(Object(value)).join(),
  ].join('\n');
}

describe('a secret key', () => {
  test('is never printed: not by inspect, JSON, a string, or an error that carries it', () => {
    const printed = prints(new SecretKey(bytes));
    expect(printed).toContain('[secret key]');
    for (const spelling of spellings(bytes)) expect(printed).not.toContain(spelling);
  });

  test('is never printed by what a holder has, nor is the private key', () => {
    const secrets = newHolderSecrets(1);
    const privateBytes = secrets.x25519.privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
    const printed = prints(secrets);
    for (const spelling of [...spellings(secrets.symmetric.reveal()), ...spellings(privateBytes)]) {
      expect(printed).not.toContain(spelling);
    }
  });

  test('is printed by none of the console methods', async () => {
    const { Console } = await import('node:console');
    const { PassThrough } = await import('node:stream');
    const stream = new PassThrough();
    const console = new Console(stream);
    const key = new SecretKey(bytes);
    console.log(key, '%s %o %O %j', key, key, key, key);
    console.table([{ key }]);
    console.dir(key, { showHidden: true });
    const printed = String(stream.read());
    expect(printed).toContain('[secret key]');
    for (const spelling of spellings(bytes)) expect(printed).not.toContain(spelling);
  });

  test('keeps its own copy of the bytes', () => {
    const given = Buffer.from(bytes);
    const key = new SecretKey(given);
    given.fill(0);
    key.reveal().fill(0);
    expect(key.reveal()).toEqual(bytes);
  });

  test.each([0, 31, 33])('is not made of %i bytes', (length) => {
    expect(() => new SecretKey(Buffer.alloc(length))).toThrow(RangeError);
  });

  test('is new each time', () => {
    expect(newKey().equals(newKey())).toBe(false);
    expect(newKey().reveal()).toHaveLength(32);
  });
});

describe('a category key', () => {
  const caseKey = new SecretKey(bytes);
  const of: CategoryKeyOf = {
    caseId: sealing.one.caseId,
    ownerAgencyId: sealing.one.ownerAgencyId,
    categoryMask: 0b11n,
    version: 1,
  };

  test('is the same each time it is derived, and is not the case key', () => {
    const key = deriveCategoryKey(caseKey, of);
    expect(key.equals(deriveCategoryKey(new SecretKey(bytes), { ...of }))).toBe(true);
    expect(key.equals(caseKey)).toBe(false);
  });

  test('stays the same from release to release: what is sealed today opens tomorrow', () => {
    const fixed: CategoryKeyOf = {
      ...of,
      caseId: CaseId.parse('018f0000-0000-7000-8000-00000000000a'),
      ownerAgencyId: AgencyId.parse('018f0000-0000-7000-8000-00000000000b'),
    };
    // Computed apart from this code, by two HMACs as RFC 5869 has them.
    expect(deriveCategoryKey(caseKey, fixed).reveal().toString('hex')).toBe(
      '567cf09e1ec50a6f6f8e2d308ae721c54e2256d5984aec86bb5b6a5175dc6780',
    );
  });

  test.each<Partial<CategoryKeyOf>>([
    { categoryMask: 0b01n },
    { categoryMask: 0b111n },
    { version: 2 },
    { caseId: sealing.other.caseId },
    { ownerAgencyId: sealing.other.ownerAgencyId },
  ])('is another one for another part of %o', (change) => {
    expect(deriveCategoryKey(caseKey, { ...of, ...change }).equals(deriveCategoryKey(caseKey, of))).toBe(
      false,
    );
  });

  test('does not exist for no category', () => {
    expect(() => deriveCategoryKey(caseKey, { ...of, categoryMask: CASE_KEY })).toThrow(RangeError);
  });
});
