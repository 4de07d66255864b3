import type { AdvisorActor, CaseId, GrantId, ProtocolId, StaffActor } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inDays, Network, SIGNATURE } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// What no advisor signed, and no named person read in another language, takes no real permission: the procedure says
// why, and the floor holds it without the procedure.

let network: Network;
let dana: StaffActor;
let ortiz: StaffActor;
let ada: AdvisorActor;
let caseId: CaseId;

const TEXT = '{who} can see {what}. It is for {why}. It ends on {until}.';

beforeAll(async () => {
  network = await Network.start();
  dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  ortiz = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
  ada = await network.addAdvisor('Ada');
  ({ caseId } = await network.openCase(dana, 'Robin'));
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
});
afterAll(() => network.close());

const prepare = async (language: 'en' | 'es' = 'en'): Promise<GrantId> => {
  const { grantId } = await network.as(dana).consent.prepare({
    caseId,
    recipient: { kind: 'staff', staffId: ortiz.staffId },
    categories: ['case-plan'],
    purpose: 'care-plan-coordination',
    endsOn: inDays(30),
    need: 'To plan together.',
    withoutSharing: 'No.',
    language,
  });
  return grantId;
};
const sign = (grantId: GrantId) => network.as(dana).consent.sign({ caseId, grantId, ...SIGNATURE });
const paperOf = (grantId: GrantId) => network.as(dana).consent.paper({ caseId, grantId });
const signBare = (grantId: GrantId) =>
  network.database.withActor(
    dana,
    { purpose: 'care-plan-coordination', cases: [caseId] },
    (tx) => tx`select sign_grant(${grantId}, 'typed', sha256('form'), 0)`,
  );
/** Refused by the procedure, with the field; and by the floor alone; and nothing is shared or half written. */
async function expectUnsigned(grantId: GrantId): Promise<void> {
  await expect(sign(grantId)).rejects.toMatchObject({ cause: { fields: [{ field: 'paper' }] } });
  expect(await refusalOf(signBare(grantId))).toBe('CONFLICT');
  const rows = await network.owner(
    (sql) => sql`select from consent_signature where grant_id = ${grantId}
      union all select from consent_document where grant_id = ${grantId} and version > 1
      union all select from effective_access where basis_id = ${grantId}`,
  );
  expect(rows).toHaveLength(0);
}

const textId = async (): Promise<ProtocolId> => {
  const { protocols } = await network.as(dana).protocols.list();
  const own = protocols.find(
    ({ kind, language, agency }) => kind === 'permission' && language === 'en' && agency === 'County Welfare',
  );
  if (!own) throw new Error('no text of the own agency');
  return own.protocolId;
};

test('a permission is made on the text that its discloser published, and keeps it when there is a newer one', async () => {
  const first = await prepare();
  const keeper = network.as(dana).protocols;
  const protocolId = await textId();
  const [block] = (await keeper.open({ protocolId })).blocks;
  if (!block) throw new Error('no paragraph');
  await keeper.change({
    protocolId,
    version: 1,
    is: 'reword',
    blockId: block.blockId,
    heading: 'Yes',
    body: TEXT,
  });
  const beforeIt = await prepare();
  expect((await paperOf(beforeIt)).version).toBe(1);
  await keeper.sendForReview({ protocolId, version: 2 });
  await network.as(ada).reviews.signOff({ protocolId, version: 2, pseudonym: 'Marigold' });
  await keeper.publish({ protocolId, version: 2 });

  expect(await paperOf(await prepare())).toMatchObject({
    version: 2,
    holds: [],
    signedBy: ['Marigold'],
    blocks: [{ number: 1, heading: 'Yes', body: TEXT }],
    isDemo: false,
  });
  expect((await paperOf(first)).version).toBe(1);
  const signed = await sign(first);
  expect(signed.paper).toEqual({ language: 'en', holds: [] });
  expect(signed.text).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test('an agency without a text in that language takes no signature', async () => {
  const grantId = await prepare('es');
  expect(await paperOf(grantId)).toMatchObject({
    language: 'es',
    title: null,
    holds: ['no-text'],
    blocks: [],
  });
  await expectUnsigned(grantId);
});

test('a translation takes one when an advisor signed it and somebody is named who read it, not before', async () => {
  const keeper = network.as(dana).protocols;
  const original = await textId();
  const { protocolId } = await keeper.translate({ protocolId: original, version: 2, title: 'Compartir' });
  const page = await keeper.open({ protocolId });
  expect(page.translation).toMatchObject({ of: original, ofVersion: 2, originalIsPublished: true });

  const grantId = await prepare('es');
  expect((await paperOf(grantId)).holds).toEqual(['no-advisor', 'no-reader', 'not-published']);
  await expectUnsigned(grantId);

  await keeper.sendForReview({ protocolId, version: 1 });
  await network.as(ada).reviews.signOff({ protocolId, version: 1 });
  await expect(keeper.publish({ protocolId, version: 1 })).rejects.toMatchObject({
    cause: { fields: [{ field: 'version' }] },
  });
  await expectUnsigned(grantId);
  await keeper.nameReader({ protocolId, version: 1, name: 'M. Vidal', capacity: 'Court interpreter' });
  expect((await paperOf(grantId)).holds).toEqual(['not-published']);
  await keeper.publish({ protocolId, version: 1 });

  expect(await paperOf(grantId)).toMatchObject({ holds: [], reader: 'M. Vidal', signedBy: ['Ada'] });
  expect((await sign(grantId)).paper).toEqual({ language: 'es', holds: [] });
});

test('nobody chooses the paper of a draft, and nobody changes it', async () => {
  const grantId = await prepare();
  const scope = { purpose: 'care-plan-coordination', cases: [caseId] } as const;
  const change = network.database.withActor(
    dana,
    scope,
    (tx) => tx`update consent_grant set paper_version = 1 where id = ${grantId}`,
  );
  expect(await refusalOf(change)).toBe('INTERNAL');
  expect(await refusalOf(network.as(ortiz).consent.paper({ caseId, grantId }))).toBe('NOT_FOUND');
});

test('the floor alone publishes no translation that nobody read, and no text without its gaps', async () => {
  const { protocolId } = await network.as(ortiz).protocols.start({
    kind: 'notice',
    title: 'Before you tell us',
    heading: 'Some things we pass on',
    body: 'If somebody hurts you, we must tell.',
  });
  const second = network.as(ortiz).protocols.start({
    kind: 'permission',
    title: 'Another',
    heading: 'Yes',
    body: 'Yes.',
  });
  await expect(second).rejects.toMatchObject({ cause: { fields: [{ field: 'kind' }] } });
  const publishBare = (of: ProtocolId, version: number, as: StaffActor) =>
    network.database.withActor(
      as,
      { purpose: 'care-plan-coordination' },
      (tx) => tx`update protocol_version set status = 'published', published_at = statement_timestamp()
        where protocol_id = ${of} and number = ${version}`,
    );
  const { protocolId: spanish } = await network
    .as(ortiz)
    .protocols.translate({ protocolId, version: 1, title: 'Antes' });
  for (const each of [protocolId, spanish]) {
    await network.as(ortiz).protocols.sendForReview({ protocolId: each, version: 1 });
    await network.as(ada).reviews.signOff({ protocolId: each, version: 1 });
  }
  await network
    .as(ortiz)
    .protocols.nameReader({ protocolId: spanish, version: 1, name: 'M.', capacity: 'x' });
  // Its original is not published yet.
  expect(await refusalOf(publishBare(spanish, 1, ortiz))).toBe('NOT_FOUND');
  await network.as(ortiz).protocols.publish({ protocolId, version: 1 });
  await network.as(ortiz).protocols.publish({ protocolId: spanish, version: 1 });

  const gapless = await textId();
  const keeper = network.as(dana).protocols;
  const [block] = (await keeper.open({ protocolId: gapless })).blocks;
  if (!block) throw new Error('no paragraph');
  const words = { is: 'reword', blockId: block.blockId, heading: 'Yes', body: '{who} can see it.' } as const;
  const { version } = await keeper.change({ protocolId: gapless, version: 2, ...words });
  await keeper.sendForReview({ protocolId: gapless, version });
  await network.as(ada).reviews.signOff({ protocolId: gapless, version });
  expect((await keeper.open({ protocolId: gapless })).holds).toEqual(['gaps']);
  expect(await refusalOf(publishBare(gapless, version, dana))).toBe('NOT_FOUND');
});

test('another agency neither translates a text, nor names its reader, nor reads its draft', async () => {
  const protocolId = await textId();
  const other = network.as(ortiz).protocols;
  const page = await network.as(dana).protocols.open({ protocolId });
  const translation = page.translations[0]?.protocolId ?? protocolId;
  const input = { protocolId, version: page.version, title: 'Otro' };
  expect(await refusalOf(other.translate(input))).toBe('NOT_FOUND');
  const named = { protocolId: translation, version: 1, name: 'X', capacity: 'Y' };
  expect(await refusalOf(other.nameReader(named))).toBe('NOT_FOUND');
  const bare = network.database.withActor(
    ortiz,
    { purpose: 'care-plan-coordination' },
    (tx) => tx`insert into protocol (id, agency_id, title, created_by, kind, language, translates)
      values (gen_random_uuid(), ${ortiz.agencyId}, 'X', ${ortiz.staffId}, 'permission', 'es', ${protocolId})`,
  );
  expect(await refusalOf(bare)).toBe('NOT_FOUND');
});

test('where the people are made up a paper says what it lacks, and takes the signature', async () => {
  const lena = await network.addStaff(await network.addAgency('Harbor House', 'community'), 'Lena');
  await network.owner(
    (sql) => sql`update protocol_version set status = 'draft', published_at = null
    where protocol_id = (select id from protocol where agency_id = ${lena.agencyId})`,
  );
  const { caseId: made } = await network.openCase(lena, 'Sam');
  await network.as(lena).cases.addGoal({ caseId: made, ownWords: 'Cook' });
  const share = () => network.share(lena, made, { as: ortiz }, ['case-plan']);
  expect(await refusalOf(share())).toBe('BAD_INPUT');
  const itself = network.database.withActor(
    lena,
    { purpose: 'care-plan-coordination' },
    (tx) => tx`insert into demo_mode values (true)`,
  );
  expect(await refusalOf(itself)).toBe('INTERNAL');
  await network.owner((sql) => sql`insert into demo_mode values (true)`);
  const grantId = await share();
  const { permissions } = await network.as(lena).consent.list({ caseId: made });
  expect(permissions.find((each) => each.grantId === grantId)?.paper).toEqual({
    language: 'en',
    holds: ['not-published'],
  });
});
