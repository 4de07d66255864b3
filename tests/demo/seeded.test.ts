import { AGENCIES } from '@accord/api/demo';
import type { CaseId } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf } from '../support/refused.ts';
import { type PersonKey, type Seeded, seedOnce } from './seed.ts';
import { inDays as dayIn } from '../support/day.ts';

// The demo as it stands in the database after loading: every state is there, made by the product's own procedures.

let demo: Seeded;
beforeAll(async () => {
  demo = await seedOnce();
}, 60_000);
afterAll(() => demo.close());

const open = async (key: PersonKey, codeName: string) =>
  (await demo.as(key)).cases.open({ caseId: await demo.caseOf(codeName) });
const refused = async (key: PersonKey, codeName: string) => refusalOf(open(key, codeName));
const permissions = async (key: PersonKey, codeName: string) =>
  (await (await demo.as(key)).consent.list({ caseId: await demo.caseOf(codeName) })).permissions;

async function recipientsIn(key: PersonKey, codeName: string, state: string): Promise<string[]> {
  const all = await permissions(key, codeName);
  return all.filter((each) => each.state === state).map(({ recipient }) => recipient.name);
}

const inDays = (iso: string) => (Date.parse(iso) - Date.now()) / 86_400_000;

test('loading says how far it is', () => {
  expect(demo.progress.at(-1)).toBe(1);
  expect([...demo.progress].toSorted((a, b) => a - b)).toEqual(demo.progress);
});

test('Dana leads one case; Priya Nair and Marcus Bell have none', async () => {
  expect((await (await demo.as('dana')).cases.list()).cases.map(({ codeName }) => codeName)).toEqual([
    'Heron',
  ]);
  for (const key of ['nair', 'bell'] as const)
    expect((await (await demo.as(key)).cases.list()).cases).toEqual([]);
});

test('nothing is still being prepared for anybody who is on a case', async () => {
  for (const [key, codeName] of [
    ['renee', 'Wren'],
    ['tom', 'Wren'],
    ['kim', 'Juniper'],
    ['luis', 'Kestrel'],
  ] as const) {
    const { items } = await open(key, codeName);
    expect(items.filter(({ content }) => content.is !== 'open')).toEqual([]);
  }
});

test('active, ending within 14 days, draft, run out, stopped and narrowed are all there', async () => {
  expect(await recipientsIn('dana', 'Heron', 'active')).toEqual([
    'Noor Haddad',
    'Elena Sosa',
    'Rafael Ortiz',
  ]);
  const ending = (await permissions('luis', 'Osprey')).filter(
    ({ state, endsOn }) => state === 'active' && inDays(endsOn) < 14,
  );
  expect(ending.map(({ recipient }) => recipient.name)).toEqual(['Renee Clarke']);
  expect(await recipientsIn('samira', 'Willow', 'draft')).toEqual(['Daniel Pruitt']);
  expect(await recipientsIn('obi', 'Sparrow', 'ended')).toEqual(['Marta Silva']);
  expect(await refused('marta', 'Sparrow')).toBe('NOT_FOUND');
  expect(await recipientsIn('samira', 'Plover', 'stopped')).toEqual(['Daniel Pruitt']);
  expect(await refused('pruitt', 'Plover')).toBe('NOT_FOUND');
  const [narrowed] = (await permissions('lindqvist', 'Rowan')).filter(({ stopped }) => stopped.length > 0);
  expect(narrowed).toMatchObject({ state: 'active', categories: ['case-plan'], stopped: ['appointments'] });
});

test('a court order opens its kinds to its officer, for its purposes and no other', async () => {
  const { items } = await open('kim', 'Juniper');
  expect([...new Set(items.map(({ kind }) => kind))].toSorted()).toEqual(['goal', 'referral', 'step']);
  const report = await demo.as('kim', 'court-report');
  expect((await report.cases.list()).cases.map(({ codeName }) => codeName)).toEqual(['Juniper']);
  expect(await refused('bell', 'Juniper')).toBe('NOT_FOUND');
});

test('a restriction keeps an agency out, although a permission names its officer', async () => {
  expect(await recipientsIn('hannah', 'Finch', 'active')).toContain('Melanie Kwan');
  expect(await refused('kwan', 'Finch')).toBe('NOT_FOUND');
});

test('a case is shared with an agency, and opens to whoever of it is on the case', async () => {
  expect(await recipientsIn('joseph', 'Kestrel', 'active')).toContain('Alder County Child Welfare');
  const { items } = await open('luis', 'Kestrel');
  expect(items.map(({ kind }) => kind)).toEqual(['referral']);
  expect(await refused('dana', 'Kestrel')).toBe('NOT_FOUND');
});

test('the tribe shares only what its terms name', async () => {
  const terms: readonly string[] = AGENCIES.flatMap((agency) =>
    'terms' in agency ? agency.terms.shareable : [],
  );
  const all = [...(await permissions('joseph', 'Kestrel')), ...(await permissions('ida', 'Larch'))];
  expect(all.flatMap(({ categories }) => categories).filter((kind) => !terms.includes(kind))).toEqual([]);
  const joseph = await demo.as('joseph');
  const { agencies } = await joseph.identity.colleagues();
  const police = agencies.find(({ name }) => name === 'Alder Police Youth Unit');
  if (!police) throw new Error('no police in the county');
  expect(agencies.filter(({ dataTerms }) => dataTerms !== null)).toHaveLength(1);
  const wider = joseph.consent.prepare({
    caseId: await demo.caseOf('Kestrel'),
    recipient: { kind: 'agency', agencyId: police.agencyId },
    categories: ['cw-record'],
    purpose: 'care-plan-coordination',
    endsOn: dayIn(30),
    need: 'To plan together.',
    withoutSharing: 'No.',
  });
  expect(await refusalOf(wider)).toBe('BAD_INPUT');
});

test('a paused permission opens nothing, and its holder knows who can start it again', async () => {
  expect(await recipientsIn('luis', 'Aspen', 'paused')).toEqual(['DeShawn Miller']);
  expect(await refused('deshawn', 'Aspen')).toBe('NOT_FOUND');
});

test('somebody new is in a post that Luz shares with: announced, and reading nothing', async () => {
  const [announced] = (await permissions('renee', 'Wren')).filter(({ state }) => state === 'announced');
  expect(announced?.recipient).toMatchObject({ name: 'Nadia Petrova', post: 'Sports nurse' });
  expect(await refused('nadia', 'Wren')).toBe('NOT_FOUND');
  const { posts } = await (await demo.as('marta')).consent.inbox();
  expect(posts).toMatchObject([{ codeName: 'Wren', name: 'Nadia Petrova', mayAnswer: false }]);
});

test('referrals stand in every place: waiting, a no with its reason, started, paused, done, not worked out', async () => {
  const standings = async (key: PersonKey, codeName: string) =>
    (await open(key, codeName)).items.flatMap((item) =>
      item.kind === 'referral' && item.standing ? [[item.standing.status, item.standing.reason]] : [],
    );
  expect(await standings('tom', 'Tern')).toEqual([
    ['in-progress', null],
    ['rejected', 'age'],
  ]);
  expect(await standings('renee', 'Wren')).toEqual([['completed', null]]);
  expect(await standings('hannah', 'Finch')).toEqual([['on-hold', null]]);
  expect(await standings('obi', 'Sparrow')).toEqual([['failed', null]]);
  expect(await standings('ida', 'Larch')).toEqual([['cancelled', null]]);
  expect(await standings('luis', 'Osprey')).toEqual([['accepted', null]]);
  expect(await standings('dana', 'Heron')).toEqual([
    ['requested', null],
    ['requested', null],
  ]);
});

test('Noor can answer for Harbor House, and for nobody else’s service', async () => {
  const { referrals } = await (await demo.as('noor')).referrals.list({ show: 'to-answer' });
  expect(referrals.map(({ codeName, service }) => [codeName, service])).toEqual([
    ['Robin', 'Harbor House rooms'],
    ['Heron', 'Harbor House rooms'],
  ]);
});

test('steps belong to people of several agencies, with days; one is late, one is the young person’s own', async () => {
  const steps = (await open('renee', 'Wren')).items.flatMap((item) => (item.kind === 'step' ? [item] : []));
  expect(new Set(steps.map(({ owner }) => owner)).size).toBe(3);
  expect(steps.some(({ doer }) => doer !== null && 'youngPerson' in doer)).toBe(true);
  const late = (await open('luis', 'Osprey')).items.filter((item) => item.kind === 'step' && item.isOverdue);
  expect(late).toHaveLength(1);
});

test('a safe contact of long ago is to be asked for again; a fresh one is not', async () => {
  const stale = async (key: PersonKey, codeName: string) =>
    (await open(key, codeName)).items.some((item) => item.kind === 'profile' && item.contactIsStale);
  expect(await stale('hannah', 'Finch')).toBe(true);
  expect(await stale('dana', 'Heron')).toBe(false);
});

test('somebody has asked, and it waits in the inbox of whoever administers permissions', async () => {
  const { waiting } = await (await demo.as('dana')).consent.inbox();
  expect(waiting.map(({ is, name }) => [is, name])).toContainEqual(['request', 'Rafael Ortiz']);
});

test('supervisors read and add nothing; cover writes until it ends', async () => {
  expect(await open('amara', 'Aspen')).toMatchObject({ writes: [] });
  const covering = await open('hannah', 'Osprey');
  expect(covering.writes).not.toEqual([]);
  const [cover] = await demo.sql`select valid_to from assignment join staff on staff.id = staff_id
    where name = 'Hannah Brandt' and kind = 'cover' and case_id = ${await demo.caseOf('Osprey')}`;
  expect(inDays(String(cover?.['valid_to']))).toBeLessThan(14);
});

test('one plan holds the steps of three agencies, and the team of each', async () => {
  const { items } = await open('renee', 'Wren');
  const owners = items.filter(({ kind }) => kind === 'step').map(({ owner }) => owner);
  expect([...new Set(owners)].toSorted()).toEqual([
    'Alder Community Health',
    'Alder Unified Schools',
    'Bright Path Mentoring',
  ]);
});

test('a safe contact is older than half a year, and things happened on days of their own', async () => {
  const { items } = await open('hannah', 'Finch');
  const profile = items.find(({ kind }) => kind === 'profile');
  expect(inDays(profile?.at ?? '')).toBeLessThan(-180);
  expect(new Set(items.map(({ at }) => at.slice(0, 10))).size).toBeGreaterThan(3);
});

test('one turns 18 within two months, and nobody has turned 18 yet', async () => {
  const { items } = await open('luis', 'Osprey');
  const [profile] = items.filter((item) => item.kind === 'profile');
  const born = profile?.content.is === 'open' ? (profile.content.body.bornOn ?? '') : '';
  const adult = `${Number(born.slice(0, 4)) + 18}${born.slice(4)}`;
  expect(inDays(adult)).toBeGreaterThan(0);
  expect(inDays(adult)).toBeLessThan(60);
});

test('a protocol is under review with an open objection', async () => {
  const [row] =
    await demo.sql`select count(*)::int as open from protocol_comment where kind = 'objection' and state = 'open'`;
  expect(row?.['open']).toBe(1);
});

test('a legal hold stands: those on the case know of it, and nobody else', async () => {
  for (const key of ['luis', 'amara', 'alma'] as const) {
    expect(inDays((await open(key, 'Aspen')).heldSince ?? '')).toBeCloseTo(-203, 0);
  }
  expect(await open('kim', 'Aspen')).toMatchObject({ heldSince: null });
  expect(await open('luis', 'Osprey')).toMatchObject({ heldSince: null });
});

test('a package by an order waits for a second person, with what the order names in it', async () => {
  const caseId = await demo.caseOf('Juniper');
  const { packages, mayApprove } = await (await demo.as('amara')).packages.open({ caseId });
  expect([packages.length, mayApprove]).toEqual([1, true]);
  expect(packages).toMatchObject([{ state: 'waiting', isWhole: true, isMine: false }]);
  const kinds = new Set(packages.flatMap(({ items }) => items.flatMap((item) => item.kinds)));
  expect(kinds).toEqual(new Set(['case-plan', 'service-linkage']));
});

test('while it stands not even the owner deletes anything of the case; once it is lifted they can', async () => {
  const held: CaseId = await demo.caseOf('Aspen');
  const tables = ['case_item_body', 'case_item', 'category_key', 'case_key', 'legal_hold'];
  const where = demo.sql`where case_id = ${held}`;
  for (const table of tables) {
    await expect(demo.sql`delete from ${demo.sql(table)} ${where}`).rejects.toMatchObject({ code: 'AC409' });
    await expect(demo.sql`truncate ${demo.sql(table)} cascade`).rejects.toMatchObject({ code: 'AC409' });
  }
  await expect(demo.sql`delete from case_file where id = ${held}`).rejects.toMatchObject({ code: 'AC409' });
  const free = await demo.caseOf('Plover');
  expect((await demo.sql`delete from case_item_body where case_id = ${free}`).count).toBeGreaterThan(0);
  await demo.sql.begin(async (sql) => {
    await sql`update legal_hold set lifted_at = now() ${where}`;
    expect((await sql`delete from case_item_body ${where}`).count).toBeGreaterThan(0);
  });
});
