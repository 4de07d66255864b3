import { Added, type NeedBody, type PartBody } from '@accord/cases';
import { writeItem } from '@accord/cases/server';
import { maskOf } from '@accord/consent';
import { badInput } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import type { z } from 'zod';
import { AddPartInput, findEntry } from '../contract/index.ts';
import { ratedAs } from './rated.ts';

/**
 * Adds a strength, a need, a fear or an obligation to the plan, for the writer's own agency. The entry of the catalogue
 * decides its kind of data, so that who sees it follows from the floor as for everything else.
 */
export const addPart = staffProcedure
  .input(AddPartInput)
  .output(Added)
  .mutation(({ ctx, input: { caseId, rating, ...words } }) => {
    const entry = findEntry(words.entry);
    if (!entry) throw badInput('entry', 'Choose something from the list.');
    const body: z.output<typeof PartBody> | z.output<typeof NeedBody> = {
      ...words,
      ...ratedAs(entry.kind, rating),
    };
    return ctx.inCase(caseId, async (tx) => ({
      itemId: await writeItem(tx, ctx.vault, speakerOf(ctx), {
        caseId,
        kind: entry.kind,
        mask: maskOf([entry.category]),
        body,
      }),
    }));
  });
