import type { CaseId, ItemId, StaffActor, YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../support/browser.ts';
import { giveAccount, PASSWORD, Server } from '../support/http.ts';
import { Network } from '../support/network.ts';
import { addPeople } from '../support/people.ts';
import { within } from '../support/stream.ts';

// A team meeting over HTTP, with the screen for all open in one browser, and a stop in the middle of it.

const SOON = 2_000;

let network: Network;
let server: Server;
let caseId: CaseId;
let young: YouthActor;
let people: { dana: StaffActor; sosa: StaffActor; ortiz: StaffActor };
const browsers = new Map<string, Browser>();
const at = (name: 'dana' | 'sosa' | 'ortiz' | 'robin') => browsers.get(name) as Browser;

beforeAll(async () => {
  network = await Network.start();
  people = await addPeople(network, 'dana', 'sosa', 'ortiz');
  const { dana, sosa, ortiz } = people;
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['meetings', 'case-plan', 'appointments']);
  await network.share(dana, caseId, { as: ortiz }, ['meetings', 'appointments']);
  server = await Server.start(network);
  for (const [name, actor] of Object.entries({ ...people, robin: young })) {
    const email = `${name}@meeting.example`;
    await giveAccount(network, actor, email);
    const browser = server.browser(name === 'robin' ? 'youth' : 'staff', '127.0.2.1');
    await (name === 'robin' ? browser.youth : browser.staff).session.signIn.mutate({
      email,
      password: PASSWORD,
    });
    browsers.set(name, browser);
  }
});
afterAll(async () => {
  await server.close();
  await network.close();
});

test('a team meets: what all may hear, a stop in the middle, decisions, and minutes for each', async () => {
  const dana = at('dana').staff;
  await dana.cases.addGoal.mutate({ caseId, ownWords: 'Learn to swim' });
  await dana.cases.addAppointment.mutate({
    caseId,
    what: 'Dentist',
    startsAt: '2031-05-05T15:00:00.000Z',
  });

  // Dana calls it, and Robin gets ready.
  const { people: choice } = await dana.meetings.invitees.query({ caseId });
  expect(choice.map(({ name }) => name)).toEqual(['ortiz', 'sosa']);
  const called = await dana.meetings.convene.mutate({
    caseId,
    what: 'Plan for spring',
    startsAt: '2031-04-01T15:00:00.000Z',
    invited: choice.map(({ staffId }) => staffId),
  });
  const meeting = { caseId, meetingId: called.itemId };
  const { meetingId } = meeting;
  const robin = at('robin').youth;
  await robin.mine.prepare.mutate({ meetingId, part: 'say', text: 'Mornings are hard', shared: true });
  await robin.mine.prepare.mutate({ meetingId, part: 'not-say', text: 'Not the fight', shared: true });
  expect((await dana.meetings.room.query(meeting)).prep.notSay).toBe('Not the fight');

  // It starts; the screen hears of each who comes, and narrows.
  await dana.meetings.set.mutate({ ...meeting, to: 'open' });
  const shown = async () => {
    const { say, lines } = await dana.meetings.agenda.query(meeting);
    return [say, ...lines.map(({ text }) => text)];
  };
  expect(await shown()).toEqual(['Mornings are hard', 'Learn to swim', 'Dentist']);
  const screen = await at('dana').listen(caseId);
  await screen.heard('ready');
  await come('sosa', meetingId);
  await within(SOON, screen.pinged(1));
  expect(await shown()).toEqual(['Mornings are hard', 'Learn to swim', 'Dentist']);
  await come('ortiz', meetingId);
  await within(SOON, screen.pinged(2));
  expect(await shown()).toEqual(['Mornings are hard', 'Dentist']);

  // Sosa's own browser watches too; that Robin stops sharing with somebody else shows there as soon.
  const hers = await at('sosa').listen(caseId);
  await hers.heard('ready');
  const { permissions } = await robin.mine.permissions.query();
  const grantId = permissions.find(({ recipient }) => recipient.name === 'ortiz')?.grantId;
  if (!grantId) throw new RangeError('no permission for Ortiz');
  await robin.mine.stop.mutate({ grantId });
  await within(SOON, hers.pinged(1));
  expect(await shown()).toEqual(['Mornings are hard']);
  const sosas = await at('sosa').staff.meetings.agenda.query(meeting);
  expect(sosas.lines).toEqual([]);
  await expect(at('ortiz').staff.meetings.room.query(meeting)).rejects.toMatchObject({
    data: { code: 'NOT_FOUND' },
  });

  // He goes, and the two who stay talk on.
  const { roster } = await dana.meetings.room.query(meeting);
  const his = roster.find(({ name }) => name === 'ortiz');
  if (!his) throw new RangeError('Ortiz is not in the room');
  await dana.meetings.attend.mutate({ ...meeting, attendeeId: his.attendeeId, isHere: false });
  expect(await shown()).toEqual(['Mornings are hard', 'Learn to swim', 'Dentist']);

  // What is decided goes where its kind goes.
  await dana.meetings.decide.mutate({ ...meeting, category: 'meetings', text: 'School starts at ten' });
  await dana.meetings.decide.mutate({
    ...meeting,
    category: 'cw-record',
    text: 'Ask the judge for more time',
  });
  await at('sosa').staff.meetings.decide.mutate({
    ...meeting,
    category: 'mh-record',
    text: 'See Sosa twice',
  });
  await dana.meetings.set.mutate({ ...meeting, to: 'closed' });
  expect(await minutes('dana')).toEqual(['Ask the judge for more time', 'School starts at ten']);
  expect(await minutes('sosa')).toEqual(['See Sosa twice', 'School starts at ten']);
  const own = (await robin.mine.open.query()).items.filter(({ kind }) => kind === 'decision');
  expect(own).toHaveLength(1);

  // Robin reads who heard what, and says how it was.
  await robin.mine.prepare.mutate({ meetingId, part: 'after', text: 'Good', shared: false });
  const { looks } = await robin.mine.looks.query();
  const heard = looks.filter(({ action }) => action === 'heard').map(({ who, what }) => [who, what]);
  expect(heard).toContainEqual(['ortiz', ['appointments', 'meetings']]);
  expect(heard).toContainEqual(['sosa', ['case-plan', 'appointments', 'meetings']]);
  expect(heard.filter(([who, what]) => who === 'ortiz' && what?.includes('case-plan'))).toEqual([]);
  expect(server.log.join('\n')).not.toMatch(/Mornings|fight|swim|judge|Dentist/);
});

async function come(name: 'sosa' | 'ortiz', meetingId: ItemId) {
  const { meetings } = at(name).staff;
  const { me } = await meetings.room.query({ caseId, meetingId });
  if (!me) throw new RangeError('not invited');
  await meetings.attend.mutate({ caseId, meetingId, attendeeId: me, isHere: true });
}

/** Decisions as they stand on somebody's own page, the newest first. */
async function minutes(name: 'dana' | 'sosa'): Promise<string[]> {
  const { items } = await at(name).staff.cases.open.query({ caseId });
  return items.flatMap((item) =>
    item.kind === 'decision' && item.content.is === 'open' ? [item.content.body.text] : [],
  );
}
