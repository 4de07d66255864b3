import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cautionsOf } from '../../contract/index.ts';
import { canonicalJson } from './canonical-json.ts';
import { LAWYER, PolicyFolder } from '../../testing/index.ts';
import { readPolicies } from './read.ts';

let folder: PolicyFolder;
beforeEach(() => {
  folder = new PolicyFolder();
  folder.issue('zz.json');
});
afterEach(() => folder[Symbol.dispose]());

const read = () => readPolicies(folder.path);
const refused = () => {
  try {
    read();
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  return 'nothing was refused';
};

test('what comes with Accord is whole, signed, and says that nobody has reviewed it', () => {
  const { bundles } = readPolicies();
  expect(bundles.map(({ body }) => body.state)).toEqual(['CA', 'IL']);
  for (const { body, reviewedBy } of bundles) {
    expect(cautionsOf({ ...body, reviewedBy }, '2026-12-01')).toEqual(['unreviewed']);
  }
});

test('the same rules are the same bytes, whatever the order of keys, the spaces and the line ends', () => {
  expect(canonicalJson({ b: [1, null], a: { d: 'é\n', c: true } })).toBe(
    '{"a":{"c":true,"d":"é\\n"},"b":[1,null]}',
  );
  folder.spoil('zz.json', (text) => JSON.stringify(JSON.parse(text)).replaceAll(',', ',\r\n'));
  expect(read().bundles).toHaveLength(1);
});

describe('a start is refused, with the file and the way out, for', () => {
  test('a word that was changed after the signature', () => {
    folder.spoil('zz.json', (text) => text.replace('"minAge": 12', '"minAge": 2'));
    expect(refused()).toContain(
      `PolicyFault: ${folder.at('zz.json')} was changed after it was signed. Restore it`,
    );
  });

  test('an issuer that nobody knows', () => {
    rmSync(folder.at('keys/desk.json'));
    expect(refused()).toContain(
      `${folder.at('zz.json')} is signed by "desk", whom nobody knows here. Put that`,
    );
  });

  test('a key of the same name that is not the same key', () => {
    rmSync(folder.at('keys/desk.json'));
    rmSync(folder.pem('desk'));
    folder.addKey('keys', 'desk', { name: 'The desk', role: 'issuer' });
    expect(refused()).toContain(`${folder.at('zz.json')} was changed after it was signed`);
  });

  test('a row that the schema does not know, and one without its source', () => {
    folder.spoil('zz.json', (text) => text.replace('"cite": "made up"', '"cite": ""'));
    expect(refused()).toContain(
      `${folder.at('zz.json')} does not fit the schema of state law (policy.minorConsent.0.cite`,
    );
    folder.spoil('zz.json', (text) => text.replace('"cite": ""', '"cite": "made up", "parentSigns": true'));
    expect(refused()).toContain(`${folder.at('zz.json')} does not fit the schema`);
  });

  test('a file that is no JSON', () => {
    writeFileSync(folder.at('zz.json'), '{');
    expect(refused()).toContain(
      `${folder.at('zz.json')} cannot be read as JSON. Restore it, or take it out.`,
    );
  });

  test('a key that is no key', () => {
    folder.spoil('keys/desk.json', (text) => text.replace(/"publicKey": ".{8}/, '"publicKey": "AAAAAAAA'));
    expect(refused()).toContain(`${folder.at('keys/desk.json')} is not a public key that Accord can read`);
  });

  test('two that are in force at once, until the newer one says that it replaces the older', () => {
    folder.issue('zz-2.json', { version: '2', effectiveFrom: '2026-07-01' });
    expect(refused()).toContain(
      'would both be in force for ZZ from 2026-07-01 on. Let the newer one say "replaces": "1"',
    );
    expect(refused()).toContain(folder.at('zz-2.json'));
    folder.issue('zz-2.json', { version: '2', effectiveFrom: '2026-07-01', replaces: '1' });
    expect(read().bundles).toHaveLength(2);
  });

  test('one version in two files', () => {
    folder.issue('again.json', { effectiveFrom: '2027-01-01' });
    expect(refused()).toContain('are both ZZ 1. Take one of them out.');
  });

  test('an issuer who reviews', () => {
    writeFileSync(folder.at('reviewers/desk.json'), readFileSync(folder.at('keys/desk.json')));
    expect(refused()).toContain('Whoever issues does not review');
  });
});

describe('a review', () => {
  test('by a reviewer whose key is here stands with name and role', () => {
    folder.review('zz.json');
    expect(read().bundles[0]).toMatchObject({ reviewedBy: 'Ada Lin, Counsel', leftOut: [] });
  });

  test('is signed with the key of its reviewer alone, and under their own name', () => {
    expect(() => folder.review('zz.json', LAWYER, 'desk')).toThrow('its public half is not in reviewers/');
    expect(() => folder.review('zz.json', { ...LAWYER, name: 'Somebody Else' })).toThrow(
      'that of Ada Lin, Counsel',
    );
    expect(read().bundles[0]?.reviewedBy).toBeNull();
  });

  test.each([
    ['whose key is gone', () => rmSync(folder.at('reviewers/lin.json'))],
    ['under another name', () => folder.spoil('zz.json', (text) => text.replace('Ada Lin', 'Bea Lin'))],
    ['under another role', () => folder.spoil('zz.json', (text) => text.replace('Counsel', 'Judge'))],
    [
      'that was copied from other rules',
      () => {
        const { reviews } = JSON.parse(readFileSync(folder.at('zz.json'), 'utf8')) as { reviews: unknown };
        folder.issue('zz.json', { ageOfMajority: 19 });
        folder.spoil('zz.json', (text) => JSON.stringify({ ...(JSON.parse(text) as object), reviews }));
      },
    ],
  ])('%s counts for nothing, and the rules hold as unreviewed', (_, spoil) => {
    folder.review('zz.json');
    spoil();
    const [bundle] = read().bundles;
    expect(bundle?.reviewedBy).toBeNull();
    expect(bundle?.leftOut).toHaveLength(1);
  });

  test('falls away when its rules are signed with another text, and stays with the same', () => {
    folder.review('zz.json');
    folder.sign('zz.json');
    expect(read().bundles[0]?.reviewedBy).toBe('Ada Lin, Counsel');
    folder.spoil('zz.json', (text) => text.replace('"ageOfMajority": 18', '"ageOfMajority": 19'));
    folder.sign('zz.json');
    expect(read().bundles[0]).toMatchObject({ reviewedBy: null, leftOut: [] });
  });
});
