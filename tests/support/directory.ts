import { type AgencyId, newId, ServiceId } from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import type { Network } from './network.ts';

/** A service of an organisation of the directory, run by an agency of the network, or by none. */
export async function addService(
  network: Network,
  name: string,
  agencyId: AgencyId | null = null,
): Promise<ServiceId> {
  const [serviceId, organizationId] = [newId(ServiceId), randomUUID()];
  await network.owner(async (sql) => {
    await sql`insert into directory_organization (id, source, source_id, name)
      values (${organizationId}, 'test', ${organizationId}, ${`${name}, the organisation`})`;
    await sql`insert into directory_service (id, source, source_id, organization_id, name, words)
      values (${serviceId}, 'test', ${serviceId}, ${organizationId}, ${name}, to_tsvector('simple', ${name}))`;
    if (agencyId)
      await sql`insert into directory_agency (organization_id, agency_id) values (${organizationId}, ${agencyId})`;
  });
  return serviceId;
}
