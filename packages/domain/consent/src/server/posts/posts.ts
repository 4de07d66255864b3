import { newId, PostId } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { z } from 'zod';
import { HoldPostInput, NamePostInput, Posts } from '../../contract/index.ts';
import * as q from './posts.queries.ts';

/** The posts of the caller's own agency, and who holds them. It reads of no case. */
export const posts = staffProcedure.output(Posts).query(({ ctx }) =>
  ctx.read(async (tx) => ({
    ...(await q.getOwnPlace(tx, ctx.actor.agencyId)),
    posts: (await q.listPosts(tx, ctx.actor.agencyId)).map(
      ({ postId, name, staffId, holder, title, sinceOn }) => ({
        postId,
        name,
        holder: staffId && holder && title && sinceOn ? { staffId, name: holder, title, sinceOn } : null,
      }),
    ),
  })),
);

/** A new post with whoever holds it. NOT_FOUND for oneself, and for whoever supervises nothing; CONFLICT for a taken name. */
export const namePost = staffProcedure
  .input(NamePostInput)
  .output(z.strictObject({ postId: PostId }))
  .mutation(({ ctx, input: { name, staffId } }) =>
    ctx.read(async (tx) => {
      const postId = newId(PostId);
      await q.namePost(tx, postId, name, staffId);
      return { postId };
    }),
  );

/**
 * Somebody else holds a post from now on, or nobody. What was shared with whoever held it ends at once; what is left of
 * it waits for the young person's word on whoever came. Each has its line in the ledger of its case. The answer tells
 * nothing of them: the caller may know of none. NOT_FOUND as above, CONFLICT where it is so already.
 */
export const holdPost = staffProcedure
  .input(HoldPostInput)
  .output(z.strictObject({}))
  .mutation(({ ctx, input: { postId, staffId } }) =>
    ctx.read(async (tx) => {
      const carried = Map.groupBy(await q.holdPost(tx, postId, staffId), ({ caseId }) => caseId);
      await q.enterCases(tx, [...carried.keys()]);
      for (const [caseId, grants] of carried) {
        const lines = [...Map.groupBy(grants, ({ owner }) => owner)].map(([ownerAgency, those]) => ({
          ownerAgency,
          categoryMask: those.reduce((mask, one) => mask | one.mask, 0n),
          items: [],
        }));
        await record(tx, speakerOf(ctx), 'handed-over', caseId, lines);
      }
      return {};
    }),
  );
