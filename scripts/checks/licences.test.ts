import { expect, test } from 'vitest';
import { isAllowed, productionLicences } from './licences.ts';
import { manifests } from './workspace.ts';

test('everything that runs in production may be used by any agency', () => {
  const product = manifests().filter(({ folder }) => /^(apps|packages)\//.test(folder));
  const licences = productionLicences(product);
  expect(licences.map(({ name }) => name)).toContain('hono');
  expect(licences.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['MIT AND GPL-3.0', false],
  ['AGPL-3.0', false],
  ['none', false],
])('%s is allowed: %s', (licence, allowed) => {
  expect(isAllowed(licence)).toBe(allowed);
});
