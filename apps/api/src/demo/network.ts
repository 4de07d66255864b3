import { asOwner } from '@accord/db';
import { type CategoryCode, maskOf } from '@accord/consent';
import { hashPassword } from '@accord/identity/server';
import {
  type AdvisorActor,
  AgencyId,
  newId,
  PURPOSES,
  type StaffActor,
  StaffId,
  type YoungPersonId,
} from '@accord/kernel';
import { randomBytes, randomUUID } from 'node:crypto';
import { CARDS } from './cards.ts';
import { ADVISORS, AGENCIES, type AdvisorKey, type AgencyKey, PEOPLE, type PersonKey } from './world.ts';

export type People = Record<PersonKey, StaffActor>;

/** The agencies of the demo: in the database, under new ids. */
export async function makeAgencies(ownerUrl: string): Promise<Record<AgencyKey, AgencyId>> {
  return asOwner(ownerUrl, async (sql) => {
    const made = AGENCIES.map((agency) => ({ ...agency, id: newId(AgencyId) }));
    for (const { id, name, system } of made) {
      await sql`insert into agency (id, name, system) values (${id}, ${name}, ${system})`;
    }
    return Object.fromEntries(made.map(({ key, id }) => [key, id])) as Record<AgencyKey, AgencyId>;
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

/**
 * Alma looks after the permissions of all cases that her agency leads: she supervises them, and covers for their
 * workers for now, since whoever supervises prepares and signs nothing (decision 0007).
 */
export async function administer(ownerUrl: string, { staffId, agencyId }: StaffActor): Promise<void> {
  await asOwner(ownerUrl, async (sql) => {
    await sql`insert into assignment (case_id, staff_id, kind, valid_to)
      select f.id, ${staffId}, k.kind, k.until from case_file f,
        (values ('supervision', 'infinity'::timestamptz), ('cover', now() + interval '90 days')) k (kind, until)
      where f.lead_agency = ${agencyId}`;
  });
}

/** A law on case teams lets someone know that an agency wrote something of a kind, and see none of it. */
export async function letKnow(
  ownerUrl: string,
  { staffId }: StaffActor,
  owner: AgencyId,
  kind: CategoryCode,
): Promise<void> {
  await asOwner(ownerUrl, async (sql) => {
    await sql`insert into effective_access (case_id, owner_agency, grantee_kind, grantee_id, purpose, basis_kind,
        basis_id, see_mask, know_mask, valid_from, valid_to, opened_at)
      select f.id, ${owner}, 'staff', ${staffId}, ${PURPOSES['care-plan-coordination']}, 'team_statute',
        ${randomUUID()}, 0, ${String(maskOf([kind]))}, now(), 'infinity', f.opened_at
      from case_file f join assignment a on a.case_id = f.id and a.staff_id = ${staffId} and a.kind = 'assigned'
      where f.lead_agency = ${owner}`;
  });
}

function unknownPassword(): Promise<string> {
  return hashPassword(randomBytes(24).toString('base64'));
}
