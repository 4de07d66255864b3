import type { Tx } from '@accord/db';
import type { AgencyId, StaffId, BlockId, CommentId, Language, ProtocolId } from '@accord/kernel';
import type {
  AnswerResult,
  Block,
  CommentKind,
  CommentState,
  TextKind,
  VersionStatus,
} from '../contract/index.ts';

export interface ProtocolRow {
  protocolId: ProtocolId;
  title: string;
  agencyId: AgencyId;
  kind: TextKind;
  language: Language;
  /** The original, of a translation. */
  translates: ProtocolId | null;
}

export interface VersionRow {
  version: number;
  status: VersionStatus;
  madeAt: string;
  publishedAt: string | null;
  /** The version of the original that a version of a translation says. */
  ofVersion: number | null;
}

export interface CommentRow {
  commentId: CommentId;
  blockId: BlockId;
  version: number;
  number: number;
  advisorId: StaffId;
  kind: CommentKind;
  state: CommentState;
  body: string;
  at: string;
  result: AnswerResult | null;
  answer: string | null;
  answeredBy: StaffId | null;
  answeredAt: string | null;
}

/** One writer at a time on a protocol: what is checked before a write is still so when it is written. */
export async function lockProtocol(tx: Tx, protocolId: ProtocolId): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${protocolId}, 0))`;
}

export interface ListRow extends ProtocolRow, VersionRow {
  open: number;
  objections: number;
}

/** Each protocol with the newest version that the reader may read, the newest first. */
export async function listProtocols(tx: Tx): Promise<ListRow[]> {
  return tx<ListRow[]>`
    select p.id as "protocolId", p.title, p.agency_id as "agencyId", p.kind, p.language, p.translates,
      v.number as version, v.status, v.made_at as "madeAt", v.published_at as "publishedAt", v.of_version as "ofVersion",
      c.open, c.objections
    from protocol p
    join lateral (select * from protocol_version where protocol_id = p.id order by number desc limit 1) v on true
    left join lateral (
      select count(*) filter (where state = 'open')::int as open,
        count(*) filter (where kind = 'objection' and state <> 'withdrawn')::int as objections
      from protocol_comment where protocol_id = p.id
    ) c on true
    order by v.made_at desc, p.id`;
}

export async function findProtocol(tx: Tx, protocolId: ProtocolId): Promise<ProtocolRow | undefined> {
  const [row] = await tx<ProtocolRow[]>`
    select id as "protocolId", title, agency_id as "agencyId", kind, language, translates
    from protocol where id = ${protocolId}`;
  return row;
}

/** Versions that the reader may read, newest first. */
export async function listVersions(tx: Tx, protocolId: ProtocolId): Promise<VersionRow[]> {
  return tx<VersionRow[]>`
    select number as version, status, made_at as "madeAt", published_at as "publishedAt", of_version as "ofVersion"
    from protocol_version where protocol_id = ${protocolId} order by number desc`;
}

export async function listBlocks(tx: Tx, protocolId: ProtocolId, version: number): Promise<Block[]> {
  return tx<Block[]>`
    select block_id as "blockId", number, heading, body from protocol_block
    where protocol_id = ${protocolId} and version = ${version} order by number`;
}

export async function listComments(tx: Tx, protocolId: ProtocolId): Promise<CommentRow[]> {
  return tx<CommentRow[]>`
    select c.id as "commentId", c.block_id as "blockId", c.version, b.number, c.advisor_id as "advisorId", c.kind,
      c.state, c.body, c.made_at as at, a.result, a.body as answer, a.answered_by as "answeredBy",
      a.answered_at as "answeredAt"
    from protocol_comment c
    join protocol_block b on (b.protocol_id, b.version, b.block_id) = (c.protocol_id, c.version, c.block_id)
    left join protocol_answer a on a.comment_id = c.id
    where c.protocol_id = ${protocolId} order by c.made_at, c.id`;
}

export interface SignOffRow {
  version: number;
  advisorId: StaffId;
  as: string;
  at: string;
}

export async function listSignOffs(tx: Tx, protocolId: ProtocolId): Promise<SignOffRow[]> {
  return tx<SignOffRow[]>`
    select version, advisor_id as "advisorId", shown_as as "as", signed_at as at
    from protocol_sign_off where protocol_id = ${protocolId} order by signed_at`;
}

export async function findNames(tx: Tx, protocols: readonly ProtocolId[]): Promise<Map<string, string>> {
  const rows = await tx<{ id: string; name: string }[]>`
    select id, name from protocol_names(${`{${protocols.join(',')}}`}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function insertProtocol(
  tx: Tx,
  { protocolId, title, agencyId, author, kind, language, translates }: ProtocolRow & { author: StaffId },
): Promise<void> {
  await tx`insert into protocol (id, agency_id, title, created_by, kind, language, translates)
    values (${protocolId}, ${agencyId}, ${title}, ${author}, ${kind}, ${language}, ${translates})`;
}

interface NewVersion {
  protocolId: ProtocolId;
  version: number;
  author: StaffId;
  ofVersion: number | null;
}

/** A new draft with these blocks. */
export async function insertVersion(
  tx: Tx,
  { protocolId, version, author, ofVersion }: NewVersion,
  blocks: readonly Block[],
): Promise<void> {
  await tx`insert into protocol_version (protocol_id, number, made_by, of_version)
    values (${protocolId}, ${version}, ${author}, ${ofVersion})`;
  for (const { blockId, number, heading, body } of blocks) {
    await tx`insert into protocol_block (protocol_id, version, block_id, number, heading, body)
      values (${protocolId}, ${version}, ${blockId}, ${number}, ${heading}, ${body})`;
  }
}

/** The agency's own text for permissions, which it has once: nobody begins another until this transaction ends. */
export async function holdPermissionText(tx: Tx, agencyId: AgencyId): Promise<ProtocolId | undefined> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${agencyId}, 0))`;
  const [row] = await tx<{ id: ProtocolId }[]>`
    select id from protocol where agency_id = ${agencyId} and kind = 'permission' and language = 'en'`;
  return row?.id;
}

export async function listTranslations(
  tx: Tx,
  original: ProtocolId,
): Promise<{ protocolId: ProtocolId; language: Language }[]> {
  return tx<{ protocolId: ProtocolId; language: Language }[]>`
    select id as "protocolId", language from protocol where translates = ${original} order by language`;
}

/** Who read this version of a translation, by name. */
export async function findTextReader(
  tx: Tx,
  protocolId: ProtocolId,
  version: number,
): Promise<{ name: string; capacity: string; at: string } | undefined> {
  const [row] = await tx<{ name: string; capacity: string; at: string }[]>`
    select name, capacity, named_at as at from protocol_reader
    where protocol_id = ${protocolId} and version = ${version}`;
  return row;
}

export async function insertTextReader(
  tx: Tx,
  reader: { protocolId: ProtocolId; version: number; name: string; capacity: string; namedBy: StaffId },
): Promise<void> {
  const { protocolId, version, name, capacity, namedBy } = reader;
  await tx`insert into protocol_reader (protocol_id, version, name, capacity, named_by)
    values (${protocolId}, ${version}, ${name}, ${capacity}, ${namedBy})`;
}

/** False where the floor keeps the version as it is. */
export async function moveVersion(
  tx: Tx,
  protocolId: ProtocolId,
  version: number,
  to: 'in-review' | 'published',
): Promise<boolean> {
  const rows = await tx`
    update protocol_version
    set status = ${to}, published_at = case when ${to} = 'published' then statement_timestamp() end
    where protocol_id = ${protocolId} and number = ${version} returning number`;
  return rows.length === 1;
}

export async function insertComment(
  tx: Tx,
  comment: Pick<CommentRow, 'commentId' | 'version' | 'blockId' | 'advisorId' | 'kind' | 'body'> & {
    protocolId: ProtocolId;
  },
): Promise<void> {
  const { commentId, protocolId, version, blockId, advisorId, kind, body } = comment;
  await tx`insert into protocol_comment (id, protocol_id, version, block_id, advisor_id, kind, body)
    values (${commentId}, ${protocolId}, ${version}, ${blockId}, ${advisorId}, ${kind}, ${body})`;
}

export async function insertAnswer(
  tx: Tx,
  { commentId, result, body, by }: { commentId: CommentId; result: AnswerResult; body: string; by: StaffId },
): Promise<void> {
  await tx`insert into protocol_answer (comment_id, result, body, answered_by)
    values (${commentId}, ${result}, ${body}, ${by})`;
}

/** False where the floor keeps the comment as it is. */
export async function moveComment(
  tx: Tx,
  commentId: CommentId,
  state: 'answered' | 'withdrawn',
): Promise<boolean> {
  const rows = await tx`update protocol_comment set state = ${state} where id = ${commentId} returning id`;
  return rows.length === 1;
}

export async function insertSignOff(
  tx: Tx,
  protocolId: ProtocolId,
  { version, advisorId, as }: Omit<SignOffRow, 'at'>,
): Promise<void> {
  await tx`insert into protocol_sign_off (protocol_id, version, advisor_id, shown_as)
    values (${protocolId}, ${version}, ${advisorId}, ${as})`;
}

export async function findOwnName(tx: Tx): Promise<string | undefined> {
  const [row] = await tx<{ name: string | null }[]>`select own_advisor_name() as name`;
  return row?.name ?? undefined;
}

export async function countTime(tx: Tx, protocolId: ProtocolId): Promise<void> {
  await tx`select count_review_time(${protocolId})`;
}

export async function listTime(tx: Tx): Promise<{ day: string; title: string; minutes: number }[]> {
  return tx<{ day: string; title: string; minutes: number }[]>`
    select to_char(t.day, 'YYYY-MM-DD') as day, p.title, ceil(t.seconds / 60.0)::int as minutes
    from review_time t join protocol p on p.id = t.protocol_id
    order by t.day desc, t.last_at desc`;
}
