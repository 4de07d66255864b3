import { maskOf } from '@accord/consent';
import type { Tx } from '@accord/db';
import {
  type Actor,
  type CaseId,
  type GrantId,
  PURPOSES,
  type StaffActor,
  type YouthActor,
} from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inDays, Network } from '../support/network.ts';
import { addPeople } from '../support/people.ts';
import { sqlStateOf } from '../support/refused.ts';

// Rows that open something are written by definer functions alone, and only as far as the signed permission goes:
// code above the floor that is wrong, or not ours, cannot open more.

let network: Network;
let dana: StaffActor;
let colleague: StaffActor;
let sosa: StaffActor;
let ortiz: StaffActor;
let young: YouthActor;
let caseId: CaseId;
let grantId: GrantId;

beforeAll(async () => {
  network = await Network.start();
  ({ dana, cora: colleague, sosa, ortiz } = await addPeople(network, 'dana', 'cora', 'sosa', 'ortiz'));
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['meetings']);
});
afterAll(() => network.close());

beforeEach(async () => {
  ({ grantId } = await network.as(dana).consent.prepare({
    caseId,
    recipient: { kind: 'staff', staffId: ortiz.staffId },
    categories: ['case-plan', 'appointments'],
    purpose: 'care-plan-coordination',
    endsOn: inDays(30),
    need: 'To plan together.',
    withoutSharing: 'No.',
    mayWrite: false,
  }));
});

const stateOf = (actor: Actor, work: (tx: Tx) => Promise<unknown>) =>
  sqlStateOf(network, actor, caseId, work);

const sign = (tx: Tx) => tx`select sign_grant(${grantId}, 'typed', sha256('form'), 0)`;
const project = (tx: Tx, ...rows: Record<string, string | number | null>[]) =>
  tx`select project_grant(${grantId}, ${tx.json(rows)})`;

const signedRow = () => ({
  owner_agency: dana.agencyId,
  grantee_kind: 'staff',
  grantee_id: ortiz.staffId,
  purpose: PURPOSES['care-plan-coordination'],
  see_mask: maskOf(['case-plan', 'appointments']).toString(),
  know_mask: maskOf(['case-plan', 'appointments']).toString(),
  valid_to: `${inDays(20)}T00:00:00Z`,
});

const rowsOfGrant = () =>
  network.owner((sql) => sql`select from effective_access where basis_id = ${grantId}`);

test('the rows of a signed permission are taken', async () => {
  expect(await stateOf(dana, async (tx) => [await sign(tx), await project(tx, signedRow())])).toBe('ALLOWED');
  expect(await rowsOfGrant()).toHaveLength(1);
});

describe('a row outside the signed permission is refused, and nothing of it stays', () => {
  test.each([
    ['another owner', () => ({ owner_agency: sosa.agencyId })],
    ['another kind of recipient', () => ({ grantee_kind: 'agency', grantee_id: ortiz.agencyId })],
    ['another person', () => ({ grantee_id: sosa.staffId })],
    ['another purpose', () => ({ purpose: PURPOSES.investigation })],
    [
      'a kind more to see and to know',
      () => ({
        see_mask: maskOf(['case-plan', 'meetings']).toString(),
        know_mask: maskOf(['case-plan', 'meetings']).toString(),
      }),
    ],
    [
      'a kind more to know',
      () => ({ know_mask: maskOf(['case-plan', 'appointments', 'meetings']).toString() }),
    ],
    [
      'a kind more to see than to know',
      () => ({ see_mask: maskOf(['case-plan', 'appointments', 'meetings']).toString() }),
    ],
    ['every kind at once', () => ({ see_mask: '-1', know_mask: '-1' })],
    ['a later end', () => ({ valid_to: `${inDays(40)}T00:00:00Z` })],
    ['no end', () => ({ valid_to: 'infinity' })],
    ...['owner_agency', 'grantee_kind', 'grantee_id', 'purpose', 'see_mask', 'know_mask', 'valid_to'].map(
      (field): [string, () => object] => [`no ${field}`, () => ({ [field]: null })],
    ),
  ])('%s', async (_, change) => {
    const row = { ...signedRow(), ...change() };
    expect(await stateOf(dana, async (tx) => [await sign(tx), await project(tx, signedRow(), row)])).toMatch(
      /^(AC403|23502|23514)$/,
    );
    expect(await rowsOfGrant()).toHaveLength(0);
  });

  test('a kind that no permission opens, though it was signed', async () => {
    await network.owner(
      (sql) =>
        sql`update consent_grant set categories = ${maskOf(['case-plan', 'cw-reporter']).toString()} where id = ${grantId}`,
    );
    const mask = maskOf(['case-plan', 'cw-reporter']).toString();
    expect(
      await stateOf(dana, async (tx) => [
        await sign(tx),
        await project(tx, { ...signedRow(), see_mask: mask, know_mask: mask }),
      ]),
    ).toBe('AC403');
  });

  test('a kind that was stopped since', async () => {
    const again = async (tx: Tx) => {
      await sign(tx);
      await tx`select stop_grant(${grantId}, ${maskOf(['appointments'])}, ${randomUUID()})`;
      await project(tx, signedRow());
    };
    expect(await stateOf(dana, again)).toBe('AC403');
  });
});

describe('without a signature, or from somebody else, nothing is projected', () => {
  test('a draft', async () => {
    expect(await stateOf(dana, (tx) => project(tx, signedRow()))).toBe('AC409');
  });

  test('a permission that was stopped', async () => {
    const stopped = async (tx: Tx) => {
      await sign(tx);
      await tx`select stop_grant(${grantId}, ${maskOf(['case-plan', 'appointments'])}, ${randomUUID()})`;
      await project(tx, signedRow());
    };
    expect(await stateOf(dana, stopped)).toBe('AC409');
  });

  test('a permission that ended before it was signed', async () => {
    await network.owner(
      (sql) =>
        sql`update consent_grant set valid_from = now() - interval '2 days', valid_to = now() where id = ${grantId}`,
    );
    expect(await stateOf(dana, sign)).toBe('AC409');
  });

  test.each([
    ['the recipient', () => ortiz],
    ['another agency on the case', () => sosa],
    ['a colleague who is not on the case', () => colleague],
    ['the young person', () => young],
  ] as const)('%s can neither sign nor project', async (_, actor) => {
    expect(await stateOf(actor(), sign)).toBe('AC404');
    expect(await stateOf(dana, sign)).toBe('ALLOWED');
    expect(await stateOf(actor(), (tx) => project(tx, signedRow()))).toBe('AC404');
    expect(await rowsOfGrant()).toHaveLength(0);
  });

  test.each([
    ['the recipient', () => ortiz],
    ['another agency on the case', () => sosa],
    ['a colleague who is not on the case', () => colleague],
  ] as const)('%s can neither stop it nor throw it away', async (_, actor) => {
    expect(await stateOf(actor(), (tx) => tx`select discard_grant(${grantId})`)).toBe('AC404');
    expect(await stateOf(dana, async (tx) => [await sign(tx), await project(tx, signedRow())])).toBe(
      'ALLOWED',
    );
    expect(await stateOf(actor(), (tx) => tx`select stop_grant(${grantId}, 8, ${randomUUID()})`)).toBe(
      'AC404',
    );
    expect(await rowsOfGrant()).toHaveLength(1);
  });
});

describe('a key is wrapped for a holder only on a basis', () => {
  const put = (tx: Tx, change: { holder?: string; mask?: bigint; basis?: string; owner?: string }) =>
    tx`select put_wrap(${randomUUID()}, ${caseId}, ${change.owner ?? dana.agencyId}, ${change.mask ?? maskOf(['id-core'])}, 1,
      ${change.holder ?? ortiz.agencyId}, 1, ${change.basis ?? grantId}, '\\x00')`;

  test.each([
    ['for a recipient of a draft', {}],
    ['on a basis of nobody’s', { basis: randomUUID() }],
    ['for a holder that nobody knows', { holder: randomUUID() }],
    ['of a kind that was never written', { mask: maskOf(['sud-part2']) }],
  ])('not %s', async (_, change) => {
    expect(await stateOf(dana, (tx) => put(tx, change))).toBe('AC403');
  });

  test('and who is not on the case learns of no key that is missing, nor stores one', async () => {
    await network.owner((sql) => sql`delete from key_wrap where case_id = ${caseId}`);
    const missing = (tx: Tx) =>
      tx`select basis_id as basis, category_mask as mask, holder_id as holder from missing_wraps(${caseId})`;
    const ask = (actor: StaffActor) =>
      network.database.withActor(actor, { purpose: 'care-plan-coordination', cases: [caseId] }, missing);
    const [wanted] = await ask(dana);
    expect(wanted).toBeDefined();
    expect(await ask(colleague)).toHaveLength(0);
    const change = { basis: wanted?.['basis'], mask: wanted?.['mask'], holder: wanted?.['holder'] };
    expect(await stateOf(colleague, (tx) => put(tx, change))).toBe('AC403');
    expect(await stateOf(dana, (tx) => put(tx, change))).toBe('ALLOWED');
  });

  test('not of another owner’s key', async () => {
    expect(await stateOf(sosa, (tx) => put(tx, { holder: sosa.agencyId }))).toBe('AC403');
  });
});
