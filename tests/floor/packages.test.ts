import type { PackageAskInput, PackageId } from '@accord/cases';
import { CATEGORIES, type CategoryCode, maskOf, type RecordBasisInput } from '@accord/consent';
import type { BasisId, CaseId, ItemId, StaffActor, YouthActor } from '@accord/kernel';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson } from '@accord/consent/server';
import { inDays, Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// A request for records is answered with what an order names, of one agency's own, by two persons, and with nothing else.

let network: Network;
let dana: StaffActor;
let cora: StaffActor;
let stan: StaffActor;
let olga: StaffActor;
let judd: StaffActor;
let sosa: StaffActor;
let young: YouthActor;
let caseId: CaseId;
let basisId: BasisId;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  [dana, cora, stan, olga] = (await Promise.all(
    ['Dana', 'Cora', 'Stan', 'Olga'].map((name) => network.addStaff(welfare, name)),
  )) as [StaffActor, StaffActor, StaffActor, StaffActor];
  judd = await network.addStaff(await network.addAgency('Youth Court', 'juvenile-justice'), 'Judd');
  sosa = await network.addStaff(await network.addAgency('River Clinic', 'mental-health'), 'Sosa');
});
afterAll(() => network.close());

beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, stan, 'supervision');
  await network.assign(caseId, cora, 'cover');
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await network.as(dana).cases.addNote({ caseId, category: 'cw-record', facts: 'A visit at home' });
  ({ basisId } = await network.as(dana).bases.record(order()));
});

type Order = Extract<RecordBasisInput, { kind: 'court_order' }>;
const order = (changes: Partial<Order> = {}): Order => ({
  caseId,
  kind: 'court_order',
  recipient: { kind: 'staff', staffId: judd.staffId },
  categories: ['cw-record'],
  purposes: ['court-report'],
  number: 'JV-26-118',
  issuedOn: inDays(-2),
  endsOn: inDays(30),
  told: 'in-person',
  ...changes,
});
type OrderAsk = Extract<PackageAskInput, { demand: 'court-order' }>;
const ask = (changes: Partial<OrderAsk> = {}): OrderAsk => ({
  caseId,
  demand: 'court-order',
  basisId,
  number: 'REQ-7',
  receivedOn: inDays(-1),
  dueOn: inDays(10),
  kinds: ['cw-record', 'case-plan'],
  firstDay: inDays(-365),
  lastDay: inDays(5),
  ...changes,
});
const publicAsk = (): PackageAskInput => {
  const { basisId: _, ...rest } = ask();
  return { ...rest, demand: 'public-records' };
};

const desk = (who = dana) => network.as(who).packages.open({ caseId });
const prepare = async (input: PackageAskInput = ask(), who = dana) =>
  (await network.as(who).packages.prepare(input)).packageId;
const approve = (packageId: PackageId, who = stan) =>
  network.as(who).packages.answer({ caseId, packageId, approve: true });
const sendBack = (packageId: PackageId, who = stan) =>
  network.as(who).packages.answer({ caseId, packageId, approve: false });
const handOut = (packageId: PackageId, who = dana) => network.as(who).packages.handOut({ caseId, packageId });
const ready = async (input: PackageAskInput = ask()) => {
  const packageId = await prepare(input);
  await approve(packageId);
  return packageId;
};
const stateOf = async (packageId: PackageId) =>
  (await desk()).packages.find((each) => each.packageId === packageId)?.state;
const handedOut = async (packageId: PackageId) => {
  const answer = await handOut(packageId);
  if (answer.is !== 'handed-out') throw new Error('nothing went out');
  return answer.file;
};
const idsIn = async (kind: string) =>
  (await network.as(dana).cases.open({ caseId })).items
    .filter(({ categories }) => categories.some((each) => each === kind))
    .map(({ itemId }) => itemId);

describe('what is in a package', () => {
  test('is what the order names of the agency’s own, and what is held out says why', async () => {
    await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
    await network.as(sosa).cases.addNote({ caseId, category: 'mh-record', facts: 'A hard week' });
    const { items } = await network.as(dana).packages.preview(ask());
    expect(items.map(({ kind, heldOut }) => [kind, heldOut])).toEqual([
      ['note', null],
      ['goal', 'not-in-order'],
      ['profile', 'not-asked'],
    ]);
    const packageId = await ready();
    const { contents, order: named, notices } = await handedOut(packageId);
    expect(contents.map(({ itemId }) => itemId)).toEqual(await idsIn('cw-record'));
    expect(contents).toMatchObject([{ body: { facts: 'A visit at home' } }]);
    expect(JSON.stringify(contents)).not.toMatch(/swim|hard week|Robin/);
    expect(named).toMatchObject({ number: 'JV-26-118', for: 'Judd', forAgency: 'Youth Court' });
    expect(notices.map(({ code }) => code)).toEqual(['CAPTA']);
  });

  test('P-9, P-10: a program record is not in by an order alone, and is by an order with a subpoena', async () => {
    await network.owner(async (sql) => {
      const mask = sql`(select 1::bigint << bit from category where code = 'sud-part2')`;
      await sql`alter table case_item disable trigger user`;
      await sql`update case_item set category_mask = ${mask} where case_id = ${caseId} and kind = 'goal'`;
      await sql`alter table case_item enable trigger user`;
    });
    const program = async (input: OrderAsk) => {
      const { items } = await network.as(dana).packages.preview({ ...input, kinds: ['sud-part2'] });
      return items.find(({ kind }) => kind === 'goal')?.heldOut;
    };
    expect(await program(ask())).toBe('needs-subpoena');
    const both = await network
      .as(dana)
      .bases.record(order({ categories: ['sud-part2'], subpoena: 'SUB-14', number: 'JV-26-119' }));
    expect(await program(ask({ basisId: both.basisId }))).toBeNull();
  });

  test('is nothing at all where the public asks, and what goes out says no word of a case', async () => {
    const { items } = await network.as(dana).packages.preview(publicAsk());
    expect(new Set(items.map(({ heldOut }) => heldOut))).toEqual(new Set(['public', 'not-asked']));
    const packageId = await ready(publicAsk());
    const file = await handedOut(packageId);
    expect(file).toMatchObject({ order: null, contents: [], notices: [], number: 'REQ-7' });
    expect(JSON.stringify(file)).not.toContain(caseId);
    expect((await network.as(stan).answers.accounting({ caseId, list: 'all' })).lines).toEqual([]);
  });

  test('is not what a bare subpoena asks for: there is nothing to prepare it with', async () => {
    const receivedAt = new Date(Date.now() - 3_600_000).toISOString();
    await network
      .as(dana)
      .register.record({ caseId, kind: 'subpoena', number: 'SUB-14', receivedAt, answerBy: inDays(9) });
    expect((await desk()).bare).toEqual([{ number: 'SUB-14' }]);
    const other = await network.openCase(dana, 'Kim');
    const elsewhere = ask({ caseId: other.caseId });
    expect(await refusalOf(prepare(elsewhere))).toBe('NOT_FOUND');
    await network.as(dana).bases.end({ caseId, basisId, reason: 'lifted' });
    expect(await refusalOf(prepare())).toBe('CONFLICT');
    expect((await desk()).orders).toEqual([]);
  });

  test('is never more by the rule than by the floor, kind by kind, whatever an order says that it opens', async () => {
    const all = maskOf(CATEGORIES.map(({ code }) => code));
    await network.owner(async (sql) => {
      await sql`update law_basis set see_mask = ${all.toString()}, know_mask = ${all.toString()} where id = ${basisId}`;
      await sql`update effective_access set see_mask = ${all.toString()}, know_mask = ${all.toString()} where basis_id = ${basisId}`;
      for (const { code } of CATEGORIES) {
        await sql`insert into case_item (case_id, id, kind, owner_agency, category_mask, created_by)
          values (${caseId}, gen_random_uuid(), 'note', ${dana.agencyId}, ${maskOf([code]).toString()}, ${dana.staffId})`;
      }
    });
    const everything = CATEGORIES.map(({ code }) => code);
    const { items } = await network.as(dana).packages.preview(ask({ kinds: everything }));
    // said only where the rule would let it out and the floor does not
    expect(items.filter(({ heldOut }) => heldOut === 'kept-out')).toEqual([]);
    const byRule = new Set(items.flatMap(({ kinds, heldOut }) => (heldOut === null ? kinds : [])));
    expect([...byRule]).toEqual(expect.arrayContaining(['id-core', 'case-plan', 'cw-record']));
    const floor = await network.database.withActor(
      dana,
      { purpose: 'care-plan-coordination', cases: [caseId] },
      (tx) => tx<{ itemId: ItemId }[]>`
        select item_id as "itemId" from order_scope(${basisId}, ${all}, '-infinity', 'infinity')`,
    );
    const kindsOf = new Map(items.map(({ itemId, kinds }) => [itemId, kinds]));
    const byFloor = floor.flatMap(({ itemId }) => kindsOf.get(itemId) ?? ['private-notes' as const]);
    const never: CategoryCode[] = CATEGORIES.filter(({ consent }) => consent === 'never').map(
      ({ code }) => code,
    );
    expect(byFloor.filter((code) => [...never, 'immigration', 'sud-part2'].includes(code))).toEqual([]);
  });

  test('is checked by the floor apart from the rule: it takes no id that the order does not let out', async () => {
    const [goal] = await idsIn('case-plan');
    const put = (ids: string[]) =>
      network.database.withActor(dana, { purpose: 'care-plan-coordination', cases: [caseId] }, (tx) =>
        tx`select prepare_package(${crypto.randomUUID()}, ${caseId}, 'court-order', ${basisId}, 'REQ-8', now()::date,
          now()::date + 5, (select sum(1::bigint << bit)::bigint from category), now()::date - 400, now()::date + 1, null, 'UTC', ${ids}::uuid[])`.then(
          () => undefined,
        ),
      );
    expect(await refusalOf(put([goal ?? '']))).toBe('INTERNAL');
    await put(await idsIn('cw-record'));
    expect((await desk()).packages).toHaveLength(1);
  });
});

describe('two persons', () => {
  test('who prepared it does not approve it, nor does anyone who does not answer for the case', async () => {
    const packageId = await prepare();
    const mine = await (async () => {
      await network.assign(caseId, dana, 'supervision');
      return refusalOf(approve(packageId, dana));
    })();
    expect(mine).toBe('CONFLICT');
    for (const who of [cora, olga, judd, sosa])
      expect(await refusalOf(approve(packageId, who))).toBe('NOT_FOUND');
    expect(await refusalOf(handOut(packageId))).toBe('CONFLICT');
    await approve(packageId);
    expect(await refusalOf(approve(packageId))).toBe('CONFLICT');
    for (const who of [olga, judd, sosa]) expect(await refusalOf(handOut(packageId, who))).toBe('NOT_FOUND');
    await handedOut(packageId);
    expect(await refusalOf(handOut(packageId))).toBe('CONFLICT');
    expect((await desk()).packages).toMatchObject([
      { state: 'handed-out', prepared: { by: 'Dana' }, approved: { by: 'Stan' }, ended: { by: 'Dana' } },
    ]);
  });

  test('it is sent back by another, taken back by who prepared it, and goes nowhere after that', async () => {
    const first = await prepare();
    await sendBack(first, cora);
    expect(await stateOf(first)).toBe('sent-back');
    const second = await ready();
    await sendBack(second, dana);
    expect(await stateOf(second)).toBe('taken-back');
    for (const each of [first, second]) {
      expect(await refusalOf(approve(each))).toBe('CONFLICT');
      expect(await refusalOf(handOut(each))).toBe('CONFLICT');
    }
  });

  test('it waits on the desk of whoever is on the case there, and of nobody else', async () => {
    const packageId = await prepare();
    const waits = async (who: StaffActor) =>
      (await network.as(who).packages.waiting()).packages.filter((each) => each.caseId === caseId);
    expect(await waits(stan)).toMatchObject([{ packageId, number: 'REQ-7', state: 'waiting' }]);
    expect(await waits(olga)).toEqual([]);
    expect(await waits(judd)).toEqual([]);
    for (const who of [olga, judd, sosa]) expect(await refusalOf(desk(who))).toBe('NOT_FOUND');
    expect((await network.as(dana).keeping.open({ caseId })).isAskedFor).toBe(true);
  });
});

describe('between approving and handing out', () => {
  test('an order that ended lets nothing out: the package goes back', async () => {
    const packageId = await ready();
    await network.as(dana).bases.end({ caseId, basisId, reason: 'lifted' });
    expect((await desk()).packages).toMatchObject([{ isWhole: false }]);
    expect(await handOut(packageId)).toEqual({ is: 'changed' });
    expect(await stateOf(packageId)).toBe('changed');
    expect(await refusalOf(handOut(packageId))).toBe('CONFLICT');
  });

  test('something new in scope, something erased, or a person who is kept out send it back too', async () => {
    const added = await ready();
    await network.as(dana).cases.addNote({ caseId, category: 'cw-record', facts: 'They called' });
    expect(await handOut(added)).toEqual({ is: 'changed' });

    const erased = await ready();
    const [newest] = await idsIn('cw-record');
    await network.owner(async (sql) => {
      await sql`delete from case_item_body where item_id = ${newest ?? ''}`;
      await sql`delete from case_item where id = ${newest ?? ''}`;
    });
    expect(await handOut(erased)).toEqual({ is: 'changed' });

    const keptOut = await ready();
    await network.asYouth(young).mine.keepOut({ staffId: judd.staffId });
    expect(await handOut(keptOut)).toEqual({ is: 'changed' });
    const { items } = await network.as(dana).packages.preview(ask());
    expect(items.map(({ heldOut }) => heldOut)).toContain('kept-out');
  });

  test('what nobody approved does not go: the floor takes the list that was approved alone', async () => {
    const packageId = await ready();
    const [goal] = await idsIn('case-plan');
    const out = network.database.withActor(
      dana,
      { purpose: 'care-plan-coordination', cases: [caseId] },
      (tx) =>
        tx`select hand_out(${packageId}, ${[goal ?? '']}::uuid[], array[sha256('x')], '{}', null)`.then(
          () => undefined,
        ),
    );
    expect(await refusalOf(out)).toBe('CONFLICT');
    expect(await stateOf(packageId)).toBe('approved');
  });
});

describe('what went out', () => {
  test('has a digest for each that its copy proves, and that tells nobody a short text', async () => {
    const { contents } = await handedOut(await ready());
    const [page] = contents;
    const { sha256, ...rest } = page ?? { sha256: '' };
    expect(createHash('sha256').update(canonicalJson(rest)).digest('hex')).toBe(sha256);
    expect((await desk()).packages[0]?.items).toMatchObject([{ sha256 }]);
    const again = await handedOut(await ready());
    expect(again.contents[0]?.sha256).not.toBe(sha256);
  });

  test('is a line of the accounting and of the ledger, and on the young person’s own page', async () => {
    await handedOut(await ready());
    const { lines } = await network.as(stan).answers.accounting({ caseId, list: 'hipaa' });
    expect(lines).toMatchObject([
      {
        how: 'handed-out',
        recipient: { name: 'Judd', agency: 'Youth Court' },
        kinds: ['cw-record'],
        items: 1,
        bases: [{ kind: 'court_order', id: basisId }],
        notices: [expect.stringMatching(/^CAPTA@/)],
        policyVersion: 'ZZ 1',
      },
    ]);
    const { packages } = await network.asYouth(young).mine.bases();
    expect(packages).toMatchObject([
      { number: 'REQ-7', recipient: 'Judd', categories: ['cw-record'], items: 1 },
    ]);
    const { looks } = await network.asYouth(young).mine.looks();
    expect(looks.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['package-prepared', 'package-approved', 'handed-out']),
    );
  });

  /** How many packages the young person reads of, and how many lines about them. */
  const told = async () => {
    const { packages } = await network.asYouth(young).mine.bases();
    const { looks } = await network.asYouth(young).mine.looks();
    return [packages.length, looks.filter(({ action }) => /package|handed/.test(action)).length];
  };

  test('stays told when another one comes of which an order forbids to tell, and that one is not', async () => {
    await handedOut(await ready());
    expect(await told()).toEqual([1, 3]);
    const quiet = await ready(ask({ quietUntil: inDays(3) }));
    expect(await told()).toEqual([1, 3]);
    await sendBack(quiet);
    expect(await told()).toEqual([1, 3]);
  });

  test('is told at once when the order that forbade it is ended', async () => {
    await handedOut(await ready(ask({ quietUntil: inDays(3) })));
    expect(await told()).toEqual([0, 0]);
    await network.as(dana).bases.end({ caseId, basisId, reason: 'lifted' });
    expect(await told()).toEqual([1, 3]);
  });

  test('is not told to the young person while the order forbids it, and is afterwards', async () => {
    await handedOut(await ready(ask({ quietUntil: inDays(3) })));
    expect(await told()).toEqual([0, 0]);
    await network.owner(
      (sql) => sql`update records_package set quiet_until = now() where case_id = ${caseId}`,
    );
    expect(await told()).toEqual([1, 3]);
    expect(await refusalOf(prepare(ask({ quietUntil: inDays(90) })))).toBe('CONFLICT');
  });
});
