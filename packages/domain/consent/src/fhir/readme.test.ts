import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decideFhir } from './decide.ts';
import { decideNative } from './native/decide.ts';

/** The examples of the README, in their order. */
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const [question, answer, native] = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(
  ([, block = '']) => JSON.parse(block) as Record<string, unknown>,
);

test('the FHIR example is answered as the README says', () => {
  expect({ id: question?.['id'], ...decideFhir(question) }).toEqual(answer);
});

test('the example of the product’s own rule is understood', () => {
  expect(decideNative(native)).toMatchObject({ decision: 'permit', reason: 'BY_OWN_CUSTODY' });
});
