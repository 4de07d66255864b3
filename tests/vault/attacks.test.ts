import { maskOf } from '@accord/consent';
import { type AgencyId, type CaseId, type ItemId, type StaffActor, type YouthActor } from '@accord/kernel';
import { exportPublicKey, openFrom, UnsealError } from '@accord/vault';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { asIntruder, pageOf, sealedItems } from './support.ts';

/** Somebody owns the database: no floor, no foreign key and no trigger holds them. They have no key. */

let network: Network;
let dana: StaffActor;
let ortiz: StaffActor;
let sosa: StaffActor;
let police: AgencyId;
let elsewhere: AgencyId;
let river: Network;
let young: YouthActor;
let caseId: CaseId;
let swim: ItemId;
let sea: ItemId;
let dentist: ItemId;

beforeAll(async () => {
  network = await Network.start();
  dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  police = await network.addAgency('Town Police', 'law-enforcement');
  ortiz = await network.addStaff(police, 'Ortiz');
  sosa = await network.addStaff(await network.addAgency('River Clinic', 'mental-health'), 'Sosa');
  const second = await network.secondNode([{ name: 'Hill Shelter', system: 'runaway-homeless-youth' }]);
  river = second.node;
  elsewhere = second.agencies[0] as AgencyId;
});
afterAll(async () => {
  await river.database.close();
  await network.close();
});

beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  swim = (await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' })).itemId;
  sea = (await network.as(dana).cases.addGoal({ caseId, ownWords: 'See the sea' })).itemId;
  const facts = 'Dentist on Monday';
  dentist = (await network.as(dana).cases.addNote({ caseId, category: 'appointments', facts })).itemId;
  await network.share(dana, caseId, { as: ortiz }, ['case-plan', 'appointments']);
});

const PLAN = maskOf(['case-plan']).toString();
const DATES = maskOf(['appointments']).toString();
const attack = (work: (sql: Sql) => Promise<unknown>) => asIntruder(network, work);

describe('a row that was moved or edited', () => {
  /** Each leaves the goal about swimming (and no more than one other item) unreadable. */
  const attacks: [string, (sql: Sql) => Promise<unknown>][] = [
    [
      'the bodies of two goals are swapped',
      (sql) => sql`update case_item_body b set sealed = o.sealed from case_item_body o
        where b.case_id = ${caseId} and o.case_id = ${caseId}
          and (b.item_id, o.item_id) in ((${swim}, ${sea}), (${sea}, ${swim}))`,
    ],
    [
      'a body is copied over another',
      (
        sql,
      ) => sql`update case_item_body set sealed = (select sealed from case_item_body where item_id = ${sea})
        where item_id = ${swim}`,
    ],
    [
      'a whole body is moved under another item',
      async (sql) => {
        await sql`delete from case_item_body where item_id = ${swim}`;
        await sql`update case_item_body set item_id = ${swim} where item_id = ${sea}`;
      },
    ],
    [
      'one bit of a body is turned',
      (sql) =>
        sql`update case_item_body set sealed = set_bit(sealed, 200, 1 - get_bit(sealed, 200)) where item_id = ${swim}`,
    ],
    ['a body is emptied', (sql) => sql`update case_item_body set sealed = '' where item_id = ${swim}`],
    [
      'the body’s kinds are edited',
      (sql) => sql`update case_item_body set category_mask = ${DATES} where item_id = ${swim}`,
    ],
    [
      'the item’s kinds are edited',
      (sql) => sql`update case_item set category_mask = ${DATES} where id = ${swim}`,
    ],
    [
      'the kinds of both are edited',
      async (sql) => {
        await sql`update case_item set category_mask = ${DATES} where id = ${swim}`;
        await sql`update case_item_body set category_mask = ${DATES} where item_id = ${swim}`;
      },
    ],
    [
      'the body’s owner is edited',
      (sql) => sql`update case_item_body set owner_agency = ${police} where item_id = ${swim}`,
    ],
    [
      'the owner of both is edited',
      async (sql) => {
        await sql`update case_item set owner_agency = ${police} where id = ${swim}`;
        await sql`update case_item_body set owner_agency = ${police} where item_id = ${swim}`;
      },
    ],
    [
      'the body’s key version is edited',
      (sql) => sql`update case_item_body set key_version = 2 where item_id = ${swim}`,
    ],
    [
      'body and item are said to be another version',
      async (sql) => {
        await sql`update case_item_body set version = 2 where item_id = ${swim}`;
        await sql`update case_item set body_version = 2 where id = ${swim}`;
      },
    ],
    [
      'the item is said to be another kind of item',
      (sql) => sql`update case_item set kind = 'note' where id = ${swim}`,
    ],
  ];

  test.each(attacks)('reads as not opened, and never as another’s text: %s', async (_, work) => {
    const whole = await pageOf(network, ortiz, caseId);
    const own = await pageOf(network, dana, caseId);
    await attack(work);
    const readings: [StaffActor, Map<string, string>][] = [
      [ortiz, whole],
      [dana, own],
    ];
    for (const [reader, before] of readings) {
      const after = await pageOf(network, reader, caseId);
      expect(['preparing', 'closed', undefined]).toContain(after.get(swim));
      for (const [itemId, text] of after) expect(['preparing', 'closed', before.get(itemId)]).toContain(text);
      expect(after.get(dentist)).toBe(before.get(dentist));
    }
    expect((await network.as(dana).cases.list()).cases.map((each) => each.caseId)).toContain(caseId);
  });

  test('a body of another case does not open in this one', async () => {
    const { caseId: otherCase } = await network.openCase(dana, 'Kim');
    const { itemId: chess } = await network
      .as(dana)
      .cases.addGoal({ caseId: otherCase, ownWords: 'Play chess' });
    await attack(
      (
        sql,
      ) => sql`update case_item_body set sealed = (select sealed from case_item_body where item_id = ${chess})
        where item_id = ${swim}`,
    );
    expect((await pageOf(network, ortiz, caseId)).get(swim)).toBe('preparing');
    expect((await pageOf(network, dana, caseId)).get(swim)).toBe('preparing');
  });
});

describe('a wrap that was moved or edited', () => {
  const held = (sql: Sql) => sql`case_id = ${caseId} and holder_id = ${police}`;
  const attacks: [string, (sql: Sql) => Promise<unknown>][] = [
    [
      'the wraps of two kinds are swapped',
      (sql) => sql`update key_wrap w set wrapped = o.wrapped from key_wrap o where w.case_id = ${caseId}
        and o.case_id = ${caseId} and w.holder_id = ${police} and o.holder_id = ${police} and w.id <> o.id`,
    ],
    [
      'the kinds of two wraps are swapped',
      (sql) => sql`update key_wrap set category_mask = ${PLAN}::bigint + ${DATES}::bigint - category_mask,
        basis_id = ${randomUUID()} where ${held(sql)}`,
    ],
    [
      'a wrap of the owner’s is given to the recipient',
      async (sql) => {
        await sql`delete from key_wrap where ${held(sql)}`;
        await sql`update key_wrap set holder_id = ${police} where case_id = ${caseId} and holder_id = ${dana.agencyId}`;
      },
    ],
    ['its basis is edited', (sql) => sql`update key_wrap set basis_id = ${randomUUID()} where ${held(sql)}`],
    [
      'its end is moved',
      (sql) => sql`update key_wrap set ends_at = ends_at + interval '1 millisecond' where ${held(sql)}`,
    ],
    ['its end is taken away', (sql) => sql`update key_wrap set ends_at = 'infinity' where ${held(sql)}`],
    [
      'its version is edited, and the body’s with it',
      async (sql) => {
        await sql`update key_wrap set key_version = 2 where ${held(sql)}`;
        await sql`update case_item_body set key_version = 2 where case_id = ${caseId}`;
      },
    ],
    ['its id is edited', (sql) => sql`update key_wrap set id = gen_random_uuid() where ${held(sql)}`],
    [
      'its bytes are cut short',
      (sql) => sql`update key_wrap set wrapped = substr(wrapped, 1, 20) where ${held(sql)}`,
    ],
  ];

  test.each(attacks)('opens nothing, although the key was in memory: %s', async (_, work) => {
    expect([...(await pageOf(network, ortiz, caseId)).values()]).not.toContain('preparing');
    await attack(work);
    expect(new Set((await pageOf(network, ortiz, caseId)).values())).toEqual(new Set(['preparing']));
  });

  test('a wrap whose epoch is said to be one that never was opens nothing, once its key has left the memory', async () => {
    await attack((sql) => sql`update key_wrap set holder_epoch = 99 where ${held(sql)}`);
    network.vault.forget();
    expect(new Set((await pageOf(network, ortiz, caseId)).values())).toEqual(new Set(['preparing']));
  });

  test('a wrap brought over from another case opens nothing here', async () => {
    const { caseId: otherCase } = await network.openCase(dana, 'Kim');
    await network.as(dana).cases.addGoal({ caseId: otherCase, ownWords: 'Play chess' });
    await network.share(dana, otherCase, { as: ortiz }, ['case-plan']);
    await attack(async (sql) => {
      await sql`delete from key_wrap where ${held(sql)}`;
      await sql`update key_wrap set case_id = ${caseId} where case_id = ${otherCase} and holder_id = ${police}`;
    });
    expect(new Set((await pageOf(network, ortiz, caseId)).values())).toEqual(new Set(['preparing']));
  });
});

describe('a false public key', () => {
  const intruder = generateKeyPairSync('x25519');
  const theirs = exportPublicKey(intruder.publicKey);

  /** The wraps of a holder in this case, each tried with the intruder's private key. */
  async function openedByIntruder(holderId: string): Promise<number> {
    const rows = (await sealedItems(network, caseId)).filter((row) => row.holderId === holderId);
    expect(rows.length).toBeGreaterThan(0);
    return rows.filter(({ wrapId, wrapped, basisId, ...row }) => {
      if (!wrapId || !wrapped || !basisId) return false;
      const endsAt = row.endsAt === null ? null : new Date(row.endsAt);
      const context = { ...row, wrapId, basisId, ownerAgencyId: row.ownerAgency, holderId: police, endsAt };
      try {
        openFrom(intruder.privateKey, wrapped, { ...context, holderId: holderId as AgencyId });
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(UnsealError);
        return false;
      }
    }).length;
  }

  test('of an agency on this ring is not used', async () => {
    const kept = await network.owner(
      (sql) => sql<{ key: Buffer }[]>`select public_key as key from agency_key where agency_id = ${police}`,
    );
    await attack((sql) => sql`update agency_key set public_key = ${theirs} where agency_id = ${police}`);
    await network.as(dana).cases.addGoal({ caseId, ownWords: 'Only for friends' });
    const page = [...(await pageOf(network, ortiz, caseId)).values()];
    await attack(
      (sql) => sql`update agency_key set public_key = ${kept[0]?.key ?? theirs} where agency_id = ${police}`,
    );
    expect(page).toContain(JSON.stringify({ ownWords: 'Only for friends' }));
    expect(await openedByIntruder(police)).toBe(0);
  });

  test('under an epoch that this ring never had is not used', async () => {
    await attack(async (sql) => {
      await sql`update agency_key set retired_at = now() where agency_id = ${police}`;
      await sql`insert into agency_key (agency_id, epoch, public_key) values (${police}, 99, ${theirs})`;
    });
    const { itemId } = await network.as(dana).cases.addGoal({ caseId, ownWords: 'Only for friends' });
    await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
    const page = await pageOf(network, ortiz, caseId);
    await attack(async (sql) => {
      await sql`delete from agency_key where agency_id = ${police} and epoch = 99`;
      await sql`update agency_key set retired_at = null where agency_id = ${police}`;
    });
    // Sealed in version 1, whose key the police were given before.
    expect(page.get(itemId)).toBe(JSON.stringify({ ownWords: 'Only for friends' }));
    expect(await openedByIntruder(police)).toBe(0);
  });

  test.each([
    [
      'is edited',
      (sql: Sql) => sql`update young_person_key set public_key = ${theirs} where case_id = ${caseId}`,
    ],
    [
      'is edited, and they are said to be led by an agency elsewhere',
      (sql: Sql) =>
        sql`update young_person_key set public_key = ${theirs}, agency_id = ${elsewhere} where case_id = ${caseId}`,
    ],
    [
      'is edited, and their secret spoilt',
      (sql: Sql) =>
        sql`update young_person_key set public_key = ${theirs}, wrapped = '\\x0102' where case_id = ${caseId}`,
    ],
  ])('of a young person on this ring is not used by any agency of the ring: it %s', async (_, work) => {
    await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
    await attack(work);
    await network.as(dana).cases.addNote({ caseId, category: 'appointments', facts: 'Bus on Friday' });
    await network.as(sosa).cases.addNote({ caseId, category: 'appointments', facts: 'Session on Tuesday' });
    expect((await pageOf(network, sosa, caseId)).size).toBeGreaterThan(1);
    expect(await openedByIntruder(young.youngPersonId)).toBe(0);
    // Their page is whole, if perhaps not open.
    expect((await pageOf(network, young, caseId)).size).toBeGreaterThan(3);
  });

  test('that is merely edited keeps nothing from the young person', async () => {
    await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
    await attack((sql) => sql`update young_person_key set public_key = ${theirs} where case_id = ${caseId}`);
    await network.as(sosa).cases.addNote({ caseId, category: 'appointments', facts: 'Session on Tuesday' });
    expect([...(await pageOf(network, young, caseId)).values()]).toContain(
      JSON.stringify({ facts: 'Session on Tuesday' }),
    );
  });

  test.each([
    ['cut short', Buffer.alloc(5, 7)],
    ['one with which every agreement comes out the same', Buffer.alloc(32)],
  ])('of an agency elsewhere that is %s gets no key, and holds up nobody', async (_, bytes) => {
    const hill = await river.addStaff(elsewhere, 'Hill');
    const [kept] = await network.owner(
      (sql) =>
        sql<{ key: Buffer }[]>`select public_key as key from agency_key where agency_id = ${elsewhere}`,
    );
    await attack((sql) => sql`update agency_key set public_key = ${bytes} where agency_id = ${elsewhere}`);
    const grantId = await network.share(dana, caseId, { as: hill }, ['case-plan']);
    const wraps = await network.owner((sql) => sql`select from key_wrap where basis_id = ${grantId}`);
    const page = await pageOf(river, hill, caseId);
    await attack(
      (sql) => sql`update agency_key set public_key = ${kept?.key ?? bytes} where agency_id = ${elsewhere}`,
    );
    expect(wraps).toHaveLength(0);
    expect(new Set(page.values())).toEqual(new Set(['preparing']));
  });
});
