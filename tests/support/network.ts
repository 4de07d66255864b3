import { inDays } from './day.ts';
import { CATALOGUE } from '@accord/api/catalogue';
import { staffRouter, youthRouter } from '@accord/api/routers';
import { newCase } from '@accord/cases/server';
import { type AuthorityId, type CategoryCode, DOMAINS, type StatePolicy } from '@accord/consent';
import {
  asOwner,
  type Database,
  ensureTopicKey,
  openDatabase,
  registerNode,
  writeCatalogue,
} from '@accord/db';
import type { System } from '@accord/identity';
import {
  type Actor,
  type AdvisorActor,
  AgencyId,
  CaseId,
  type GrantId,
  newId,
  NodeId,
  type Purpose,
  type StaffActor,
  StaffId,
  type YouthActor,
  type ProtocolId,
} from '@accord/kernel';
import { newProtocol } from '@accord/protocols/server';
import { withoutBrowser } from '@accord/rpc';
import { createTestDatabase, type TestDatabase } from '@accord/testing';
import { type KeyRing, memoryRing, tendAgency, Vault } from '@accord/vault';
import { randomBytes } from 'node:crypto';
import type { Sql } from 'postgres';
import { agreeOnAll } from './agreements.ts';
import { publishPaper } from './papers.ts';

/** One node of a network in a database of its own: what a test arranges its world with. */
export class Network {
  readonly storage: TestDatabase;
  readonly database: Database;
  readonly vault: Vault;
  readonly #agencies: AgencyId[];

  private constructor(storage: TestDatabase, database: Database, vault: Vault, agencies: AgencyId[]) {
    this.storage = storage;
    this.database = database;
    this.vault = vault;
    this.#agencies = agencies;
  }

  static async start(ring = memoryRing()): Promise<Network> {
    const storage = await createTestDatabase();
    await asOwner(storage.ownerUrl, async (sql) => {
      await writeCatalogue(sql, CATALOGUE);
      await ensureTopicKey(sql, randomBytes(32));
      await sql`insert into policy_bundle (state, version, effective_from, body, issued_by, signature)
        values (${STATE.state}, ${STATE.version}, ${STATE.effectiveFrom}, ${sql.json(STATE)}, 'a test', ${randomBytes(64)})`;
    });
    return Network.#node(storage, [], ring);
  }

  static async #node(storage: TestDatabase, agencies: AgencyId[], ring: KeyRing): Promise<Network> {
    const node = { nodeId: newId(NodeId), key: randomBytes(32) };
    await asOwner(storage.ownerUrl, (sql) => registerNode(sql, node, agencies));
    const database = openDatabase({ url: storage.runtimeUrl, node, most: 8 });
    const network = new Network(storage, database, new Vault(ring), agencies);
    for (const agency of agencies) await tendAgency(database, network.vault, agency);
    return network;
  }

  /** Another node on the same database, with the ring of these agencies alone. They must be new to the network. */
  async secondNode(
    names: readonly { name: string; system: System }[],
  ): Promise<{ node: Network; agencies: AgencyId[] }> {
    const agencies = names.map(() => newId(AgencyId));
    for (const [index, { name, system }] of names.entries())
      await this.#insertAgency(agencies[index], name, system);
    return { node: await Network.#node(this.storage, agencies, memoryRing(agencies)), agencies };
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.storage[Symbol.asyncDispose]();
  }

  /** As the owner of the schema, whom no row policy holds back: to look under the floor, and to set dates. */
  owner<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return asOwner(this.storage.ownerUrl, work);
  }

  async addAgency(name: string, system: System): Promise<AgencyId> {
    const agencyId = newId(AgencyId);
    await this.#insertAgency(agencyId, name, system);
    this.#agencies.push(agencyId);
    this.vault.ring.addAgency(agencyId);
    await this.owner(async (sql) => {
      await sql`insert into node_agency (node_id, agency_id) values (${this.database.node.nodeId}, ${agencyId})`;
    });
    await tendAgency(this.database, this.vault, agencyId);
    return agencyId;
  }

  async #insertAgency(agencyId: AgencyId | undefined, name: string, system: System): Promise<void> {
    const shelter = system === 'runaway-homeless-youth' ? 'transitional-living' : null;
    await this.owner(
      (sql) => sql`insert into agency (id, name, system, state, covered_entity, part2_program, youth_shelter,
          education_agency, tribal)
        values (${agencyId ?? ''}, ${name}, ${system}, ${STATE.state}, false, false, ${shelter}, false, false)`,
    );
  }

  async addStaff(agencyId: AgencyId, name: string): Promise<StaffActor> {
    const staffId = newId(StaffId);
    await this.owner(
      (sql) => sql`insert into staff (id, agency_id, name, title, started_at)
        values (${staffId}, ${agencyId}, ${name}, 'Worker', now() - interval '1 year')`,
    );
    await this.owner(async (sql) => {
      await publishPaper(sql, agencyId, staffId);
      await agreeOnAll(sql, agencyId, staffId);
    });
    return { kind: 'staff', staffId, agencyId };
  }

  async addAdvisor(name: string): Promise<AdvisorActor> {
    const advisorId = newId(StaffId);
    await this.owner((sql) => sql`insert into advisor (id, name) values (${advisorId}, ${name})`);
    return { kind: 'advisor', advisorId };
  }

  /** A protocol of `keeper`'s agency, in review, with these paragraphs. */
  async openReview(keeper: StaffActor, title: string, texts: readonly string[]): Promise<ProtocolId> {
    const protocolId = await this.draftProtocol(keeper, title, texts);
    await this.as(keeper).protocols.sendForReview({ protocolId, version: 1 });
    return protocolId;
  }

  async draftProtocol(keeper: StaffActor, title: string, texts: readonly string[]): Promise<ProtocolId> {
    const blocks = texts.map((body, index) => ({ heading: `Part ${index + 1}`, body }));
    return this.database.withActor(keeper, { purpose: 'care-plan-coordination' }, (tx) =>
      newProtocol(tx, keeper, title, blocks),
    );
  }

  async assign(
    caseId: CaseId,
    { staffId }: StaffActor,
    kind: 'assigned' | 'cover' | 'supervision',
  ): Promise<void> {
    await this.owner(
      (sql) => sql`insert into assignment (case_id, staff_id, kind) values (${caseId}, ${staffId}, ${kind})`,
    );
  }

  /** The staff router as this actor, without HTTP in between. */
  as(actor: Actor, purpose: Purpose = 'care-plan-coordination') {
    return staffRouter.createCaller({ ...this.#context(actor, purpose), host: 'staff' });
  }

  asYouth(actor: Actor) {
    return youthRouter.createCaller({ ...this.#context(actor, 'self-access'), host: 'youth' });
  }

  #context(actor: Actor, purpose: Purpose) {
    const { database, vault } = this;
    return { actor, purpose, database, vault, ...withoutBrowser(), caller: randomBytes(32), demo: null };
  }

  /** A case that `worker` opens for a young person of this name. */
  async openCase(worker: StaffActor, name: string): Promise<{ caseId: CaseId; young: YouthActor }> {
    const caseId = newId(CaseId);
    const purpose = 'care-plan-coordination';
    const speaker = { nodeId: this.database.node.nodeId, actor: worker, purpose } as const;
    const youngPersonId = await this.database.withActor(worker, { purpose, cases: [caseId] }, (tx) =>
      newCase(tx, this.vault, speaker, caseId, { name }),
    );
    // Sixteen, by the floor's own record: the profile of a test names what that test is about.
    await this.owner(
      (sql) => sql`insert into young_fact (case_id, born_on)
        values (${caseId}, (now() - interval '16 years 6 months')::date)`,
    );
    return { caseId, young: { kind: 'youth', youngPersonId } };
  }

  /** A permission from `worker`'s agency, prepared and signed. */
  async share(
    worker: StaffActor,
    caseId: CaseId,
    recipient: Recipient,
    categories: CategoryCode[],
  ): Promise<GrantId> {
    const { as, ...options } = recipient;
    const { grantId } = await this.as(worker).consent.prepare({
      caseId,
      recipient:
        'staffId' in as ? { kind: 'staff', staffId: as.staffId } : { kind: 'agency', agencyId: as.agencyId },
      categories,
      purpose: options.purpose ?? 'care-plan-coordination',
      endsOn: inDays(options.days ?? 30),
      need: 'To plan together.',
      withoutSharing: 'No.',
      mayWrite: options.mayWrite ?? false,
    });
    await this.as(worker).consent.sign({ caseId, grantId, ...SIGNATURE, initials: categories });
    if (options.adult) await this.countersign(worker, caseId, grantId, options.adult);
    return grantId;
  }

  async countersign(worker: StaffActor, caseId: CaseId, grantId: GrantId, authorityId: AuthorityId) {
    const { notACondition: _, ...form } = SIGNATURE;
    return this.as(worker).consent.countersign({ caseId, grantId, authorityId, ...form });
  }

  /** A mother with authority for everything, whom the young person agreed to have asked. */
  async addGuardian(worker: StaffActor, caseId: CaseId): Promise<AuthorityId> {
    const { authorityId } = await this.as(worker).consent.recordSigner({
      caseId,
      capacity: 'guardian',
      relation: 'mother',
      domains: [...DOMAINS],
      evidence: 'birth-record',
    });
    await this.as(worker).consent.agreeContact({ caseId, authorityId });
    return authorityId;
  }
}

/** A made-up state in which young people decide much by themselves: what a test is not about does not stand in its way. */
const STATE: StatePolicy = {
  state: 'ZZ',
  version: '1',
  effectiveFrom: '2020-01-01',
  effectiveTo: null,
  verifiedOn: '2026-11-01',
  reviewedBy: null,
  ageOfMajority: 18,
  minorConsent: [{ domain: 'substance-use', minAge: 12, conditions: [], cite: 'made up' }],
  cpsRelease: { byConsent: true, youngPersonAlone: true, cite: 'made up' },
  justiceRelease: { consentSuffices: true, youngPersonAlone: true, cite: 'made up' },
  teamRule: {
    allowed: true,
    members: ['child-welfare', 'justice', 'tribal', 'education', 'health'],
    cite: 'made up',
  },
  mandatedReporters: { victimServices: true, cite: 'made up' },
};

export interface Recipient {
  as: StaffActor | { agencyId: AgencyId };
  purpose?: Purpose;
  days?: number;
  mayWrite?: boolean;
  /** Who signs beside the young person. */
  adult?: AuthorityId;
}

export const SIGNATURE = {
  signedName: 'Robin',
  method: 'typed',
  witnessName: 'A. Witness',
  understood: true,
  notACondition: true,
  copyGiven: true,
} as const;

export { inDays };
