import { type AgencyId, BlockId, newId, ProtocolId, StaffId } from '@accord/kernel';
import type { Sql } from 'postgres';

/**
 * A text for permissions, signed by an advisor and published, for an agency that has none: what a test is not about
 * does not stand in its way. Put there by the owner, past every procedure.
 */
export async function publishPaper(sql: Sql, agencyId: AgencyId, keeper: StaffId): Promise<void> {
  const [text] = await sql<{ id: ProtocolId }[]>`
    insert into protocol (id, agency_id, title, created_by, kind)
    values (${newId(ProtocolId)}, ${agencyId}, 'Sharing what is mine', ${keeper}, 'permission')
    on conflict do nothing returning id`;
  if (!text) return;
  const advisorId = newId(StaffId);
  await sql`insert into advisor (id, name) values (${advisorId}, 'Noor')`;
  await sql`insert into protocol_version (protocol_id, number, status, made_by, published_at)
    values (${text.id}, 1, 'published', ${keeper}, now())`;
  await sql`insert into protocol_block (protocol_id, version, block_id, number, heading, body)
    values (${text.id}, 1, ${newId(BlockId)}, 1, 'What I say yes to',
      '{who} can see {what}. It is for {why}. It ends on {until}. I can stop it any day.')`;
  await sql`insert into protocol_sign_off (protocol_id, version, advisor_id, shown_as)
    values (${text.id}, 1, ${advisorId}, 'Noor')`;
}
