import type { AdvisorActor, StaffActor, BlockId, ProtocolId } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../support/browser.ts';
import { giveAccount, PASSWORD, Server } from '../support/http.ts';
import { Network } from '../support/network.ts';

/** A protocol from its first review to its publishing, over HTTP: each test goes on where the one before ended. */

let network: Network;
let server: Server;
let dana: StaffActor;
let keisha: AdvisorActor;
let keeper: Browser;
let stranger: Browser;
let advisor: Browser;
let other: Browser;
let protocolId: ProtocolId;
let blockId: BlockId;
let objectionId: string;
let questionId: string;

beforeAll(async () => {
  network = await Network.start();
  dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  const ortiz = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
  keisha = await network.addAdvisor('Keisha T.');
  const ines = await network.addAdvisor('Ines M.');
  server = await Server.start(network);
  const signIn = async (actor: StaffActor | AdvisorActor, email: string) => {
    await giveAccount(network, actor, email);
    const browser = server.browser('staff');
    await browser.staff.session.signIn.mutate({ email, password: PASSWORD });
    return browser;
  };
  keeper = await signIn(dana, 'dana@story.example');
  stranger = await signIn(ortiz, 'ortiz@story.example');
  advisor = await signIn(keisha, 'keisha@story.example');
  other = await signIn(ines, 'ines@story.example');
  protocolId = await network.openReview(dana, 'First call', ['Ask before you call.', 'Say who you are.']);
});
afterAll(async () => {
  await server.close();
  await network.close();
});

const comment = (who: Browser, kind: 'question' | 'objection', body: string, version = 1) =>
  who.staff.reviews.comment.mutate({ protocolId, version, blockId, kind, body });
const saying = (code: string, message?: string) => ({
  data: { code, ...(message ? { fields: [{ field: 'version', message }] } : {}) },
});

test('an advisor signs in on the workers’ host as an advisor, and has no cases', async () => {
  expect(await advisor.staff.session.me.query()).toEqual({ kind: 'advisor', name: 'Keisha T.', demo: false });
  await expect(advisor.staff.cases.list.query()).rejects.toMatchObject(saying('SIGN_IN_FIRST'));
  const young = server.browser('youth');
  const credentials = { email: 'keisha@story.example', password: PASSWORD };
  await expect(young.youth.session.signIn.mutate(credentials)).rejects.toMatchObject(
    saying('SIGN_IN_FAILED'),
  );
});

test('two advisors comment; each knows their own words, and nobody is told who said what', async () => {
  const page = await advisor.staff.reviews.open.query({ protocolId });
  expect(page).toMatchObject({ status: 'in-review', version: 1, agency: 'County Welfare', difference: null });
  blockId = page.blocks[0]?.blockId as BlockId;
  ({ commentId: objectionId } = await comment(advisor, 'objection', 'Ask by text first.'));
  ({ commentId: questionId } = await comment(other, 'question', 'On which phone?'));
  const mine = async (who: Browser) =>
    (await who.staff.reviews.open.query({ protocolId })).comments.map((each) => [each.advisor, each.mine]);
  expect(await mine(advisor)).toEqual([
    [1, true],
    [2, false],
  ]);
  expect(await mine(other)).toEqual([
    [1, false],
    [2, true],
  ]);
  const read = JSON.stringify(await keeper.staff.protocols.open.query({ protocolId }));
  for (const secret of ['Keisha', 'Ines', keisha.advisorId]) expect(read).not.toContain(secret);
});

test('nothing is published before every comment has its answer', async () => {
  const publish = { protocolId, version: 1 };
  await expect(keeper.staff.protocols.publish.mutate(publish)).rejects.toMatchObject(
    saying('BAD_INPUT', 'Every comment needs a written answer first.'),
  );
  for (const commentId of [objectionId, questionId]) {
    const answer = { protocolId, commentId, result: 'not-changed' as const, body: 'They chose the phone.' };
    await expect(stranger.staff.protocols.answer.mutate(answer)).rejects.toMatchObject(saying('NOT_FOUND'));
    await keeper.staff.protocols.answer.mutate(answer);
    await expect(keeper.staff.protocols.answer.mutate(answer)).rejects.toMatchObject(saying('CONFLICT'));
  }
});

test('an objection that was answered still stands: nobody signs or publishes over it', async () => {
  const version = { protocolId, version: 1 };
  await expect(other.staff.reviews.signOff.mutate(version)).rejects.toMatchObject(
    saying('BAD_INPUT', 'An objection still stands.'),
  );
  await expect(keeper.staff.protocols.publish.mutate(version)).rejects.toMatchObject(
    saying('BAD_INPUT', 'An objection still stands. Only its author can withdraw it.'),
  );
});

test('a change is a draft for its keepers, until it is sent; then its difference is told in words', async () => {
  const change = {
    protocolId,
    is: 'reword' as const,
    blockId,
    heading: 'Part 1',
    body: 'Ask by text first.',
  };
  await expect(stranger.staff.protocols.change.mutate({ ...change, version: 1 })).rejects.toMatchObject(
    saying('NOT_FOUND'),
  );
  expect(await keeper.staff.protocols.change.mutate({ ...change, version: 1 })).toEqual({ version: 2 });
  await expect(keeper.staff.protocols.change.mutate({ ...change, version: 1 })).rejects.toMatchObject(
    saying('CONFLICT'),
  );
  for (const who of [advisor.staff.reviews, stranger.staff.protocols]) {
    expect(await who.open.query({ protocolId })).toMatchObject({ version: 1 });
  }
  await keeper.staff.protocols.sendForReview.mutate({ protocolId, version: 2 });
  const { difference } = await advisor.staff.reviews.open.query({ protocolId });
  expect(difference).toMatchObject({
    since: 1,
    changes: [
      {
        is: 'reworded',
        number: 1,
        before: { body: 'Ask before you call.' },
        now: { body: 'Ask by text first.' },
      },
    ],
  });
});

test('only the objector takes the objection back', async () => {
  const withdraw = { protocolId, commentId: objectionId };
  await expect(other.staff.reviews.withdraw.mutate(withdraw)).rejects.toMatchObject(saying('NOT_FOUND'));
  await advisor.staff.reviews.withdraw.mutate(withdraw);
  await expect(advisor.staff.reviews.withdraw.mutate(withdraw)).rejects.toMatchObject(saying('CONFLICT'));
});

test('an advisor signs this very version, by another name, and then it is published', async () => {
  const version = { protocolId, version: 2 };
  await expect(keeper.staff.protocols.publish.mutate(version)).rejects.toMatchObject(
    saying('BAD_INPUT', 'No advisor has signed this version yet.'),
  );
  await advisor.staff.reviews.signOff.mutate({ ...version, pseudonym: 'Marigold' });
  await other.staff.reviews.signOff.mutate(version);
  await expect(other.staff.reviews.signOff.mutate(version)).rejects.toMatchObject(saying('CONFLICT'));
  await keeper.staff.protocols.publish.mutate(version);
  const page = await stranger.staff.protocols.open.query({ protocolId });
  expect(page).toMatchObject({ status: 'published', may: [] });
  expect(page.signOffs.map(({ as }) => as)).toEqual(['Marigold', 'Ines M.']);
  expect(JSON.stringify(page)).not.toContain('Keisha');
  await expect(comment(advisor, 'question', 'Still open?', 2)).rejects.toMatchObject(
    saying('BAD_INPUT', 'This version is not in review.'),
  );
});

test('a comment and a publishing at the same moment: one of them comes first, and nothing slips between', async () => {
  const id = await network.openReview(dana, 'Second call', ['Call back.']);
  const [block] = (await advisor.staff.reviews.open.query({ protocolId: id })).blocks;
  await other.staff.reviews.signOff.mutate({ protocolId: id, version: 1 });
  const said = {
    protocolId: id,
    version: 1,
    blockId: block?.blockId ?? '',
    kind: 'concern' as const,
    body: 'When?',
  };
  const [commented, published] = await Promise.allSettled([
    advisor.staff.reviews.comment.mutate(said),
    keeper.staff.protocols.publish.mutate({ protocolId: id, version: 1 }),
  ]);
  expect([commented.status, published.status].toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('time is counted by what an advisor does, for nobody but them', async () => {
  const { minutes, days } = await advisor.staff.reviews.hours.query();
  expect(minutes).toBeGreaterThanOrEqual(1);
  expect(days.map(({ title }) => title).toSorted()).toEqual(['First call', 'Second call']);
  await network.owner(
    (sql) =>
      sql`update review_time set last_at = now() - interval '10 minutes' where advisor_id = ${keisha.advisorId}`,
  );
  await advisor.staff.reviews.open.query({ protocolId });
  expect((await advisor.staff.reviews.hours.query()).minutes).toBe(minutes + 10);
  await network.owner(
    (sql) =>
      sql`update review_time set last_at = now() - interval '3 hours' where advisor_id = ${keisha.advisorId}`,
  );
  await advisor.staff.reviews.open.query({ protocolId });
  expect((await advisor.staff.reviews.hours.query()).minutes).toBe(minutes + 11);
  expect((await other.staff.reviews.hours.query()).minutes).toBeLessThan(minutes + 11);
  await expect(keeper.staff.reviews.hours.query()).rejects.toMatchObject(saying('SIGN_IN_FIRST'));
});
