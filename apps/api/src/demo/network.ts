import { asOwner } from '@accord/db';
import { maskOf } from '@accord/consent';
import { hashPassword } from '@accord/identity/server';
import {
  type AdvisorActor,
  AgencyId,
  newId,
  type StaffActor,
  StaffId,
  type YoungPersonId,
} from '@accord/kernel';
import { randomBytes, randomUUID } from 'node:crypto';
import { CARDS } from './cards.ts';
import {
  ADVISORS,
  AGENCIES,
  type AgencyLaw,
  type AdvisorKey,
  type AgencyKey,
  PEOPLE,
  type PersonKey,
} from './world/index.ts';

/** The made-up county lies in a real state, so that its rules can be looked up. */
const STATE = 'CA';

export type People = Record<PersonKey, StaffActor>;

/** The agencies of the demo: in the database, under new ids. From here on its people are made up, and it says so. */
export async function makeAgencies(ownerUrl: string): Promise<Record<AgencyKey, AgencyId>> {
  return asOwner(ownerUrl, async (sql) => {
    await sql`insert into demo_mode (is_on) values (true)`;
    const made = AGENCIES.map((agency) => ({ ...agency, id: newId(AgencyId) }));
    for (const agency of made) {
      const { id, name, system } = agency;
      const {
        coveredEntity = false,
        educationAgency = false,
        youthShelter = null,
        tribal = false,
      } = 'law' in agency ? (agency.law as AgencyLaw) : {};
      await sql`insert into agency (id, name, system, state, covered_entity, part2_program, youth_shelter,
          education_agency, tribal)
        values (${id}, ${name}, ${system}, ${STATE}, ${coveredEntity}, false, ${youthShelter}, ${educationAgency}, ${tribal})`;
      if (!('terms' in agency)) continue;
      const { text, shareable } = agency.terms;
      await sql`update agency set data_terms = ${text}, shareable_mask = ${maskOf(shareable).toString()}
        where id = ${id}`;
    }
    return Object.fromEntries(made.map(({ key, id }) => [key, id])) as Record<AgencyKey, AgencyId>;
  });
}

/** Says which agencies run organisations of the directory, as the owner of a network does. */
export async function linkServices(ownerUrl: string, agencies: Record<AgencyKey, AgencyId>): Promise<void> {
  await asOwner(ownerUrl, async (sql) => {
    for (const agency of AGENCIES) {
      if (!('runs' in agency)) continue;
      await sql`insert into directory_agency (organization_id, agency_id)
        select id, ${agencies[agency.key]} from directory_organization where source_id = ${agency.runs}`;
    }
  });
}

/** The staff of the demo, with accounts whose passwords nobody knows: one comes in by a card. */
export async function makePeople(ownerUrl: string, agencies: Record<AgencyKey, AgencyId>): Promise<People> {
  return asOwner(ownerUrl, async (sql) => {
    const people = PEOPLE.map((person) => ({
      ...person,
      id: newId(StaffId),
      agencyId: agencies[person.agency],
    }));
    const passwordHash = await unknownPassword();
    for (const { key, id, agencyId, name, title } of people) {
      await sql`insert into staff (id, agency_id, name, title) values (${id}, ${agencyId}, ${name}, ${title})`;
      const email = CARDS.find((card) => card.key === key)?.email;
      if (!email) continue;
      await sql`insert into account (id, email, password_hash, staff_id)
        values (${randomUUID()}, ${email}, ${passwordHash}, ${id})`;
    }
    return Object.fromEntries(
      people.map(({ key, id, agencyId }) => [key, { kind: 'staff', staffId: id, agencyId }]),
    ) as People;
  });
}

/** The advisors of the demo; the one with a card has an account. */
export async function makeAdvisors(ownerUrl: string): Promise<Record<AdvisorKey, AdvisorActor>> {
  return asOwner(ownerUrl, async (sql) => {
    const advisors = ADVISORS.map((advisor) => ({ ...advisor, id: newId(StaffId) }));
    const passwordHash = await unknownPassword();
    for (const { key, id, name } of advisors) {
      await sql`insert into advisor (id, name) values (${id}, ${name})`;
      const email = CARDS.find((card) => card.key === key)?.email;
      if (!email) continue;
      await sql`insert into account (id, email, password_hash, advisor_id)
        values (${randomUUID()}, ${email}, ${passwordHash}, ${id})`;
    }
    return Object.fromEntries(
      advisors.map(({ key, id }) => [key, { kind: 'advisor', advisorId: id }]),
    ) as Record<AdvisorKey, AdvisorActor>;
  });
}

export async function giveAccount(
  ownerUrl: string,
  youngPersonId: YoungPersonId,
  email: string,
): Promise<void> {
  const passwordHash = await unknownPassword();
  await asOwner(ownerUrl, async (sql) => {
    await sql`insert into account (id, email, password_hash, young_person_id)
      values (${randomUUID()}, ${email}, ${passwordHash}, ${youngPersonId})`;
  });
}

function unknownPassword(): Promise<string> {
  return hashPassword(randomBytes(24).toString('base64'));
}
