import { BlockId } from '@accord/kernel';
import { z } from 'zod';
import type { BlockText, ChangeInput } from './inputs.ts';

export const Block = z.strictObject({
  blockId: BlockId,
  /** From 1, in the order of the text. */
  number: z.int().positive(),
  heading: z.string(),
  body: z.string(),
});
export type Block = z.infer<typeof Block>;

const said = z.strictObject({ heading: z.string(), body: z.string() });

/** What became of one block between two versions. A block that only moved has not changed. */
export const BlockChange = z.strictObject({
  is: z.enum(['added', 'removed', 'reworded']),
  blockId: BlockId,
  /** In the newer version; of a removed block, in the older one. */
  number: z.int().positive(),
  before: said.nullable(),
  now: said.nullable(),
});
export type BlockChange = z.infer<typeof BlockChange>;

const textOf = ({ heading, body }: BlockText) => ({ heading, body });

/** The difference between two versions, block by block: those of the newer one in its order, then what is gone. */
export function differenceOf(before: readonly Block[], now: readonly Block[]): BlockChange[] {
  const old = new Map(before.map((block) => [block.blockId, block]));
  const kept = new Set(now.map(({ blockId }) => blockId));
  const changed = now.flatMap((block): BlockChange[] => {
    const { blockId, number } = block;
    const was = old.get(blockId);
    if (!was) return [{ is: 'added', blockId, number, before: null, now: textOf(block) }];
    if (was.heading === block.heading && was.body === block.body) return [];
    return [{ is: 'reworded', blockId, number, before: textOf(was), now: textOf(block) }];
  });
  const removed = before
    .filter(({ blockId }) => !kept.has(blockId))
    .map((block): BlockChange => {
      const { blockId, number } = block;
      return { is: 'removed', blockId, number, before: textOf(block), now: null };
    });
  return [...changed, ...removed];
}

/**
 * The blocks after one change, numbered anew. `newId` names an added block.
 * Undefined when the block is not there, or is the last one left, or the change changes nothing.
 */
export function changed(blocks: readonly Block[], change: ChangeInput, newId: BlockId): Block[] | undefined {
  const at = blocks.findIndex(
    ({ blockId }) => blockId === (change.is === 'add' ? change.after : change.blockId),
  );
  const block = blocks[at];
  if (!block) return undefined;
  const next = [...blocks];
  switch (change.is) {
    case 'reword':
      if (block.heading === change.heading && block.body === change.body) return undefined;
      next[at] = { ...block, ...textOf(change) };
      break;
    case 'add':
      next.splice(at + 1, 0, { blockId: newId, number: 0, ...textOf(change) });
      break;
    case 'remove':
      if (blocks.length === 1) return undefined;
      next.splice(at, 1);
      break;
  }
  return next.map((each, index) => ({ ...each, number: index + 1 }));
}
