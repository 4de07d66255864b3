import type { CaseId, ItemId, StaffActor, YouthActor } from '@accord/kernel';
import { AGENDA_KINDS, type AttendeeId } from '@accord/meetings';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addService } from '../support/directory.ts';
import { Network } from '../support/network.ts';
import { refusalOf, sqlStateOf } from '../support/refused.ts';

// A team meeting: what is on its agenda is what everybody in the room would see by themselves, and nothing tells of more.

let network: Network;
let dana: StaffActor;
let cora: StaffActor;
let sosa: StaffActor;
let ortiz: StaffActor;
let olga: StaffActor;
let court: StaffActor;
let lin: StaffActor;
let young: YouthActor;
let caseId: CaseId;
let meetingId: ItemId;

const WHEN = { what: 'Plan for spring', startsAt: '2031-03-03T15:00:00.000Z', place: 'Room 4' };

beforeAll(async () => {
  network = await Network.start();
  const [welfare, clinic, police, judges] = [
    await network.addAgency('County Welfare', 'child-welfare'),
    await network.addAgency('River Clinic', 'mental-health'),
    await network.addAgency('City Police', 'law-enforcement'),
    await network.addAgency('Family Court', 'juvenile-justice'),
  ];
  dana = await network.addStaff(welfare, 'Dana');
  cora = await network.addStaff(welfare, 'Cora');
  olga = await network.addStaff(welfare, 'Olga');
  sosa = await network.addStaff(clinic, 'Sosa');
  lin = await network.addStaff(clinic, 'Lin');
  ortiz = await network.addStaff(police, 'Ortiz');
  await network.addStaff(police, 'Kwan');
  court = await network.addStaff(judges, 'Judd');
});
afterAll(() => network.close());
beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, cora, 'assigned');
  await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['meetings', 'case-plan']);
  await network.share(dana, caseId, { as: ortiz }, ['meetings', 'appointments']);
  const invited = [cora, sosa, ortiz].map(({ staffId }) => staffId);
  ({ itemId: meetingId } = await network.as(dana).meetings.convene({ caseId, ...WHEN, invited }));
});

const here = () => ({ caseId, meetingId });
const room = (by = dana) => network.as(by).meetings.room(here());
const agenda = (by = dana) => network.as(by).meetings.agenda(here());
const texts = async (by = dana) => (await agenda(by)).lines.map(({ text }) => text);
const open = (by = dana) => network.as(by).meetings.set({ ...here(), to: 'open' });
const close = (by = dana) => network.as(by).meetings.set({ ...here(), to: 'closed' });
const goal = (ownWords: string, by = dana) => network.as(by).cases.addGoal({ caseId, ownWords });
const visit = (what: string, by = dana) =>
  network.as(by).cases.addAppointment({ caseId, what, startsAt: '2031-05-05T15:00:00.000Z' });
const setYoung = (isHere: boolean) => network.as(dana).meetings.setYoungHere({ ...here(), isHere });

async function idOf(name: string): Promise<AttendeeId> {
  const found = (await room()).roster.find((each) => each.name === name);
  if (!found) throw new RangeError(`${name} is not invited`);
  return found.attendeeId;
}
async function come(actor: StaffActor, isHere = true) {
  const { me } = await room(actor);
  if (!me) throw new RangeError('not invited');
  await network.as(actor).meetings.attend({ ...here(), attendeeId: me, isHere });
}
async function guest(name: string, agencyId: StaffActor['agencyId'] | null) {
  await network.as(dana).meetings.addGuest({ ...here(), role: 'judge', name, agencyId });
  const attendeeId = await idOf(name);
  await network.as(dana).meetings.attend({ ...here(), attendeeId, isHere: true });
  return attendeeId;
}
const prepare = (part: 'say' | 'not-say' | 'after', text: string, shared: boolean, by = young) =>
  network.asYouth(by).mine.prepare({ meetingId, part, text, shared });
/** Opened rows of one reader's own page that could be on an agenda. */
async function ownView(actor: StaffActor | YouthActor): Promise<Set<string>> {
  const page =
    actor.kind === 'staff'
      ? await network.as(actor).cases.open({ caseId })
      : await network.asYouth(actor).mine.open();
  return new Set(
    page.items.flatMap(({ itemId, kind, content }) =>
      content.is === 'open' && (AGENDA_KINDS as readonly string[]).includes(kind) ? [itemId] : [],
    ),
  );
}

test('whoever is in the room, the agenda is exactly what each of them sees by themselves', async () => {
  const service = await addService(network, 'Art class', dana.agencyId);
  const { itemId: goalId } = await goal('Swim');
  await network.as(dana).cases.addStep({ caseId, goalId, text: 'Ask at the pool' });
  await visit('Dentist');
  await network.as(dana).referrals.refer({ caseId, serviceId: service, reason: 'For joy' });
  for (const entry of ['worry', 'work', 'deportation', 'keeps-going'])
    await network.as(dana).plans.add({
      caseId,
      entry,
      ownWords: entry,
      ...(['work', 'worry'].includes(entry) && { rating: 'now' as const }),
    });
  await network.as(dana).cases.addNote({ caseId, category: 'cw-record', facts: 'A visit' });
  // The clinic's own: for Dana by permission, for nobody else.
  await goal('Sleep', sosa);
  await visit('Session', sosa);
  await network.share(sosa, caseId, { as: dana }, ['case-plan', 'appointments']);
  await network.share(sosa, caseId, { as: ortiz }, ['appointments']);
  await open();

  const people: (StaffActor | YouthActor)[] = [dana, cora, sosa, ortiz, young];
  const views = await Promise.all(people.map(ownView));
  const seen: string[][] = [];
  const isIn = [true, false, false, false, true];
  // Each step of the walk lets one person in or out, so that every set of them sits there once.
  for (let step = 1; step <= 16; step += 1) {
    const expected = [...(views[0] ?? [])].filter((id) =>
      views.every((view, at) => !isIn[at] || view.has(id)),
    );
    const { lines } = await agenda();
    expect(lines.map(({ itemId }) => itemId).toSorted()).toEqual(expected.toSorted());
    seen.push(lines.map(({ kind }) => kind));
    const turn = 1 + Math.min(3, Math.log2(step & -step));
    isIn[turn] = !isIn[turn];
    if (turn === 4) await setYoung(isIn[turn]);
    else await come(people[turn] as StaffActor, isIn[turn]);
  }
  // The walk meets a full agenda, an empty one, and others in between.
  expect(new Set(seen.map(({ length }) => length)).size).toBeGreaterThan(3);
  expect(seen.flat()).not.toContain('note');
});

test('an agenda that lets one line too many through is found by that comparison', async () => {
  await goal('Swim');
  await open();
  await come(ortiz);
  const leaks = async () => {
    const view = await ownView(ortiz);
    return (await agenda()).lines.filter(({ itemId }) => !view.has(itemId)).map(({ text }) => text);
  };
  expect(await leaks()).toEqual([]);
  const [rule] = await network.owner(
    (sql) => sql`select pg_get_functiondef('accord.agenda_of'::regproc) as definition`,
  );
  const { definition } = rule ?? missing();
  const planted = String(definition).replace('i.category_mask & ~s.see_mask', '0 & ~s.see_mask');
  await network.owner((sql) => sql.unsafe(planted));
  expect(await leaks()).toEqual(['Swim']);
  await network.owner((sql) => sql.unsafe(String(definition)));
  expect(await leaks()).toEqual([]);
});

test('a stop in the middle of a meeting empties the agenda for all, until that person has gone', async () => {
  await visit('Dentist');
  await open();
  await come(ortiz);
  expect(await texts()).toEqual(['Dentist']);
  const { permissions } = await network.asYouth(young).mine.permissions();
  const his = permissions.find(({ recipient }) => recipient.name === 'Ortiz');
  await network.asYouth(young).mine.stop({ grantId: his?.grantId ?? missing() });
  expect(await texts()).toEqual([]);
  expect([await refusalOf(agenda(ortiz)), await refusalOf(room(ortiz))]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  // He cannot say so himself any more; whoever runs the meeting sees him go.
  await network.as(dana).meetings.attend({ ...here(), attendeeId: await idOf('Ortiz'), isHere: false });
  expect(await texts()).toEqual(['Dentist']);
});

test('who is kept out, has no access now, or left their job hears nothing, and nobody is told why', async () => {
  await visit('Dentist');
  await open();
  await come(ortiz);
  // That there is a meeting for another purpose opens nothing in this one.
  await network.as(dana, 'child-protection').meetings.convene({ caseId, ...WHEN, invited: [] });
  type Change = Parameters<Network['owner']>[0];
  const his = 'grantee_id = $1 and case_id = $2';
  const access =
    (change: string): Change =>
    (sql) =>
      sql.unsafe(`update effective_access set ${change} where ${his}`, [ortiz.staffId, caseId]);
  const job =
    (change: string): Change =>
    (sql) =>
      sql.unsafe(`update staff set ${change} where id = $1`, [ortiz.staffId]);
  const closed: [Change, Change][] = [
    [
      (sql) => sql`insert into access_denial (id, case_id, target_kind, target_id, categories)
        values (gen_random_uuid(), ${caseId}, 'staff', ${ortiz.staffId}, ${String(2 ** 29)})`,
      (sql) => sql`delete from access_denial where case_id = ${caseId}`,
    ],
    [access(`valid_from = now() - interval '2 days', valid_to = now()`), access(`valid_to = 'infinity'`)],
    [access(`valid_from = now() + interval '1 day'`), access(`valid_from = now() - interval '1 day'`)],
    [access(`data_to = now() - interval '1 day'`), access(`data_to = 'infinity'`)],
    [access(`data_from = now() + interval '1 day'`), access(`data_from = '-infinity'`)],
    [access('purpose = 3'), access('purpose = 1')],
    // A law can let somebody know of what it does not let them see.
    [access('see_mask = 0'), access('see_mask = know_mask')],
    [job('ended_at = now()'), job(`ended_at = now() + interval '1 day'`)],
    [
      job(`started_at = now() + interval '1 day'`),
      job(`started_at = now() - interval '1 day', ended_at = null`),
    ],
  ];
  const empty = { ...(await agenda()), lines: [] };
  for (const [close_, open_] of closed) {
    await network.owner(close_);
    expect(await agenda()).toEqual(empty);
    await network.owner(open_);
    expect(await texts()).toEqual(['Dentist']);
  }
});

test('what is open to an agency is heard by whoever works on the case there, while they do', async () => {
  await network.share(dana, caseId, { as: { agencyId: sosa.agencyId } }, ['appointments']);
  await visit('Dentist');
  await open();
  await come(sosa);
  const works = (change: string) =>
    network.owner((sql) =>
      sql.unsafe(`update assignment set ${change} where case_id = $1 and staff_id = $2`, [
        caseId,
        sosa.staffId,
      ]),
    );
  expect(await texts()).toEqual(['Dentist']);
  await works(`valid_from = now() - interval '2 days', valid_to = now()`);
  expect(await texts()).toEqual([]);
  // Not for a colleague who does, nor for their own work on another case.
  await network.assign(caseId, lin, 'assigned');
  await network.assign((await network.openCase(dana, 'Sam')).caseId, sosa, 'assigned');
  expect(await texts()).toEqual([]);
  await works(`valid_from = now() + interval '1 day', valid_to = 'infinity'`);
  expect(await texts()).toEqual([]);
  await works(`valid_from = now() - interval '1 day'`);
  expect(await texts()).toEqual(['Dentist']);
});

test('somebody without an account hears what is open to their agency, said by somebody of the agency that opened it', async () => {
  await goal('Swim');
  await open();
  await setYoung(false);
  expect(await texts()).toEqual(['Swim']);
  const unknown = await guest('Judge Lane', null);
  expect(await texts()).toEqual([]);
  await network.as(dana).meetings.attend({ ...here(), attendeeId: unknown, isHere: false });
  const known = await guest('Judge Hall', court.agencyId);
  expect(await texts()).toEqual([]);
  await network.share(dana, caseId, { as: { agencyId: court.agencyId }, purpose: 'court-report' }, [
    'case-plan',
  ]);
  expect(await texts()).toEqual([]);
  await network.share(dana, caseId, { as: { agencyId: court.agencyId } }, ['case-plan']);
  expect(await texts()).toEqual(['Swim']);
  // What the clinic opened to the court is the clinic's to say, and nobody of it is there.
  await goal('Sleep', sosa);
  await network.share(sosa, caseId, { as: dana }, ['case-plan']);
  await network.share(sosa, caseId, { as: { agencyId: court.agencyId } }, ['case-plan']);
  expect(await texts()).toEqual(['Swim']);
  await come(sosa);
  expect((await texts()).toSorted()).toEqual(['Sleep', 'Swim']);
  // A colleague's own custody is no guest's.
  await network.as(dana).meetings.attend({ ...here(), attendeeId: known, isHere: false });
  await guest('Aunt May', dana.agencyId);
  expect(await texts()).toEqual([]);
});

test('nobody is put into the room by another, and nobody listens who did not come', async () => {
  await goal('Swim');
  expect(await refusalOf(come(sosa))).toBe('CONFLICT');
  await open();
  const [hers, his] = [await idOf('Sosa'), await idOf('Ortiz')];
  const put = (by: StaffActor, attendeeId: AttendeeId, isHere = true) =>
    refusalOf(network.as(by).meetings.attend({ ...here(), attendeeId, isHere }));
  expect(await put(dana, hers)).toBe('NOT_FOUND');
  expect(await put(sosa, his, false)).toBe('NOT_FOUND');
  expect(await put(olga, hers)).toBe('NOT_FOUND');
  expect(await refusalOf(network.as(ortiz, 'investigation').meetings.agenda(here()))).toBe('NOT_FOUND');
  for (const by of [cora, sosa, ortiz, olga, court]) expect(await refusalOf(agenda(by))).toBe('NOT_FOUND');
  for (const by of [sosa, ortiz, olga]) expect(await refusalOf(close(by))).toBe('NOT_FOUND');
  // Nor is Dana there for anything but what the meeting is for.
  const other = network.as(dana, 'child-protection').meetings;
  expect(await refusalOf(other.agenda(here()))).toBe('NOT_FOUND');
  expect(await refusalOf(other.set({ ...here(), to: 'closed' }))).toBe('NOT_FOUND');
  const self = await idOf('Dana');
  expect(await refusalOf(other.decide({ ...here(), category: 'meetings', text: 'x' }))).toBe('NOT_FOUND');
  const judge = await guest('Judge Lane', null);
  for (const by of [sosa, ortiz]) expect(await put(by, judge, false)).toBe('NOT_FOUND');
  expect(await put(dana, judge, false)).toBe('ALLOWED');
  await come(sosa);
  expect(await texts(sosa)).toEqual(['Swim']);
  await close();
  expect((await room()).roster.map(({ name, is }) => [name, is])).toEqual([
    ['Cora', 'expected'],
    ['Dana', 'left'],
    ['Ortiz', 'expected'],
    ['Sosa', 'left'],
    ['Judge Lane', 'left'],
  ]);
  for (const attendeeId of [self, judge]) expect(await put(dana, attendeeId, true)).toBe('CONFLICT');
  for (const by of [dana, sosa]) expect(await refusalOf(agenda(by))).toBe('NOT_FOUND');
  expect([await refusalOf(open()), await refusalOf(close()), await refusalOf(setYoung(false))]).toEqual(
    Array.from({ length: 3 }, () => 'CONFLICT'),
  );
});

test('another meeting of the same case has a room of its own', async () => {
  await goal('Swim');
  await open();
  const first = meetingId;
  await network.as(dana).meetings.decide({ ...here(), category: 'cw-record', text: 'Ask the judge' });
  ({ itemId: meetingId } = await network
    .as(dana)
    .meetings.convene({ caseId, ...WHEN, invited: [ortiz.staffId] }));
  await open();
  await come(ortiz);
  await setYoung(false);
  await visit('Dentist');
  expect(await texts()).toEqual(['Dentist']);
  const counts = await network.owner(
    (sql) => sql`select item_count from ledger_entry where case_id = ${caseId} and action = 'heard'`,
  );
  expect(counts).toMatchObject([{ item_count: 2 }]);
  meetingId = first;
  expect(await texts()).toEqual(['Swim', 'Dentist']);
  expect(await refusalOf(agenda(ortiz))).toBe('NOT_FOUND');
});

test('only who would see the meeting is invited; who else is asked is told to nobody but its agency and the young person', async () => {
  const stranger = { ...here(), staffId: court.staffId };
  expect(await refusalOf(network.as(dana).meetings.invite(stranger))).toBe('BAD_INPUT');
  expect(await refusalOf(network.as(sosa).meetings.invite({ ...here(), staffId: ortiz.staffId }))).toBe(
    'NOT_FOUND',
  );
  const uninvited = { caseId, ...WHEN, invited: [court.staffId] };
  expect(await refusalOf(network.as(dana).meetings.convene(uninvited))).toBe('BAD_INPUT');
  const names = async (by: StaffActor) => (await room(by)).roster.map(({ name }) => name);
  expect(await names(ortiz)).toEqual(['Ortiz']);
  expect(await names(cora)).toEqual(['Cora', 'Dana', 'Ortiz', 'Sosa']);
  await network.as(dana).meetings.addGuest({ ...here(), role: 'judge', name: 'Judge Lane', agencyId: null });
  expect(await names(dana)).toContain('Judge Lane');
  await open();
  await come(ortiz);
  expect(await names(ortiz)).toEqual(['Dana', 'Ortiz']);
  const [mine] = (await network.asYouth(young).mine.meetings()).meetings;
  expect(mine?.people.map(({ name }) => name)).toEqual(['Cora', 'Dana', 'Ortiz', 'Sosa']);
  expect(mine?.guests).toEqual(['judge']);
});

test('what the young person wants said comes first; what they do not is for the one they chose', async () => {
  await open();
  await come(ortiz);
  await guest('Judge Lane', null);
  await prepare('say', 'I want to stay at my school', true);
  await prepare('not-say', 'Nothing about my brother', false);
  expect((await agenda(ortiz)).say).toBe('I want to stay at my school');
  expect((await room()).prep).toEqual({ say: 'I want to stay at my school', notSay: null, after: null });
  await prepare('not-say', 'Nothing about my brother', true);
  await prepare('after', 'It went too fast', true);
  expect((await room()).prep).toMatchObject({
    notSay: 'Nothing about my brother',
    after: 'It went too fast',
  });
  expect((await room(cora)).prep).toEqual({ say: null, notSay: null, after: null });
  expect((await room(ortiz)).prep).toEqual({ say: 'I want to stay at my school', notSay: null, after: null });
  expect(JSON.stringify(await agenda())).not.toMatch(/brother|too fast/);
  await prepare('say', 'I want to stay at my school', false);
  expect((await agenda(ortiz)).say).toBeNull();
  await prepare('not-say', '', true);
  expect((await room()).prep.notSay).toBeNull();
  await close();
  expect(await refusalOf(prepare('say', 'One more thing', true))).toBe('CONFLICT');
  await prepare('after', 'Better than I thought', false);
  const [mine] = (await network.asYouth(young).mine.meetings()).meetings;
  expect(mine).toMatchObject({ prep: { after: 'Better than I thought' }, shared: { after: false } });
  const other = await network.openCase(dana, 'Sam');
  expect(await refusalOf(prepare('after', 'x', true, other.young))).toBe('NOT_FOUND');
});

test('they say who speaks for them, and the screen names nobody who is not there', async () => {
  const choose = (staffId: StaffActor['staffId']) =>
    network.asYouth(young).mine.chooseSpeaker({ meetingId, speaker: { is: 'person', staffId } });
  expect(await refusalOf(choose(court.staffId))).toBe('NOT_FOUND');
  await choose(cora.staffId);
  expect((await room()).speaks).toEqual({ is: 'person', name: 'Cora' });
  expect((await room(ortiz)).speaks).toEqual({ is: 'person', name: null });
  await open();
  expect((await agenda()).speaks).toEqual({ is: 'person', name: null });
  await come(cora);
  expect((await agenda()).speaks).toEqual({ is: 'person', name: 'Cora' });
});

test('each reading of the agenda is a line for everybody in the room, in the young person’s own log too', async () => {
  const { itemId } = await visit('Dentist');
  await network.as(dana).cases.addNote({ caseId, category: 'appointments', facts: 'Went well' });
  await open();
  await come(ortiz);
  const judge = await guest('Judge Lane', court.agencyId);
  await network.share(dana, caseId, { as: { agencyId: court.agencyId } }, ['appointments']);
  await agenda();
  const lines = await network.owner(
    (sql) => sql`select actor_kind, actor_id, item_count, encode(digest, 'hex') as digest from ledger_entry
      where case_id = ${caseId} and action = 'heard' order by actor_kind`,
  );
  expect(lines).toMatchObject([
    { actor_kind: 'guest', actor_id: judge, item_count: 2 },
    { actor_kind: 'staff', actor_id: ortiz.staffId, item_count: 2 },
  ]);
  const [own] = await network.owner(
    (sql) => sql`select encode(digest, 'hex') as digest from ledger_entry
      where case_id = ${caseId} and action = 'opened' and actor_id = ${dana.staffId} order by at desc limit 1`,
  );
  expect(lines[0]?.digest).toBe(own?.digest);
  const met = await network.owner(
    (sql) => sql`select reader_id from ledger_exposure where item_id = ${itemId} order by reader_id`,
  );
  expect(met.map(({ reader_id }) => reader_id)).toEqual([dana.staffId, ortiz.staffId, judge].toSorted());
  const { looks } = await network.asYouth(young).mine.looks();
  expect(looks.filter(({ action }) => action === 'heard')).toMatchObject([
    { who: '', agency: 'Family Court', what: ['appointments', 'meetings'] },
    { who: 'Ortiz', agency: 'City Police', what: ['appointments', 'meetings'] },
  ]);
  const stan = await network.addStaff(dana.agencyId, 'Stan');
  await network.assign(caseId, stan, 'supervision');
  const told = (await network.as(stan).answers.accounting({ caseId, list: 'all' })).lines;
  expect(
    told
      .filter(({ how }) => how === 'heard')
      .map(({ recipient }) => recipient.name)
      .toSorted(),
  ).toEqual(['Family Court', 'Ortiz']);
});

test('a decision is read by whoever may read its kind, and written by somebody who is there', async () => {
  await open();
  await come(ortiz);
  const decide = (by: StaffActor, category: 'meetings' | 'cw-record', text: string) =>
    network.as(by).meetings.decide({ ...here(), category, text });
  expect((await room()).hearers).toMatchObject([
    { category: 'meetings', everyone: true, young: true, names: ['Ortiz'] },
    { category: 'case-plan', everyone: false, young: true, names: [] },
    { category: 'cw-record', everyone: false, young: false, names: [] },
    { category: 'appointments', everyone: true, young: true, names: ['Ortiz'] },
  ]);
  await decide(dana, 'meetings', 'We meet again in May');
  await decide(dana, 'cw-record', 'Ask the judge');
  for (const by of [ortiz, sosa]) expect(await refusalOf(decide(by, 'meetings', 'x'))).toBe('NOT_FOUND');
  const minutes = async (by: StaffActor | YouthActor) => {
    const { items } =
      by.kind === 'staff'
        ? await network.as(by).cases.open({ caseId })
        : await network.asYouth(by).mine.open();
    return items.flatMap((each) =>
      each.kind === 'decision' && each.content.is === 'open' ? [[each.parentId, each.content.body.text]] : [],
    );
  };
  const forAll = [[meetingId, 'We meet again in May']];
  expect(await minutes(ortiz)).toEqual(forAll);
  expect(await minutes(young)).toEqual(forAll);
  expect(await minutes(cora)).toEqual([[meetingId, 'Ask the judge'], ...forAll]);
  expect(await texts()).toEqual(['We meet again in May']);
  await close();
  expect(await refusalOf(decide(dana, 'meetings', 'x'))).toBe('NOT_FOUND');
});

test('nobody writes a meeting, who came to it or the young person’s words by hand, or reads them past their rows', async () => {
  await prepare('not-say', 'Nothing about my brother', true);
  const tables = ['meeting', 'meeting_attendee', 'meeting_prep'];
  for (const actor of [dana, ortiz, young]) {
    for (const table of tables) {
      const by = (statement: string) => sqlStateOf(network, actor, caseId, (tx) => tx.unsafe(statement));
      expect(await by(`insert into ${table} select * from ${table}`)).toBe('42501');
      expect(await by(`update ${table} set case_id = case_id`)).toBe('42501');
      expect(await by(`delete from ${table}`)).toBe('42501');
    }
  }
  const counts = (actor: StaffActor) =>
    network.database.withActor(actor, { purpose: 'care-plan-coordination', cases: [caseId] }, async (tx) => [
      (await tx`select from meeting`).length,
      (await tx`select from meeting_attendee`).length,
      (await tx`select from meeting_prep`).length,
    ]);
  expect([await counts(dana), await counts(cora), await counts(ortiz), await counts(olga)]).toEqual([
    [1, 4, 1],
    [1, 4, 0],
    [1, 1, 0],
    [0, 0, 0],
  ]);
  await network.as(dana).keeping.placeHold({ caseId, reason: 'court-case' });
  const gone = network.owner((sql) => sql`delete from meeting where case_id = ${caseId}`);
  await expect(gone).rejects.toMatchObject({ code: 'AC409' });
});

test('by hand, one reads who came to the meeting whose room one is in, and nothing of a meeting that one does not see', async () => {
  const rows = (actor: StaffActor) =>
    network.database.withActor(actor, { purpose: 'care-plan-coordination', cases: [caseId] }, async (tx) => [
      (await tx`select from meeting`).length,
      (await tx`select from meeting_attendee`).length,
    ]);
  await open();
  await come(dana);
  expect(await rows(ortiz)).toEqual([1, 1]);
  await come(ortiz);
  const { itemId: second } = await network
    .as(dana)
    .meetings.convene({ caseId, ...WHEN, invited: [sosa.staffId] });
  await visit('Dentist');
  expect(await rows(ortiz)).toEqual([2, 2]);
  // From now on what was there before is not theirs to see; the text of an appointment still is.
  await network.owner(
    (sql) => sql`update effective_access
      set data_from = (select occurred_at from case_item where case_id = ${caseId} and id = ${second})
      where case_id = ${caseId} and grantee_id = ${ortiz.staffId}`,
  );
  expect(await rows(ortiz)).toEqual([1, 0]);
});

test('what the functions are asked by hand they check for themselves', async () => {
  const by = (actor: StaffActor | YouthActor, ask: string, ...values: unknown[]) =>
    sqlStateOf(network, actor, caseId, (tx) =>
      tx.unsafe(`select ${ask}`, [caseId, meetingId, ...values] as never[]),
    );
  const id = '01890000-0000-7000-8000-00000000000f';
  const prep = `put_prep($1, $2, 'not-say', '${id}', false, $3::uuid, 1, '\\x00')`;
  expect(await by(young, prep, cora.staffId)).toBe('AC404');
  for (const actor of [dana, ortiz]) expect(await by(actor, prep, dana.staffId)).toBe('AC404');
  const speaker = `say_speaker($1, $2, 'person', $3::uuid)`;
  expect(await by(young, speaker, olga.staffId)).toBe('AC404');
  expect(await by(dana, speaker, cora.staffId)).toBe('AC404');
  // A meeting that the young person does not see is none of theirs, whatever else they see.
  const theirs = await network.as(sosa).meetings.convene({ caseId, ...WHEN, invited: [] });
  await network.owner(
    (sql) => sql`delete from effective_access
      where case_id = ${caseId} and owner_agency = ${sosa.agencyId} and grantee_kind = 'young_person'`,
  );
  const self = `say_speaker($1, $3::uuid, 'self', null) from (select $2::uuid) other`;
  expect(await by(young, self, theirs.itemId)).toBe('AC404');
  expect(await by(cora, 'call_meeting($1, $2)')).toBe('AC404');
  expect(await by(dana, `invite($1, $2, '${id}', $3::uuid)`, olga.staffId)).toBe('AC403');
  expect(await by(sosa, `invite($1, $2, '${id}', $3::uuid)`, sosa.staffId)).toBe('AC404');
  const expectGuest = `expect_guest($1, $2, '${id}', 'judge', null, 1, '\\x00')`;
  for (const actor of [sosa, ortiz, young]) expect(await by(actor, expectGuest)).toBe('AC404');
  for (const actor of [sosa, ortiz, young]) {
    expect(await by(actor, 'set_meeting($1, $2, true)')).toBe('AC404');
    expect(await by(actor, 'say_young_here($1, $2, false)')).toBe('AC404');
    expect(await by(actor, `hear_agenda($1, $2, '{}', 'UTC')`)).toBe('AC404');
  }
  // Who supervises reads along, and runs nothing.
  const stan = await network.addStaff(dana.agencyId, 'Stan');
  await network.assign(caseId, stan, 'supervision');
  expect(await by(stan, 'set_meeting($1, $2, true)')).toBe('AC404');
  const heard = await network.database.withActor(
    dana,
    { purpose: 'care-plan-coordination', cases: [caseId] },
    (tx) => tx`select * from would_hear(${caseId}, ${meetingId}, ${String(2 ** 30)}::bigint)`,
  );
  expect(heard).toHaveLength(0);
});

test('what another agency disclosed goes with its notice, on the screen and in the line of each who hears it', async () => {
  await network.share(dana, caseId, { as: sosa }, ['cw-record']);
  await open();
  await setYoung(false);
  await network.as(dana).meetings.decide({ ...here(), category: 'cw-record', text: 'Ask the judge' });
  await come(sosa);
  await come(cora);
  const { lines, obligations } = await agenda(sosa);
  expect([lines.map(({ text }) => text), obligations.map(({ code }) => code)]).toEqual([
    ['Ask the judge'],
    ['CAPTA'],
  ]);
  await agenda();
  const told = await network.owner(
    (sql) => sql`select distinct actor_id, cardinality(notices) as notices, policy_version from ledger_entry
      where case_id = ${caseId} and action = 'heard'`,
  );
  expect(new Map(told.map(({ actor_id, notices }) => [actor_id, notices]))).toEqual(
    new Map([
      [dana.staffId, 0],
      [cora.staffId, 0],
      [sosa.staffId, 1],
    ]),
  );
  expect(new Set(told.map(({ policy_version }) => policy_version))).toEqual(new Set(['ZZ 1']));
});

function missing(): never {
  throw new RangeError('not there');
}
