import { speakerOf } from '@accord/ledger/server';
import { maskOf } from '@accord/consent';
import { System } from '@accord/identity';
import { badInput } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { Added, AddNoteInput, NOTE_CATEGORIES } from '../contract/index.ts';
import { findSystem } from './cases.queries.ts';
import { writeItem } from './write-item.ts';

/** A note in three fields: what happened, my view, the young person's words. Its kind decides who reads it. */
export const addNote = staffProcedure
  .input(AddNoteInput)
  .output(Added)
  .mutation(({ ctx, input: { caseId, category, ...body } }) =>
    ctx.inCase(caseId, async (tx) => {
      const system = System.safeParse(await findSystem(tx, ctx.actor.agencyId));
      const kinds: readonly string[] = system.success ? NOTE_CATEGORIES[system.data] : [];
      if (!kinds.includes(category)) throw badInput('category', 'Choose a kind that your agency writes.');
      return {
        itemId: await writeItem(tx, ctx.vault, speakerOf(ctx), {
          caseId,
          kind: 'note',
          mask: maskOf([category]),
          body,
        }),
      };
    }),
  );
