import { hashPassword } from '@accord/identity/server';
import {
  type AgencyId,
  type BasisId,
  type CaseId,
  type GrantId,
  type ItemId,
  type PostId,
  type RequestId,
  type ServiceId,
  type StaffActor,
  type YouthActor,
  newId,
  type BlockId,
  type CommentId,
  type ProtocolId,
} from '@accord/kernel';
import type { PlanId } from '@accord/plans';
import type { ErasureId, HandoverId, HoldId, PackageAskInput, PackageId } from '@accord/cases';
import {
  AgreementId,
  type AuthorityId,
  type DutyEntryId,
  type MarkId,
  maskOf,
  type PolicyCaseId,
} from '@accord/consent';
import { randomUUID } from 'node:crypto';
import { addService } from '../support/directory.ts';
import { consentFile, EVIDENCE_NAME } from '../support/evidence.ts';
import { inDays, Network, SIGNATURE } from '../support/network.ts';
import { askAround, type MatchWorld } from './world-matches.ts';
import { meet, MEETING_TEXTS, type MeetingWorld } from './world-meetings.ts';

/** Every text of this world, each with a word that nothing else holds: it shows wherever its text got to. */
export const TEXTS = {
  name: 'Robin canary-name',
  contact: 'Text after four canary-contact',
  goal: 'Learn to swim canary-goal',
  card: 'Say it short canary-card',
  wish: 'More time in the water canary-wish',
  worry: 'To be sent away canary-worry',
  step: 'Ask at the pool canary-step',
  record: 'A visit at home canary-record',
  visit: 'Dentist on Monday canary-visit',
  date: 'Visit canary-date',
  reason: 'A place to sleep canary-reason',
  need: 'To plan together canary-need',
  evidence: EVIDENCE_NAME,
  therapy: 'A hard week canary-therapy',
  ...MEETING_TEXTS,
  otherName: 'Sam canary-other-name',
  otherGoal: 'Finish school canary-other-goal',
  protocol: 'Ask before you call canary-protocol',
} as const;
export type TextName = keyof typeof TEXTS;

export const EMAIL = 'dana@welfare.example';
export const PASSWORD = 'a long enough sentence';

/** Robin's case in a network of seven agencies, with one person for each way of standing to it. */
export interface World extends MatchWorld, MeetingWorld {
  network: Network;
  caseId: CaseId;
  goalId: ItemId;
  stepId: ItemId;
  /** Cora covers for Dana: Robin wants to talk about it, and has not said anything to the other one. */
  talkId: HandoverId;
  handoverId: HandoverId;
  /** A need of the lead agency, of the plan’s own kind. */
  needId: ItemId;
  /** The first version of the lead agency’s plan, sent by Dana; the plan has changed since. */
  planId: PlanId;
  /** Not signed yet. */
  draftId: GrantId;
  /** Names Ortiz, and is active. */
  grantId: GrantId;
  serviceId: ServiceId;
  /** The child welfare note, which Kim knows of and does not see. */
  recordId: ItemId;
  /** A note that Robin reads too. */
  visitId: ItemId;
  /** Names Pia, and is paused on Robin's word. */
  pausedId: GrantId;
  /** Was carried to Rae, who is new in a post of the hospital; Robin has not said a word. */
  announcedId: GrantId;
  /** Of the lead agency: Cora holds it. */
  postId: PostId;
  /** An order of a court, for Judd. */
  basisId: BasisId;
  /** An emergency that Cora asked for, which waits for a second person; and one of hers that is over, and unseen. */
  askedId: BasisId;
  emergencyId: BasisId;
  /** A subpoena that nobody has answered. */
  entryId: DutyEntryId;
  /** What Dana's agency signed beside its first one, which covers the same. */
  agreementId: AgreementId;
  /** Cora placed it. */
  holdId: HoldId;
  /** Cora asked for it, before anything kept the case. Nobody has answered. */
  erasureId: ErasureId;
  /** By the order for Judd: Cora prepared both. One waits for a second person; Stan approved the other. */
  packageId: PackageId;
  approvedId: PackageId;
  /** A saved question of the lead agency's. */
  policyCaseId: PolicyCaseId;
  /** On a stop that Robin may not have chosen, and not settled. */
  markId: MarkId;
  /** Ortiz asked for it, and nobody has answered. */
  requestId: RequestId;
  /** Nan asked for it, and was set aside. */
  asideId: RequestId;
  /** Sent to a service that Ari's agency runs: one waits for an answer, one they say is done. */
  referralId: ItemId;
  doneReferralId: ItemId;
  /** May sign; signed one of Ortiz's permissions. */
  motherId: AuthorityId;
  countersignedId: GrantId;
  /** Staff said that they sign nothing. */
  excludedId: AuthorityId;
  review: Review;
  /** Dana's account, of EMAIL and PASSWORD. */
  accountId: string;
  people: People;
}
/** Protocols of Dana's agency. */
interface Review {
  /** In review, with a question of Ada's that nobody answered. */
  protocolId: ProtocolId;
  blockId: BlockId;
  commentId: CommentId;
  draftId: ProtocolId;
  /** In review, signed, without a comment. */
  signedId: ProtocolId;
  /** The Spanish version of the first, as a draft that nobody read. */
  translationId: ProtocolId;
}
type People = Awaited<ReturnType<typeof hire>> & { robin: YouthActor; sam: YouthActor };

/** Builds it through the procedures of the product; only dates and denials are set as the owner. */
export async function buildWorld(): Promise<World> {
  const network = await Network.start();
  const staff = await hire(network);
  const { dana, teo } = staff;
  const accountId = await addAccount(network, dana);
  const serviceId = await addService(network, 'Short stay', staff.shelter);

  const { caseId, young: robin } = await network.openCase(dana, TEXTS.name);
  const { caseId: otherCase, young: sam } = await network.openCase(teo, TEXTS.otherName);
  await network.as(teo).cases.addGoal({ caseId: otherCase, ownWords: TEXTS.otherGoal });
  const basisId = await orderByCourt(network, caseId, staff);

  const write = network.as(dana);
  const { itemId: goalId } = await write.cases.addGoal({ caseId, ownWords: TEXTS.goal });
  const { itemId: stepId } = await write.cases.addStep({ caseId, goalId, text: TEXTS.step });
  const { itemId: needId } = await write.plans.add({
    caseId,
    entry: 'fun-and-talents',
    ownWords: TEXTS.wish,
    rating: 'plan',
  });
  await write.plans.add({ caseId, entry: 'deportation', ownWords: TEXTS.worry });
  await write.care.write({ caseId, seen: null, sheet: { kind: 'card', card: { speak: TEXTS.card } } });
  const told = { holderId: dana.agencyId, topics: ['court' as const] };
  await write.care.write({ caseId, seen: null, sheet: { kind: 'told-once', told } });
  const { planId } = await write.plans.send({ caseId });
  await write.plans.add({ caseId, entry: 'keeps-going', ownWords: TEXTS.wish });
  const { itemId: recordId } = await write.cases.addNote({
    caseId,
    category: 'cw-record',
    facts: TEXTS.record,
  });
  const { itemId: visitId } = await write.cases.addNote({
    caseId,
    category: 'appointments',
    facts: TEXTS.visit,
  });
  await write.cases.addAppointment({ caseId, what: TEXTS.date, startsAt: '2031-05-05T15:00:00.000Z' });
  await write.cases.editProfile({ caseId, name: TEXTS.name, safeContact: TEXTS.contact, revision: 1 });
  const { itemId: referralId } = await write.referrals.refer({ caseId, serviceId, reason: TEXTS.reason });
  const { itemId: doneReferralId } = await write.referrals.refer({ caseId, serviceId, reason: TEXTS.reason });
  for (const [index, move] of (['accept', 'complete'] as const).entries())
    await write.referrals.move({ caseId, itemId: doneReferralId, move, revision: index + 1 });

  await assignPeople(network, caseId, staff);
  const grantId = await sharePermissions(network, caseId, staff);
  const pausedId = await network.share(dana, caseId, { as: staff.pia }, ['case-plan', 'cw-record']);
  await write.consent.pause({ caseId, grantId: pausedId });
  const posts = await fillPosts(network, caseId, staff);
  const markId = await doubt(network, caseId, staff);
  const emergencies = await openEmergencies(network, caseId, staff);
  const [entryId] = (await write.register.record({ caseId, ...SUBPOENA })).entryIds;
  if (!entryId) throw new RangeError('a register without an entry');
  const keeping = await hold(network, caseId, staff);
  const packages = await packRecords(network, caseId, basisId, staff);
  const policyCaseId = await saveQuestion(network, staff);
  const agreementId = await signMore(network, staff);
  const requests = await askForMore(network, caseId, staff);
  const { staffId: doer } = staff.ortiz;
  await write.cases.planStep({ caseId, stepId, doer, dueOn: '2031-05-05', revision: 1 });
  await network.as(staff.sosa).cases.addNote({ caseId, category: 'mh-record', facts: TEXTS.therapy });
  const { grantId: draftId } = await write.consent.prepare({
    caseId,
    ...permissionFor(teo),
    need: TEXTS.need,
  });
  const signers = await recordSigners(network, caseId, staff);
  const review = await openReviews(network, staff);
  const matches = await askAround(network, caseId, staff);
  const handovers = await coverForAWeek(network, caseId, staff, robin);
  const meetings = await meet(network, caseId, { ...staff, robin });
  await leave(network, [staff.fay, staff.finn]);
  return {
    network,
    caseId,
    goalId,
    stepId,
    needId,
    planId,
    draftId,
    grantId,
    serviceId,
    recordId,
    visitId,
    pausedId,
    ...posts,
    basisId,
    markId,
    ...emergencies,
    entryId,
    ...keeping,
    ...packages,
    ...matches,
    ...handovers,
    ...meetings,
    policyCaseId,
    agreementId,
    ...requests,
    ...signers,
    referralId,
    doneReferralId,
    review,
    accountId,
    people: { ...staff, robin, sam },
  };
}

/** Cora covers for Dana, twice: Robin wants to talk about the one, and has not said anything to the other. */
async function coverForAWeek(
  network: Network,
  caseId: CaseId,
  { dana, cora, stan }: Staff,
  robin: YouthActor,
) {
  const cover = { leaves: dana.staffId, comes: cora.staffId, caseIds: [caseId], untilOn: inDays(7) };
  const newest = async () => {
    await network.as(stan).cases.handOver(cover);
    const [first] = (await network.asYouth(robin).mine.handovers()).handovers;
    if (!first) throw new RangeError('nobody is new');
    return first.handoverId;
  };
  const talkId = await newest();
  await network.asYouth(robin).mine.answerHandover({ handoverId: talkId, answer: 'talk' });
  return { talkId, handoverId: await newest() };
}

/** A mother who signed a permission beside Robin, and a father who signs nothing. */
async function recordSigners(network: Network, caseId: CaseId, { dana, ortiz }: Staff) {
  const motherId = await network.addGuardian(dana, caseId);
  const countersignedId = await network.share(dana, caseId, { as: ortiz, adult: motherId }, ['case-plan']);
  const excludedId = await network.addGuardian(dana, caseId);
  await network.as(dana).consent.excludeSigner({ caseId, authorityId: excludedId });
  return { motherId, countersignedId, excludedId };
}

/** What a worker fills in to share goals with someone for a month. */
export const permissionFor = ({ staffId }: StaffActor) => ({
  recipient: { kind: 'staff' as const, staffId },
  categories: ['case-plan' as const],
  purpose: 'care-plan-coordination' as const,
  endsOn: inDays(30),
  need: 'To plan together.',
  withoutSharing: 'No.',
  mayWrite: false,
});

async function hire(network: Network) {
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  const police = await network.addAgency('Town Police', 'law-enforcement');
  const clinic = await network.addAgency('River Clinic', 'mental-health');
  const shelter = await network.addAgency('Open House', 'runaway-homeless-youth');
  const court = await network.addAgency('Youth Court', 'juvenile-justice');
  const hospital = await network.addAgency('Hill Hospital', 'medical');
  const school = await network.addAgency('North School', 'education');
  // A member of a case team by the state's law, which counts whoever HIPAA covers.
  await network.owner((sql) => sql`update agency set covered_entity = true where id = ${hospital}`);
  const at = (agency: AgencyId, name: string) => network.addStaff(agency, name);
  return {
    shelter,
    dana: await at(welfare, 'Dana'),
    cora: await at(welfare, 'Cora'),
    stan: await at(welfare, 'Stan'),
    olga: await at(welfare, 'Olga'),
    bram: await at(welfare, 'Bram'),
    fay: await at(welfare, 'Fay'),
    otto: await at(welfare, 'Otto'),
    ortiz: await at(police, 'Ortiz'),
    pete: await at(police, 'Pete'),
    eve: await at(police, 'Eve'),
    rob: await at(police, 'Rob'),
    nan: await at(police, 'Nan'),
    bo: await at(police, 'Bo'),
    finn: await at(police, 'Finn'),
    ray: await at(police, 'Ray'),
    pia: await at(police, 'Pia'),
    sosa: await at(clinic, 'Sosa'),
    ari: await at(shelter, 'Ari'),
    abe: await at(shelter, 'Abe'),
    judd: await at(court, 'Judd'),
    nia: await at(hospital, 'Nia'),
    kim: await at(hospital, 'Kim'),
    teo: await at(school, 'Teo'),
    pola: await at(hospital, 'Pola'),
    quin: await at(hospital, 'Quin'),
    rae: await at(hospital, 'Rae'),
    advisor: await network.addAdvisor('Ada'),
  };
}
type Staff = Awaited<ReturnType<typeof hire>>;

async function assignPeople(network: Network, caseId: CaseId, staff: Staff): Promise<void> {
  await network.assign(caseId, staff.cora, 'cover');
  await network.assign(caseId, staff.stan, 'supervision');
  await network.assign(caseId, staff.bram, 'assigned');
  await network.assign(caseId, staff.fay, 'assigned');
  await network.assign(caseId, staff.ari, 'assigned');
  await block(network, caseId, staff.bram);
}

async function sharePermissions(network: Network, caseId: CaseId, staff: Staff): Promise<GrantId> {
  const { dana } = staff;
  const form = { ...permissionFor(staff.ortiz), categories: ['case-plan' as const, 'appointments' as const] };
  const evidence = consentFile();
  const { grantId } = await network.as(dana).consent.prepare({ caseId, ...form, need: TEXTS.need, evidence });
  await network.as(dana).consent.sign({ caseId, grantId, ...SIGNATURE });

  await network.share(dana, caseId, { as: staff.sosa, mayWrite: true }, ['case-plan']);
  await network.share(dana, caseId, { as: { agencyId: staff.shelter } }, ['case-plan', 'service-linkage']);
  await network.share(dana, caseId, { as: staff.bo }, ['case-plan', 'cw-record']);
  await block(network, caseId, staff.bo);
  await network.share(dana, caseId, { as: staff.ray }, ['case-plan', 'appointments']);
  await block(network, caseId, staff.ray, maskOf(['case-plan']));
  await network.share(dana, caseId, { as: staff.finn }, ['case-plan', 'cw-record']);
  await expire(network, await network.share(dana, caseId, { as: staff.eve }, ['case-plan', 'cw-record']));
  const revoked = await network.share(dana, caseId, { as: staff.rob }, ['case-plan', 'cw-record']);
  await network.as(dana).consent.stop({ caseId, grantId: revoked });
  const narrowed = await network.share(dana, caseId, { as: staff.nan }, ['case-plan', 'appointments']);
  await network.as(dana).consent.stop({ caseId, grantId: narrowed, categories: ['case-plan'] });
  return grantId;
}

/** Somebody is new in a post of the hospital that Robin shared with; whoever was there before has it no more. */
async function fillPosts(network: Network, caseId: CaseId, staff: Staff) {
  const { dana, stan, cora, pola, quin, rae } = staff;
  const { caseId: theirs } = await network.openCase(quin, 'Kit');
  await network.assign(theirs, pola, 'supervision');
  const { postId } = await network.as(stan).posts.name({ name: 'Intake', staffId: cora.staffId });
  const hospital = network.as(pola).posts;
  const { postId: liaison } = await hospital.name({ name: 'Liaison', staffId: quin.staffId });
  const form = permissionFor(quin);
  const { grantId } = await network.as(dana).consent.prepare({
    caseId,
    ...form,
    recipient: { ...form.recipient, postId: liaison },
    need: TEXTS.need,
  });
  await network.as(dana).consent.sign({ caseId, grantId, ...SIGNATURE });
  await hospital.hold({ postId: liaison, staffId: rae.staffId });
  const { permissions } = await network.as(dana).consent.list({ caseId });
  const announced = permissions.find(({ state }) => state === 'announced');
  if (!announced) throw new RangeError('nobody is announced');
  return { postId, announcedId: announced.grantId };
}

/** A hold of Cora's, and an erasure that she asked for when the case was due. */
async function hold(network: Network, caseId: CaseId, { cora }: Staff) {
  const { holdId } = await network.as(cora).keeping.placeHold({ caseId, reason: 'court-case' });
  const erasureId = randomUUID() as ErasureId;
  await network.owner(
    (sql) => sql`insert into erasure (id, case_id, owner_agency, kinds, because, due_at, asked_by, asked_at)
      values (${erasureId}, ${caseId}, ${cora.agencyId}, 8, '[]', now() - interval '1 day', ${cora.staffId}, now())`,
  );
  return { holdId, erasureId };
}

/** What somebody asks for by an order of a court. */
export const packageBy = (basisId: BasisId) =>
  ({
    demand: 'court-order',
    basisId,
    number: 'REQ-14',
    receivedOn: inDays(-1),
    dueOn: inDays(9),
    kinds: ['cw-record', 'case-plan'],
    firstDay: inDays(-30),
    lastDay: inDays(2),
  }) satisfies Omit<Extract<PackageAskInput, { demand: 'court-order' }>, 'caseId'>;

async function packRecords(network: Network, caseId: CaseId, basisId: BasisId, { cora, stan }: Staff) {
  const prepare = () => network.as(cora).packages.prepare({ caseId, ...packageBy(basisId) });
  const { packageId } = await prepare();
  const { packageId: approvedId } = await prepare();
  await network.as(stan).packages.answer({ caseId, packageId: approvedId, approve: true });
  return { packageId, approvedId };
}

/** A question to the rule that Stan saved, as somebody who supervises may. */
async function saveQuestion(network: Network, { stan }: Staff): Promise<PolicyCaseId> {
  const { policyCaseId } = await network.as(stan).policyCases.save({
    from: 'plan-by-permission',
    kinds: ['health-hiv'],
    purpose: 'treatment',
    on: '2026-07-04',
    law: 'CA 2026-11-22',
    name: 'A plan is no test result',
    expected: { decision: 'deny', reason: 'NO_BASIS' },
  });
  return policyCaseId;
}

/** Put there as the owner, like the first: nothing depends on it. */
async function signMore(network: Network, { dana }: Staff): Promise<AgreementId> {
  const agreementId = newId(AgreementId);
  await network.owner(
    (
      sql,
    ) => sql`insert into agreement (id, agency_id, sort, parties, number, signed_by, signed_on, gives, receives,
        purposes, valid_from, valid_to, over_at, recorded_by, recorded_at)
      select ${agreementId}, agency_id, 'data-sharing', parties, 'DSA 2', signed_by, signed_on, gives, receives, purposes,
        valid_from, valid_to, over_at, recorded_by, recorded_at
      from agreement where agency_id = ${dana.agencyId}`,
  );
  return agreementId;
}

async function askForMore(network: Network, caseId: CaseId, { dana, ortiz, nan }: Staff) {
  await network.as(ortiz).consent.ask({ caseId, kind: 'service-linkage', need: 'planning' });
  await network.as(nan).consent.ask({ caseId, kind: 'service-linkage', need: 'timing' });
  const { waiting } = await network.as(dana).consent.inbox();
  const idOf = (who: string) => {
    const found = waiting.find((each) => each.is === 'request' && each.name === who);
    if (found?.is !== 'request') throw new RangeError(`no ask of ${who}`);
    return found.requestId;
  };
  const [requestId, asideId] = [idOf('Ortiz'), idOf('Nan')];
  await network.as(dana).consent.setAside({ caseId, requestId: asideId, reason: 'not-now' });
  return { requestId, asideId };
}

/** The stop of what Rob was given may not have been Robin's own choice. */
async function doubt(network: Network, caseId: CaseId, { dana }: Staff): Promise<MarkId> {
  const write = network.as(dana);
  const { permissions } = await write.consent.list({ caseId });
  const stopped = permissions.find(({ recipient }) => recipient.name === 'Rob');
  if (!stopped) throw new RangeError('no permission that was stopped');
  await write.marks.mark({ caseId, grantId: stopped.grantId });
  const [marked] = (await write.marks.list({ caseId })).marks;
  if (!marked) throw new RangeError('a mark that nobody lists');
  return marked.markId;
}

/** Sets the dates of a permission, as the clock would have: it ended a moment ago. */
async function expire(network: Network, grantId: GrantId): Promise<void> {
  await network.owner(async (sql) => {
    const [from, to] = [sql`now() - interval '10 days'`, sql`now() - interval '1 millisecond'`];
    await sql`update consent_grant set valid_from = ${from}, valid_to = ${to} where id = ${grantId}`;
    await sql`update effective_access set valid_from = ${from}, valid_to = ${to} where basis_id = ${grantId}`;
    await sql`update key_wrap set ends_at = ${to} where basis_id = ${grantId}`;
  });
}

async function block(
  network: Network,
  caseId: CaseId,
  { staffId }: StaffActor,
  kinds = (1n << 63n) - 1n,
): Promise<void> {
  await network.owner(
    (sql) => sql`insert into access_denial (id, case_id, target_kind, target_id, categories)
      values (${randomUUID()}, ${caseId}, 'staff', ${staffId}, ${String(kinds)})`,
  );
}

async function leave(network: Network, staff: readonly StaffActor[]): Promise<void> {
  const ids = staff.map(({ staffId }) => staffId);
  await network.owner(
    (sql) => sql`update staff set ended_at = now() - interval '1 day' where id in ${sql(ids)}`,
  );
}

/** What a worker fills in to record an order of a court for somebody. */
export const orderFor = ({ staffId }: StaffActor) => ({
  kind: 'court_order' as const,
  recipient: { kind: 'staff' as const, staffId },
  categories: ['cw-record' as const],
  purposes: ['care-plan-coordination' as const],
  number: 'JV-2031-0118',
  issuedOn: inDays(-3),
  endsOn: inDays(10),
  told: 'safe-moment' as const,
});

async function orderByCourt(network: Network, caseId: CaseId, { dana, judd, kim }: Staff): Promise<BasisId> {
  const record = network.as(dana).bases.record;
  const { basisId } = await record({ caseId, ...orderFor(judd) });
  // A statute on case teams opens the plan to a member, and lets them know of what another part of the team writes.
  const { issuedOn: _, ...form } = orderFor(kim);
  const team = { caseId, ...form, kind: 'team_statute' as const, number: 'WIC 18961.7' };
  await record({ ...team, categories: ['case-plan'], sight: 'see' });
  await record({ ...team, sight: 'know' });
  return basisId;
}

/** What a worker fills in when somebody has to know now. */
export const emergencyFor = ({ staffId }: StaffActor) => ({
  kind: 'emergency' as const,
  recipient: { kind: 'staff' as const, staffId },
  categories: ['case-plan' as const],
  purposes: ['care-plan-coordination' as const],
  nature: 'in-danger' as const,
  minutes: 15 as const,
  told: 'not-reached' as const,
});

/** What a worker writes down when a subpoena comes. */
export const SUBPOENA = {
  kind: 'subpoena' as const,
  number: 'SUB-2031-7',
  receivedAt: '2026-01-05T15:00:00.000Z',
  answerBy: inDays(10),
};

/** Welfare wants two people. Otto is on call, and agreed to an emergency of Cora's that is over by now. */
async function openEmergencies(network: Network, caseId: CaseId, { stan, cora, otto, pete }: Staff) {
  await network.as(stan).emergencies.wantTwo({ needsTwo: true });
  await network
    .as(stan)
    .emergencies.putOnCall({ staffId: otto.staffId, phone: '555-0142', endsOn: inDays(5) });
  const { ask } = network.as(cora).emergencies;
  const { basisId: emergencyId } = await ask({ caseId, ...emergencyFor(pete) });
  await network.as(otto).emergencies.answer({ basisId: emergencyId, agrees: true });
  await network.as(cora).bases.end({ caseId, basisId: emergencyId, reason: 'done' });
  const { basisId: askedId } = await ask({ caseId, ...emergencyFor(pete) });
  return { askedId, emergencyId };
}

async function openReviews(network: Network, { dana, advisor }: Staff): Promise<Review> {
  const protocolId = await network.openReview(dana, 'First call', [TEXTS.protocol, 'Say who you are.']);
  const [block] = (await network.as(dana).protocols.open({ protocolId })).blocks;
  if (!block) throw new RangeError('a protocol without a block');
  const { blockId } = block;
  const { commentId } = await network
    .as(advisor)
    .reviews.comment({ protocolId, version: 1, blockId, kind: 'question', body: 'On which phone?' });
  const draftId = await network.draftProtocol(dana, 'Second call', ['Ask again.']);
  const signedId = await network.openReview(dana, 'Third call', ['Thank them.']);
  await network.as(advisor).reviews.signOff({ protocolId: signedId, version: 1 });
  const original = { protocolId, version: 1, title: 'Primera llamada' };
  const { protocolId: translationId } = await network.as(dana).protocols.translate(original);
  return { protocolId, blockId, commentId, draftId, signedId, translationId };
}

async function addAccount(network: Network, { staffId }: StaffActor): Promise<string> {
  const accountId = randomUUID();
  const hash = await hashPassword(PASSWORD);
  await network.owner(
    (sql) => sql`insert into account (id, email, password_hash, staff_id)
      values (${accountId}, ${EMAIL}, ${hash}, ${staffId})`,
  );
  return accountId;
}
