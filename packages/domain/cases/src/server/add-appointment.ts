import { maskOf } from '@accord/consent';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { AddAppointmentInput, Added } from '../contract/index.ts';
import { writeItem } from './write-item.ts';

/** A day, a time and a place. The instant is sealed with the rest: it would tell where somebody is. */
export const addAppointment = staffProcedure
  .input(AddAppointmentInput)
  .output(Added)
  .mutation(({ ctx, input: { caseId, ...body } }) =>
    ctx.inCase(caseId, async (tx) => ({
      itemId: await writeItem(tx, ctx.vault, speakerOf(ctx), {
        caseId,
        kind: 'appointment',
        mask: maskOf(['appointments']),
        body,
      }),
    })),
  );
