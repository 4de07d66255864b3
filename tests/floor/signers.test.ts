import type { AuthorityId, CategoryCode } from '@accord/consent';
import { AppError, type CaseId, type GrantId, type StaffActor, type YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inDays, Network, SIGNATURE } from '../support/network.ts';
import { addPeople } from '../support/people.ts';
import { refusalOf } from '../support/refused.ts';

/** Who must sign, and what happens to what they signed: as the recipient's own page shows it. */
let network: Network;
let nair: StaffActor;
let sosa: StaffActor;
let ortiz: StaffActor;
let young: YouthActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  ({ nair, sosa, ortiz } = await addPeople(network, 'nair', 'sosa', 'ortiz'));
});
afterAll(() => network.close());
beforeEach(async () => {
  ({ caseId, young } = await network.openCase(nair, 'Robin'));
  await network.as(nair).cases.addGoal({ caseId, ownWords: 'Pass the swimming test' });
  await network.as(nair).cases.addNote({ caseId, category: 'edu-record', facts: 'Present all week' });
});

const school = () => network.as(nair).consent;
const seenBy = async (who: StaffActor) => {
  try {
    const { items } = await network.as(who).cases.open({ caseId });
    return items.filter(({ content }) => content.is === 'open').flatMap(({ categories }) => categories);
  } catch (error) {
    if (error instanceof Error && error.cause instanceof AppError && error.cause.code === 'NOT_FOUND')
      return [];
    throw error;
  }
};
const share = (kinds: CategoryCode[], adult?: AuthorityId) =>
  network.share(nair, caseId, { as: sosa, ...(adult && { adult }) }, kinds);
const permission = async (grantId: GrantId) =>
  (await school().list({ caseId })).permissions.find((each) => each.grantId === grantId);
type Recorded = Parameters<ReturnType<typeof school>['recordSigner']>[0];
const parent = (change: Partial<Recorded> = {}) =>
  school().recordSigner({
    caseId,
    capacity: 'guardian',
    relation: 'mother',
    domains: ['education'],
    evidence: 'birth-record',
    ...change,
  });

/** As if the young person had been born so long ago: the birthday is then that far away. */
const bornAgo = (interval: string) =>
  network.owner(
    (sql) =>
      sql`update young_fact set born_on = (now() at time zone 'America/Chicago' - ${interval}::interval)::date
        where case_id = ${caseId}`,
  );

describe('F-3: school records need somebody who acts as a parent beside the young person', () => {
  test('the rest of the paper opens with the young person’s own signature', async () => {
    const grantId = await share(['case-plan', 'edu-record']);
    expect(await seenBy(sosa)).toEqual(['case-plan']);
    expect(await permission(grantId)).toMatchObject({
      state: 'active',
      categories: ['case-plan'],
      law: [{ kind: 'edu-record', rules: ['F-3'], needs: 'adult' }],
    });
  });

  test('what is missing is said before anybody signs', async () => {
    const { law } = await school().prepare({
      caseId,
      recipient: { kind: 'staff', staffId: sosa.staffId },
      categories: ['edu-record', 'case-plan'],
      purpose: 'care-plan-coordination',
      endsOn: inDays(30),
      need: 'To plan together.',
      withoutSharing: 'No.',
    });
    expect(law).toEqual([{ kind: 'edu-record', rules: ['F-3'], needs: 'adult' }]);
  });

  test('it opens when they sign, and closes for what needed them when they take it back', async () => {
    const grantId = await share(['case-plan', 'edu-record'], await network.addGuardian(nair, caseId));
    expect((await seenBy(sosa)).toSorted()).toEqual(['case-plan', 'edu-record']);
    expect(await permission(grantId)).toMatchObject({ adults: [{ relation: 'mother' }], law: [] });

    const left = await school().withdraw({ caseId, grantId, capacity: 'guardian' });
    expect(left).toMatchObject({ categories: ['case-plan'], adults: [] });
    expect(await seenBy(sosa)).toEqual(['case-plan']);
    const wraps = await network.owner(
      (sql) => sql`select from key_wrap where basis_id = ${grantId} and category_mask & (1 << 12) <> 0`,
    );
    expect(wraps).toHaveLength(0);
  });

  test('an authority for something else is not enough', async () => {
    const { authorityId } = await parent({ domains: ['general-health'] });
    await school().agreeContact({ caseId, authorityId });
    await share(['edu-record'], authorityId);
    expect(await seenBy(sosa)).toEqual([]);
  });
});

describe('A14: nobody is asked to sign before it is right', () => {
  const countersign = async (authorityId: AuthorityId) =>
    refusalOf(network.countersign(nair, caseId, await share(['edu-record']), authorityId));

  test('not before the young person agreed that they are contacted and somebody looked at whether it is safe', async () => {
    const { authorityId } = await parent();
    expect(await countersign(authorityId)).toBe('CONFLICT');
    await school().agreeContact({ caseId, authorityId });
    expect(await countersign(authorityId)).toBe('ALLOWED');
  });

  test('not when they are excluded, whoever said so', async () => {
    const byStaff = await network.addGuardian(nair, caseId);
    await school().excludeSigner({ caseId, authorityId: byStaff });
    expect(await countersign(byStaff)).toBe('CONFLICT');
    const byYoung = await network.addGuardian(nair, caseId);
    await network.asYouth(young).mine.excludeSigner({ authorityId: byYoung });
    expect(await countersign(byYoung)).toBe('CONFLICT');
    // What the young person said, staff do not take back; and whoever comes back is asked for anew.
    expect(await refusalOf(school().letSign({ caseId, authorityId: byYoung }))).toBe('CONFLICT');
    await network.asYouth(young).mine.letSign({ authorityId: byYoung });
    expect(await countersign(byYoung)).toBe('CONFLICT');
  });

  test('not when their authority is over, and not of another case', async () => {
    const over = await network.addGuardian(nair, caseId);
    await school().endSigner({ caseId, authorityId: over });
    expect(await countersign(over)).toBe('CONFLICT');
    const { caseId: otherCase } = await network.openCase(nair, 'Sam');
    expect(await countersign(await network.addGuardian(nair, otherCase))).toBe('NOT_FOUND');
  });

  test('the young person signs first, unless they are too young to be asked', async () => {
    const adult = await network.addGuardian(nair, caseId);
    const draft = async () => {
      const { grantId } = await school().prepare({
        caseId,
        recipient: { kind: 'staff', staffId: sosa.staffId },
        categories: ['edu-record'],
        purpose: 'care-plan-coordination',
        endsOn: inDays(30),
        need: 'To plan together.',
        withoutSharing: 'No.',
      });
      return grantId;
    };
    expect(await refusalOf(network.countersign(nair, caseId, await draft(), adult))).toBe('CONFLICT');
    await bornAgo('11 years');
    expect(await refusalOf(network.countersign(nair, caseId, await draft(), adult))).toBe('ALLOWED');
    expect(await seenBy(sosa)).toEqual(['edu-record']);
  });
});

describe('A16.7, A16.8: an excluded signer', () => {
  test('spoils what they signed at once, the part of the young person too, and nothing comes back by itself', async () => {
    const adult = await network.addGuardian(nair, caseId);
    const grantId = await share(['case-plan', 'edu-record'], adult);
    await network.asYouth(young).mine.excludeSigner({ authorityId: adult });
    expect(await seenBy(sosa)).toEqual([]);
    expect(await permission(grantId)).toMatchObject({ categories: [] });
    await network.asYouth(young).mine.letSign({ authorityId: adult });
    expect(await seenBy(sosa)).toEqual([]);
  });

  test('whoever signs and whoever excludes them at the same moment do not wait for each other in a circle', async () => {
    for (let round = 0; round < 8; round += 1) {
      const adult = await network.addGuardian(nair, caseId);
      const grantId = await share(['edu-record']);
      const [signed, excluded] = await Promise.all([
        refusalOf(network.countersign(nair, caseId, grantId, adult)),
        refusalOf(network.asYouth(young).mine.excludeSigner({ authorityId: adult })),
      ]);
      expect(['ALLOWED', 'CONFLICT']).toContain(signed);
      expect(excluded).toBe('ALLOWED');
      expect(await seenBy(sosa)).toEqual([]);
    }
  });

  test('leaves alone what they did not sign', async () => {
    const adult = await network.addGuardian(nair, caseId);
    await share(['case-plan']);
    await school().excludeSigner({ caseId, authorityId: adult });
    expect(await seenBy(sosa)).toEqual(['case-plan']);
  });
});

describe('T18-9: a change of custody', () => {
  test('closes what rested on it, at once', async () => {
    const adult = await network.addGuardian(nair, caseId);
    await share(['edu-record'], adult);
    await school().endSigner({ caseId, authorityId: adult });
    expect(await seenBy(sosa)).toEqual([]);
  });

  test('with a day on record, closes on that day without anybody doing anything', async () => {
    const { authorityId } = await parent({ endsOn: inDays(10) });
    await school().agreeContact({ caseId, authorityId });
    const grantId = await share(['edu-record'], authorityId);
    const [row] = await network.owner(
      (sql) => sql<{ same: boolean }[]>`select e.valid_to = a.valid_to as same
        from effective_access e, authority a where e.basis_id = ${grantId} and a.id = ${authorityId}`,
    );
    expect(row?.same).toBe(true);
  });
});

describe('T18-1, T18-2: the birthday', () => {
  const rowOf = async (grantId: GrantId) => {
    const [row] = await network.owner(
      (sql) => sql<{ from: string; to: string; majority: string; isOwnEnd: boolean }[]>`
        select e.valid_from as from, e.valid_to as to,
          (y.born_on + interval '18 years') at time zone 'America/Chicago' as majority,
          e.valid_to = g.valid_to as "isOwnEnd"
        from effective_access e join consent_grant g on g.id = e.basis_id
        join young_fact y on y.case_id = g.case_id where g.id = ${grantId}`,
    );
    if (!row) throw new Error('nothing is open by it');
    return row;
  };

  test('what an adult signed ends that instant, and what the young person signed alone keeps its own end', async () => {
    await bornAgo('17 years 11 months 15 days');
    const both = await rowOf(await share(['edu-record'], await network.addGuardian(nair, caseId)));
    expect(both).toMatchObject({ to: both.majority, isOwnEnd: false });
    const alone = await rowOf(await share(['case-plan']));
    expect(alone.isOwnEnd).toBe(true);
  });

  test('after it the young person signs alone, and a parent’s signature counts for nothing', async () => {
    await bornAgo('18 years');
    const grantId = await share(['edu-record']);
    expect(await seenBy(sosa)).toEqual(['edu-record']);
    expect((await permission(grantId))?.law).toEqual([]);
  });

  test('what is signed before it for the time after it begins that instant', async () => {
    await bornAgo('17 years 11 months');
    const form = {
      caseId,
      recipient: { kind: 'staff', staffId: sosa.staffId },
      categories: ['edu-record'],
      purpose: 'care-plan-coordination',
      endsOn: inDays(200),
      need: 'To go on.',
      withoutSharing: 'No.',
      fromMajority: true,
    } as const satisfies Parameters<ReturnType<typeof school>['prepare']>[0];
    const { grantId } = await school().prepare({ ...form, categories: ['edu-record'] });
    await school().sign({ caseId, grantId, ...SIGNATURE });
    expect(await seenBy(sosa)).toEqual([]);
    const row = await rowOf(grantId);
    expect(row).toMatchObject({ from: row.majority, isOwnEnd: true });
    expect((await school().signers({ caseId })).years).toBe(17);
  });

  test('that opens ninety days before, and not sooner', async () => {
    const repaper = (days: number) => ({
      caseId,
      recipient: { kind: 'staff' as const, staffId: sosa.staffId },
      categories: ['case-plan' as const],
      purpose: 'care-plan-coordination' as const,
      endsOn: inDays(days),
      need: 'To go on.',
      withoutSharing: 'No.',
      fromMajority: true,
    });
    await bornAgo('17 years');
    expect(await refusalOf(school().prepare(repaper(400)))).toBe('BAD_INPUT');
    await bornAgo('17 years 11 months');
    expect(await refusalOf(school().prepare(repaper(10)))).toBe('BAD_INPUT');
    expect(await refusalOf(school().prepare(repaper(200)))).toBe('ALLOWED');
  });

  test('another day of birth closes what rests on an adult until it is looked at again', async () => {
    const grantId = await share(['case-plan', 'edu-record'], await network.addGuardian(nair, caseId));
    await network.as(nair).cases.editProfile({ caseId, name: 'Robin', bornOn: '2009-02-03', revision: 1 });
    expect(await seenBy(sosa)).toEqual([]);
    expect(await permission(grantId)).toMatchObject({ state: 'active' });
  });

  test('nobody knows it: no adult signs for them', async () => {
    await network.owner((sql) => sql`delete from young_fact where case_id = ${caseId}`);
    await share(['edu-record'], await network.addGuardian(nair, caseId));
    expect(await seenBy(sosa)).toEqual([]);
  });
});

test('initials: kinds that ask for a mark of their own open only when they were marked', async () => {
  await network.as(nair).cases.addNote({ caseId, category: 'edu-record', facts: 'Choir' });
  const { grantId } = await school().prepare({
    caseId,
    recipient: { kind: 'staff', staffId: sosa.staffId },
    categories: ['case-plan', 'sogi'],
    purpose: 'care-plan-coordination',
    endsOn: inDays(30),
    need: 'To plan together.',
    withoutSharing: 'No.',
  });
  const signed = await school().sign({ caseId, grantId, ...SIGNATURE });
  expect(signed).toMatchObject({ categories: ['case-plan'], law: [{ kind: 'sogi', needs: 'initials' }] });
});

test('what nobody recorded of an agency counts against it', async () => {
  await network.as(nair).cases.addNote({ caseId, category: 'appointments', facts: 'Friday' });
  await network.owner((sql) => sql`update agency set covered_entity = null where id = ${nair.agencyId}`);
  const { grantId } = await school().prepare({
    caseId,
    recipient: { kind: 'staff', staffId: ortiz.staffId },
    categories: ['health-general', 'appointments'],
    purpose: 'care-plan-coordination',
    endsOn: inDays(30),
    need: 'To plan together.',
    withoutSharing: 'No.',
  });
  const signed = await school().sign({ caseId, grantId, ...SIGNATURE });
  expect(signed.categories).toEqual(['appointments']);
  expect(signed.law).toMatchObject([{ kind: 'health-general', needs: 'counsel' }]);
});

test('without a state there is no rule, and the stricter branch holds', async () => {
  await network.owner((sql) => sql`update agency set state = null where id = ${nair.agencyId}`);
  try {
    const grantId = await share(['case-plan', 'jj-record']);
    expect(await permission(grantId)).toMatchObject({
      categories: ['case-plan'],
      law: [{ kind: 'jj-record', rules: ['JJ-1'], needs: 'no' }],
    });
  } finally {
    await network.owner((sql) => sql`update agency set state = 'ZZ' where id = ${nair.agencyId}`);
  }
});
