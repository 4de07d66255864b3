import type { Tx } from '@accord/db';
import type { AgencyId, CaseId, GrantId } from '@accord/kernel';
import type { AuthorityId, DomainCode, Relation } from '../../contract/index.ts';
import { networkZone } from '../zone.ts';

export interface AgencyLawRow {
  id: AgencyId;
  system: string;
  coveredEntity: boolean | null;
  part2Program: boolean | null;
  victimFunding: ('VAWA' | 'FVPSA' | 'VOCA')[];
  youthShelter: 'basic-center' | 'transitional-living' | null;
  educationAgency: boolean | null;
  tribal: boolean | null;
}

/** What the law asks of agencies, by id. */
export async function listAgencyLaw(tx: Tx, ids: readonly AgencyId[]): Promise<AgencyLawRow[]> {
  return tx<AgencyLawRow[]>`
    select id, system, covered_entity as "coveredEntity", part2_program as "part2Program",
      victim_funding as "victimFunding", youth_shelter as "youthShelter", education_agency as "educationAgency", tribal
    from agency where id = any (${[...ids]})`;
}

export interface BirthRow {
  /** Full years today; null where no birthday is known. */
  years: number | null;
  majorityAt: string | null;
  majorityOn: string | null;
  /** The database's clock. */
  readAt: string;
}

/** The young person's age today, and local midnight of the birthday that makes them an adult. */
export async function getBirth(tx: Tx, caseId: CaseId, ageOfMajority: number): Promise<BirthRow> {
  const [row] = await tx<BirthRow[]>`
    select date_part('year', age((statement_timestamp() at time zone ${networkZone()})::date, y.day))::int as years,
      statement_timestamp() as "readAt",
      (y.day + make_interval(years => ${ageOfMajority})) at time zone ${networkZone()} as "majorityAt",
      to_char(y.day + make_interval(years => ${ageOfMajority}), 'YYYY-MM-DD') as "majorityOn"
    from (select born_on(${caseId}) as day) y`;
  if (!row) throw new Error('the database gave no time');
  return row;
}

/** Nothing for a day that is no birthday of a young person; `day` null forgets it. */
export async function setBornOn(tx: Tx, caseId: CaseId, day: string | null): Promise<void> {
  await tx`select set_born_on(${caseId}, ${day}::date)`;
}

export interface SignatureRow {
  grantId: GrantId;
  capacity: 'young_person' | 'guardian' | 'legal_custodian';
  initialled: bigint;
  method: 'typed' | 'spoken';
  recordedBy: string;
  signedAt: string;
  relation: Relation | null;
  domains: DomainCode[] | null;
  isExcluded: boolean;
  /** The authority of an adult is over, or not yet there. */
  isOver: boolean;
  /** When the authority ends; null for the young person, and where it has no end. */
  authorityEndsAt: string | null;
}

/** The signatures that stand under the permissions of the case that the reader may know of. */
export async function listSignatures(tx: Tx, caseId: CaseId): Promise<SignatureRow[]> {
  return tx<SignatureRow[]>`
    select s.grant_id as "grantId", s.capacity, s.initialled, s.method, coalesce(w.name, '') as "recordedBy",
      s.signed_at as "signedAt", a.relation, a.domains, a.excluded_at is not null as "isExcluded",
      coalesce(a.valid_from > statement_timestamp() or a.valid_to <= statement_timestamp(), false) as "isOver",
      nullif(a.valid_to, 'infinity') as "authorityEndsAt"
    from consent_signature s
    join consent_grant g on g.id = s.grant_id
    left join authority a on a.id = s.authority_id
    left join staff w on w.id = s.recorded_by
    where g.case_id = ${caseId} and s.withdrawn_at is null
    order by s.signed_at`;
}

export interface AuthorityRow {
  authorityId: AuthorityId;
  capacity: 'young_person' | 'guardian' | 'legal_custodian';
  relation: Relation | null;
  domains: DomainCode[];
  evidence: string;
  sinceOn: string;
  endsOn: string | null;
  isOver: boolean;
  mayContact: boolean;
  excluded: 'young_person' | 'staff' | null;
}

/** Who may decide with or for the young person, newest first: for whoever holds items of the case, and for them. */
export async function listAuthorities(tx: Tx, caseId: CaseId): Promise<AuthorityRow[]> {
  return tx<AuthorityRow[]>`
    select id as "authorityId", capacity, relation, domains, evidence,
      to_char(valid_from at time zone ${networkZone()}, 'YYYY-MM-DD') as "sinceOn",
      to_char((nullif(valid_to, 'infinity') at time zone ${networkZone()}) - interval '1 second', 'YYYY-MM-DD') as "endsOn",
      valid_to <= statement_timestamp() as "isOver", contact_agreed_at is not null as "mayContact",
      excluded_from as excluded
    from authority where case_id = ${caseId} order by recorded_at desc, id`;
}

export async function recordAuthority(
  tx: Tx,
  authority: {
    authorityId: AuthorityId;
    caseId: CaseId;
    capacity: AuthorityRow['capacity'];
    relation: Relation | null;
    domains: readonly DomainCode[];
    evidence: string;
    endsAt: string | null;
  },
): Promise<void> {
  const { authorityId, caseId, capacity, relation, domains, evidence, endsAt } = authority;
  await tx`select record_authority(${authorityId}, ${caseId}, ${capacity}, ${relation}, ${[...domains]}, ${evidence},
    statement_timestamp(), coalesce(${endsAt}::timestamptz, 'infinity'))`;
}

export async function changeAuthority(
  tx: Tx,
  change: 'end' | 'agree' | 'exclude' | 'let-sign',
  authorityId: AuthorityId,
): Promise<void> {
  switch (change) {
    case 'end':
      await tx`select end_authority(${authorityId})`;
      return;
    case 'agree':
      await tx`select agree_contact(${authorityId})`;
      return;
    case 'exclude':
      await tx`select exclude_signer(${authorityId})`;
      return;
    case 'let-sign':
      await tx`select let_sign(${authorityId})`;
  }
}
