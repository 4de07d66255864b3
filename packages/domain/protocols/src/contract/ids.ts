import { z } from 'zod';

const uuid = z.uuid().toLowerCase();

export const ProtocolId = uuid.brand('ProtocolId');
export type ProtocolId = z.infer<typeof ProtocolId>;

/** The same from version to version. */
export const BlockId = uuid.brand('BlockId');
export type BlockId = z.infer<typeof BlockId>;

export const CommentId = uuid.brand('CommentId');
export type CommentId = z.infer<typeof CommentId>;
