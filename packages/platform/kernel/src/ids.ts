import { v7 } from 'uuid';
import { z } from 'zod';

/**
 * Ids are UUID v7, made in the application so that Postgres 15 and later all serve.
 * Each kind has its own brand: a case id does not pass where a person's id is asked for.
 * RFC 9562 lets a sender write capitals; they are read as small letters, so that equal ids are equal texts.
 */
const uuid = z.uuid().toLowerCase();

export const AgencyId = uuid.brand('AgencyId');
export type AgencyId = z.infer<typeof AgencyId>;

export const StaffId = uuid.brand('StaffId');
export type StaffId = z.infer<typeof StaffId>;

export const YoungPersonId = uuid.brand('YoungPersonId');
export type YoungPersonId = z.infer<typeof YoungPersonId>;

export const CaseId = uuid.brand('CaseId');
export type CaseId = z.infer<typeof CaseId>;

export const ItemId = uuid.brand('ItemId');
export type ItemId = z.infer<typeof ItemId>;

export const GrantId = uuid.brand('GrantId');
export type GrantId = z.infer<typeof GrantId>;

/** Somebody's ask for a permission. */
export const RequestId = uuid.brand('RequestId');
export type RequestId = z.infer<typeof RequestId>;

/** An order, a statute, a duty or an emergency: what a read stands on beside consent. */
export const BasisId = uuid.brand('BasisId');
export type BasisId = z.infer<typeof BasisId>;

/** What somebody is in an agency, whoever holds it. */
export const PostId = uuid.brand('PostId');
export type PostId = z.infer<typeof PostId>;

export const ServiceId = uuid.brand('ServiceId');
export type ServiceId = z.infer<typeof ServiceId>;

export const ProtocolId = uuid.brand('ProtocolId');
export type ProtocolId = z.infer<typeof ProtocolId>;

/** A paragraph of a protocol: the same from version to version. */
export const BlockId = uuid.brand('BlockId');
export type BlockId = z.infer<typeof BlockId>;

export const CommentId = uuid.brand('CommentId');
export type CommentId = z.infer<typeof CommentId>;

export const NodeId = uuid.brand('NodeId');
export type NodeId = z.infer<typeof NodeId>;

/** A new id of the kind that `schema` names, sortable by the time it was made. */
export function newId<Schema extends z.ZodType>(schema: Schema): z.infer<Schema> {
  return schema.parse(v7());
}
