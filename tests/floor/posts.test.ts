import { maskOf } from '@accord/consent';
import type { CaseId, GrantId, PostId, StaffActor, YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inDays, Network, SIGNATURE } from '../support/network.ts';
import { refusalOf, sqlStateOf } from '../support/refused.ts';

// A permission to a post goes on when somebody else holds it: at once closed to whoever left, and closed to whoever came
// until the young person said that this is fine.

let network: Network;
let dana: StaffActor;
let stan: StaffActor;
let una: StaffActor;
let ana: StaffActor;
let ben: StaffActor;
let cleo: StaffActor;
let young: YouthActor;
let caseId: CaseId;
let postId: PostId;
let grantId: GrantId;
let posts = 0;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  dana = await network.addStaff(welfare, 'Dana');
  stan = await network.addStaff(welfare, 'Stan');
  const advocates = await network.addAgency('Youth Advocates', 'community');
  una = await network.addStaff(advocates, 'Una');
  ana = await network.addStaff(advocates, 'Ana');
  ben = await network.addStaff(advocates, 'Ben');
  cleo = await network.addStaff(advocates, 'Cleo');
  // Una supervises there, in a case that has nothing to do with Robin's.
  const { caseId: theirs } = await network.openCase(ana, 'Sam');
  await network.assign(theirs, una, 'supervision');
});
afterAll(() => network.close());

beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, stan, 'supervision');
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await network.as(dana).cases.addNote({ caseId, category: 'appointments', facts: 'Dentist on Monday' });
  posts += 1;
  ({ postId } = await network.as(una).posts.name({ name: `Youth advocate ${posts}`, staffId: ana.staffId }));
  grantId = await toPost(['case-plan', 'appointments']);
});

async function toPost(categories: ('case-plan' | 'appointments')[], days = 30, mayWrite = false) {
  const { grantId: id } = await network.as(dana).consent.prepare({
    caseId,
    recipient: { kind: 'staff', staffId: ana.staffId, postId },
    categories,
    purpose: 'care-plan-coordination',
    endsOn: inDays(days),
    need: 'To plan together.',
    withoutSharing: 'No.',
    mayWrite,
  });
  await network.as(dana).consent.sign({ caseId, grantId: id, ...SIGNATURE });
  return id;
}

const hold = (who: StaffActor | null, by = una) =>
  network.as(by).posts.hold({ postId, staffId: who?.staffId ?? null });
const mine = () => network.asYouth(young).mine;
const listed = async (who = dana) =>
  (await network.as(who).consent.list({ caseId })).permissions.filter(
    ({ state, recipient }) => recipient.post !== null && state !== 'ended',
  );
const present = async () => {
  const [one] = await listed();
  if (!one) throw new Error('the permission went away');
  return one;
};
const answer = async (said: 'fine' | 'not-this-person', by = dana) =>
  network.as(by).posts.answer({ caseId, grantId: (await present()).grantId, told: 'phone', answer: said });
const answerMine = async (said: 'fine' | 'not-this-person') =>
  mine().answerNewHolder({ grantId: (await present()).grantId, answer: said });
const opens = async (who: StaffActor): Promise<number> => {
  const page = await network
    .as(who)
    .cases.open({ caseId })
    .catch(() => null);
  return page?.items.length ?? 0;
};
const waits = async (who = dana) =>
  (await network.as(who).consent.inbox()).posts
    .filter((post) => post.caseId === caseId)
    .map(({ name, mayAnswer }) => [name, mayAnswer]);
const rows = () =>
  network.owner(
    (sql) => sql`select from effective_access where case_id = ${caseId} and basis_kind = 'consent'`,
  );

describe('a permission to a post', () => {
  test('is one of whoever holds it, and says what they are and who it is now', async () => {
    expect(await opens(ana)).toBe(2);
    expect(await opens(ben)).toBe(0);
    expect(await present()).toMatchObject({
      state: 'active',
      recipient: { name: 'Ana', agency: 'Youth Advocates', post: `Youth advocate ${posts}` },
    });
    const { columns } = await network.as(dana).consent.whoSeesWhat({ caseId });
    expect(columns.find(({ name }) => name === 'Ana')).toMatchObject({ post: `Youth advocate ${posts}` });
    const { json } = await network.as(dana).standards.exportConsent({ caseId, grantId });
    expect(json).toContain(postId);
  });

  test('is prepared for nobody but its holder of now, and not signed once another holds it', async () => {
    const form = {
      caseId,
      categories: ['case-plan' as const],
      purpose: 'care-plan-coordination' as const,
      endsOn: inDays(20),
      need: 'To plan.',
      withoutSharing: 'No.',
    };
    const { prepare, sign } = network.as(dana).consent;
    const to = (who: StaffActor) => ({ kind: 'staff' as const, staffId: who.staffId, postId });
    expect(await refusalOf(prepare({ ...form, recipient: to(ben) }))).toBe('BAD_INPUT');
    const draft = await prepare({ ...form, recipient: to(ana) });
    await hold(ben);
    expect(await refusalOf(sign({ caseId, grantId: draft.grantId, ...SIGNATURE }))).toBe('CONFLICT');
  });
});

describe('when somebody else holds it', () => {
  test('it ends at once for whoever did, and whoever came reads nothing and knows nothing', async () => {
    await hold(ben);
    expect([await opens(ana), await opens(ben)]).toEqual([0, 0]);
    expect(await rows()).toHaveLength(0);
    expect((await network.as(ben).cases.list()).cases.map((one) => one.caseId)).not.toContain(caseId);
    const held = await network.owner(
      (sql) =>
        sql`select from key_wrap w join consent_grant g on g.id = w.basis_id where g.post_id = ${postId}`,
    );
    expect(held).toHaveLength(0);
    expect(await present()).toMatchObject({
      state: 'announced',
      recipient: { name: 'Ben' },
      pausedBy: null,
      endsOn: inDays(30),
      need: 'To plan together.',
      signed: { witness: 'A. Witness' },
    });
    expect(await waits()).toEqual([['Ben', true]]);
    expect(await waits(stan)).toEqual([['Ben', false]]);
    const { columns } = await network.as(dana).consent.whoSeesWhat({ caseId });
    expect(columns.map(({ name }) => name)).not.toContain('Ben');
  });

  test('their own word opens the same to the new one, and to nobody else', async () => {
    await hold(ben);
    expect(await answerMine('fine')).toEqual({ opened: ['case-plan', 'appointments'] });
    expect([await opens(ana), await opens(ben)]).toEqual([0, 2]);
    expect(await present()).toMatchObject({
      state: 'active',
      endsOn: inDays(30),
      recipient: { name: 'Ben' },
    });
    expect(await waits()).toEqual([]);
    const lines = await network.owner(
      (sql) => sql<{ action: string; by: string }[]>`
        select l.action, coalesce(s.name, 'the young person') as by from ledger_entry l
        left join staff s on s.id = l.actor_id
        where l.case_id = ${caseId} and l.action in ('handed-over', 'resumed') and l.category_mask <> 0 order by l.at`,
    );
    expect(lines.map(({ action, by }) => [action, by])).toEqual([
      ['handed-over', 'Una'],
      ['resumed', 'the young person'],
    ]);
  });

  test('a worker who told them writes their word down; a supervisor only a no', async () => {
    await hold(ben);
    expect(await refusalOf(answer('fine', stan))).toBe('NOT_FOUND');
    expect(await answer('fine')).toEqual({ opened: ['case-plan', 'appointments'] });
    expect(await opens(ben)).toBe(2);
    expect(await refusalOf(answer('fine'))).toBe('CONFLICT');
    const [said] = await network.owner(
      (sql) => sql`select told_how, answer from post_introduction where case_id = ${caseId}`,
    );
    expect(said).toEqual({ told_how: 'phone', answer: 'fine' });
  });

  test('a no opens nothing, asks for no reason, and the place has nobody', async () => {
    await hold(ben);
    expect(await answer('not-this-person', stan)).toEqual({ opened: [] });
    expect(await opens(ben)).toBe(0);
    // As where the post is empty, or its holder is kept out: nobody is named.
    const { state, recipient } = await present();
    expect([state, recipient.name, recipient.title]).toEqual(['vacant', 'Youth Advocates', null]);
    expect(await waits()).toEqual([[null, true]]);
    expect(await refusalOf(answer('fine'))).toBe('CONFLICT');
    expect(
      await refusalOf(network.as(dana).consent.resume({ caseId, grantId: (await present()).grantId })),
    ).toBe('CONFLICT');
    // Whoever comes next is announced; the one they said no to is not, ever again.
    await hold(cleo);
    expect(await waits()).toEqual([['Cleo', true]]);
    await hold(ben);
    expect(await waits()).toEqual([[null, true]]);
  });

  test('nobody means nobody: it waits, and goes on when somebody comes', async () => {
    await hold(null);
    expect([await opens(ana), await opens(ben)]).toEqual([0, 0]);
    expect(await present()).toMatchObject({ state: 'vacant', recipient: { name: 'Youth Advocates' } });
    expect(await refusalOf(answerMine('fine'))).toBe('CONFLICT');
    await hold(ben);
    await answerMine('fine');
    expect(await opens(ben)).toBe(2);
  });

  test('whoever is kept out is not announced, and nobody learns of it', async () => {
    await mine().keepOut({ staffId: ben.staffId });
    await hold(ben);
    expect(await waits()).toEqual([[null, true]]);
    expect(await present()).toMatchObject({ state: 'vacant', keptOut: false });
  });

  test('one answer is about the person: everything to the post, and nothing else', async () => {
    await toPost(['case-plan'], 10);
    await hold(ben);
    await answerMine('fine');
    expect((await listed()).map(({ state, endsOn }) => [state, endsOn]).toSorted()).toEqual([
      ['active', inDays(10)],
      ['active', inDays(30)],
    ]);
  });
});

describe('what is carried', () => {
  test('is what was left of it: nothing that was stopped', async () => {
    await network.as(dana).consent.stop({ caseId, grantId, categories: ['case-plan'] });
    await hold(ben);
    await answerMine('fine');
    expect(await opens(ben)).toBe(1);
    expect(await present()).toMatchObject({ categories: ['appointments'] });
  });

  test('what is stopped or over is not carried; a stop while it waits stays a stop', async () => {
    const over = await toPost(['case-plan'], 5);
    await network.owner(
      (
        sql,
      ) => sql`update consent_grant set valid_from = now() - interval '2 days', valid_to = now() - interval '1 day'
        where id = ${over}`,
    );
    await hold(ben);
    expect(await listed()).toHaveLength(1);
    // Whoever stops what their page still shows means what goes on.
    await mine().stop({ grantId });
    expect(await present()).toMatchObject({ state: 'stopped' });
    await hold(cleo);
    expect(await waits()).toEqual([]);
    expect(await listed()).toHaveLength(1);
  });

  test('what they paused stays paused, and is theirs to start again', async () => {
    await mine().pause({ grantId });
    await hold(ben);
    expect(await refusalOf(mine().resume({ grantId: (await present()).grantId }))).toBe('CONFLICT');
    expect(await answerMine('fine')).toEqual({ opened: [] });
    expect(await opens(ben)).toBe(0);
    const { grantId: carried, state, pausedBy } = await present();
    expect([state, pausedBy]).toEqual(['paused', 'young_person']);
    expect(await refusalOf(network.as(dana).consent.resume({ caseId, grantId: carried }))).toBe('CONFLICT');
    await mine().resume({ grantId: carried });
    expect(await opens(ben)).toBe(2);
  });

  test('a mark goes along: it opens nothing before it is settled', async () => {
    await mine().mark({ grantId });
    await hold(ben);
    await answerMine('fine');
    expect(await opens(ben)).toBe(0);
    const [marked] = (await network.as(dana).marks.list({ caseId })).marks;
    expect(marked?.grantId).toBe((await present()).grantId);
  });

  test('the right to write goes from one to the other', async () => {
    await toPost(['case-plan'], 20, true);
    const write = (who: StaffActor) =>
      refusalOf(network.as(who).cases.addNote({ caseId, category: 'appointments', facts: 'A visit' }));
    expect(await write(ana)).toBe('ALLOWED');
    await hold(ben);
    expect([await write(ana), await write(ben)]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    await answerMine('fine');
    expect([await write(ana), await write(ben)]).toEqual(['NOT_FOUND', 'ALLOWED']);
  });

  test('a stop says what whoever held it before has read', async () => {
    await opens(ana);
    await hold(ben);
    await answerMine('fine');
    const { out } = await mine().stop({ grantId: (await present()).grantId });
    expect(out.map(({ kind }) => kind)).toEqual(['case-plan', 'appointments']);
  });

  test('a renewal is for whoever holds it now', async () => {
    const soon = await toPost(['case-plan'], 9);
    await hold(ben);
    const { changed } = await network.as(dana).renewal.open({ caseId });
    expect(changed.map(({ why }) => why)).toEqual(['post', 'post']);
    await answerMine('fine');
    const { same } = await network.as(dana).renewal.open({ caseId });
    const next = same.find(({ permission }) => permission.endsOn === inDays(9))?.permission;
    expect(next?.recipient).toMatchObject({ name: 'Ben', post: `Youth advocate ${posts}` });
    expect(next?.grantId).not.toBe(soon);
    const { permissions } = await network.as(dana).renewal.sign({
      caseId,
      endsOn: inDays(60),
      yes: [{ grantId: next?.grantId ?? grantId, initials: [] }],
      ...SIGNATURE,
    });
    expect(permissions[0]).toMatchObject({ recipient: { name: 'Ben', post: `Youth advocate ${posts}` } });
    await hold(cleo);
    expect(await opens(ben)).toBe(0);
  });
});

describe('what was so on a day', () => {
  test('is answered by what stood then: the old one, nobody, and the new one from their word on', async () => {
    await hold(ben);
    await answerMine('fine');
    const [now] = await network.owner(
      (sql) =>
        sql<{ day: string }[]>`select to_char(now() at time zone 'America/Chicago', 'YYYY-MM-DD') as day`,
    );
    const turnsOf = async (who: StaffActor) => {
      const { spans } = await network.as(stan).answers.ask({
        caseId,
        staffId: who.staffId,
        what: { is: 'kind', kind: 'case-plan' },
        purpose: 'care-plan-coordination',
        day: now?.day ?? '',
      });
      expect(spans.filter(({ differs }) => differs)).toEqual([]);
      const states = spans.map(({ open }) => open);
      return states.filter((open, at) => open !== states[at - 1]);
    };
    expect(await turnsOf(ana)).toEqual([false, true, false]);
    expect(await turnsOf(ben)).toEqual([false, true]);
  });
});

describe('two at once', () => {
  test('a signature and a change of holder come one after the other: nothing stays open to whoever left', async () => {
    const { grantId: draft } = await network.as(dana).consent.prepare({
      caseId,
      recipient: { kind: 'staff', staffId: ana.staffId, postId },
      categories: ['case-plan'],
      purpose: 'care-plan-coordination',
      endsOn: inDays(12),
      need: 'To plan.',
      withoutSharing: 'No.',
    });
    const [signed, held] = await Promise.all([
      refusalOf(network.as(dana).consent.sign({ caseId, grantId: draft, ...SIGNATURE })),
      refusalOf(hold(ben)),
    ]);
    expect(held).toBe('ALLOWED');
    expect(['ALLOWED', 'CONFLICT']).toContain(signed);
    expect([await opens(ana), await opens(ben)]).toEqual([0, 0]);
  });

  test('of two changes of holder one is last, and what is carried is carried to them alone', async () => {
    await Promise.all([refusalOf(hold(ben)), refusalOf(hold(cleo))]);
    const [name] = (await waits()).map(([who]) => who);
    const { posts: named } = await network.as(una).posts.list();
    expect(named.find((post) => post.postId === postId)?.holder?.name).toBe(name);
    expect(await listed()).toHaveLength(1);
  });
});

describe('whoever says who holds it', () => {
  test('supervises there, and puts nobody of another agency and not themselves into it', async () => {
    expect(await refusalOf(hold(ben, ana))).toBe('NOT_FOUND');
    expect(await refusalOf(hold(ben, stan))).toBe('NOT_FOUND');
    expect(await refusalOf(hold(una))).toBe('NOT_FOUND');
    expect(await refusalOf(hold(stan))).toBe('NOT_FOUND');
    expect(await refusalOf(hold(ana))).toBe('CONFLICT');
    const name = network.as(una).posts.name;
    expect(await refusalOf(name({ name: `YOUTH advocate ${posts}`, staffId: ben.staffId }))).toBe('CONFLICT');
    expect(await opens(ana)).toBe(2);
  });

  test('learns nothing of any case, and writes a line in no other', async () => {
    expect(await hold(ben)).toEqual({});
    expect(await refusalOf(network.as(una).cases.open({ caseId }))).toBe('NOT_FOUND');
    const line = (action: string) =>
      sqlStateOf(
        network,
        una,
        caseId,
        (tx) => tx`insert into ledger_entry (id, node_id, actor_kind, actor_id, actor_agency, action, case_id,
            owner_agency, purpose, category_mask, item_count, digest)
          values (gen_random_uuid(), ${network.database.node.nodeId}, 'staff', ${una.staffId}, ${una.agencyId},
            ${action}, ${caseId}, ${dana.agencyId}, 1, 8, 0, sha256(''))`,
      );
    // The transaction in which they changed it is over.
    expect(await line('handed-over')).toBe('42501');
    expect(await line('opened')).toBe('42501');
  });
});

describe('the floor by itself', () => {
  test('projects nothing to somebody of whom they did not say that this is fine', async () => {
    await hold(ben);
    const { grantId: carried } = await present();
    const row = {
      owner_agency: dana.agencyId,
      grantee_kind: 'staff',
      grantee_id: ben.staffId,
      purpose: 1,
      see_mask: maskOf(['case-plan']).toString(),
      know_mask: maskOf(['case-plan']).toString(),
      valid_to: new Date(Date.now() + 86_400_000).toISOString(),
    };
    const by = (who: StaffActor | YouthActor, call: 'project' | 'resume') =>
      sqlStateOf(network, who, caseId, (tx) =>
        call === 'project'
          ? tx`select project_grant(${carried}, ${tx.json([row])})`
          : tx`select resume_grant(${carried}, ${tx.json([row])}, '{}')`,
      );
    expect(await by(dana, 'project')).toBe('AC409');
    expect(await by(dana, 'resume')).toBe('AC409');
    expect(await by(young, 'resume')).toBe('AC409');
    expect(await rows()).toHaveLength(0);
  });

  test('takes no draft to a post for anybody but its holder', async () => {
    const draft = (who: StaffActor) =>
      sqlStateOf(
        network,
        dana,
        caseId,
        (
          tx,
        ) => tx`insert into consent_grant (id, case_id, discloser_agency, recipient_kind, recipient_id, purpose,
            categories, valid_to, prepared_by, post_id)
          values (gen_random_uuid(), ${caseId}, ${dana.agencyId}, 'staff', ${who.staffId}, 1, 8,
            now() + interval '9 days', ${dana.staffId}, ${postId})`,
      );
    expect(await draft(ben)).toBe('AC409');
    expect(await draft(ana)).toBe('ALLOWED');
  });

  test('another’s worker, and another young person, answer for nobody', async () => {
    await hold(ben);
    const { grantId: carried } = await present();
    const said = { grantId: carried, answer: 'fine' as const };
    const { young: other } = await network.openCase(dana, 'Kit');
    expect(await refusalOf(network.asYouth(other).mine.answerNewHolder(said))).toBe('NOT_FOUND');
    for (const who of [ana, ben, una])
      expect(await refusalOf(network.as(who).posts.answer({ caseId, told: 'text', ...said }))).toBe(
        'NOT_FOUND',
      );
    expect(await opens(ben)).toBe(0);
  });

  test('whoever holds it and has left is nobody', async () => {
    await network.owner(
      (sql) => sql`update staff set ended_at = now() - interval '1 second' where id = ${ana.staffId}`,
    );
    expect(await opens(ana)).toBe(0);
    expect(await waits()).toEqual([[null, true]]);
    await network.owner((sql) => sql`update staff set ended_at = null where id = ${ana.staffId}`);
  });
});
