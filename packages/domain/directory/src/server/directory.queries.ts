import type { Tx } from '@accord/db';
import type { AgencyId, ServiceId } from '@accord/kernel';

export const PAGE_SIZE = 20;

export interface PhoneNumber {
  number: string;
  extension: string | null;
}

export interface OpenHours {
  /** ISO 8601: Monday is 1. */
  weekday: number;
  /** `HH:MM:SS` */
  opensAt: string;
  closesAt: string;
}

export interface ServiceRecord {
  id: ServiceId;
  name: string;
  description: string | null;
  fees: string | null;
  applicationProcess: string | null;
  url: string | null;
  status: 'active' | 'inactive' | 'defunct' | 'temporarily closed' | null;
  withdrawn: boolean;
  organizationName: string;
  placeholder: boolean;
  agency: { agencyId: AgencyId; name: string } | null;
  phones: PhoneNumber[];
  hours: OpenHours[];
}

/**
 * A search as tsquery texts; see words.ts. Without `anywhere`, every listed service is a hit. It finds what means the
 * same too; the others are about the words as they were typed.
 */
export interface Query {
  anywhere?: string;
  asTyped: string;
  inServiceName: string;
  inNames: string;
}

/**
 * Ids of one page of hits: those in the service's name first, then its organisation's, then descriptions, and last
 * what only means the same.
 */
export async function findHits(tx: Tx, query: Query, page: number): Promise<ServiceId[]> {
  const rows = await tx<{ id: ServiceId }[]>`
    select s.id
    from accord.directory_service s
    join accord.directory_organization o on o.id = s.organization_id
    where ${listed(tx)} and ${matches(tx, query.anywhere)}
    order by
      case
        when s.words @@ ${query.inServiceName}::tsquery then 0
        when s.words @@ ${query.inNames}::tsquery then 1
        when s.words @@ ${query.asTyped}::tsquery then 2
        else 3
      end,
      lower(s.name) collate "C", lower(o.name) collate "C", s.id
    limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`;
  return rows.map((row) => row.id);
}

export async function countHits(tx: Tx, query: Query): Promise<number> {
  const rows = await tx<{ total: number }[]>`
    select count(*)::int as total from accord.directory_service s
    where ${listed(tx)} and ${matches(tx, query.anywhere)}`;
  return rows[0]?.total ?? 0;
}

const listed = (tx: Tx) =>
  tx`s.withdrawn_at is null and (s.status is null or s.status in ('active', 'temporarily closed'))`;

const matches = (tx: Tx, query: string | undefined) =>
  query === undefined ? tx`true` : tx`s.words @@ ${query}::tsquery`;

/**
 * Services with what a person needs to get in touch, in no order. Numbers and hours are the service's own; where
 * it has none, the organisation's; and a place speaks for its organisation only when it is the only one.
 */
export async function findRecords(tx: Tx, ids: readonly ServiceId[]): Promise<ServiceRecord[]> {
  if (ids.length === 0) return [];
  return await tx<ServiceRecord[]>`
    select s.id, s.name, s.description, s.fees, s.application_process as "applicationProcess", s.url, s.status,
      s.withdrawn_at is not null as withdrawn, o.name as "organizationName", o.placeholder,
      (select json_build_object('agencyId', a.id, 'name', a.name)
        from accord.directory_agency l join accord.agency a on a.id = l.agency_id
        where l.organization_id = o.id) as agency,
      coalesce(
        (select ${phones(tx)} where p.service_id = s.id),
        (select ${phones(tx)} where p.organization_id = o.id),
        (select ${phones(tx)} where p.location_id = place.id),
        '[]'
      ) as phones,
      coalesce(
        (select ${hours(tx)} and h.service_id = s.id),
        (select ${hours(tx)} and h.location_id = place.id),
        '[]'
      ) as hours
    from accord.directory_service s
    join accord.directory_organization o on o.id = s.organization_id
    left join lateral (
      select (array_agg(l.id))[1] as id from accord.directory_location l
      where l.organization_id = o.id having count(*) = 1
    ) place on true
    where s.id in ${tx(ids)}`;
}

const phones = (tx: Tx) => tx`
  json_agg(json_build_object('number', p.number, 'extension', p.extension) order by p.position)
  from accord.directory_phone p`;

const hours = (tx: Tx) => tx`
  json_agg(
    json_build_object('weekday', h.weekday, 'opensAt', h.opens_at, 'closesAt', h.closes_at)
    order by h.weekday, h.opens_at
  )
  from accord.directory_regular_schedule h where h.opens_at is not null`;
