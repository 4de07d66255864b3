import { publicProcedure, type RequestContext } from '@accord/rpc';
import { Me, System, SYSTEMS } from '../contract/index.ts';
import * as q from './identity.queries.ts';
import type { Caller } from './sessions.ts';

/** Who is signed in here, or null. Never an error: a page asks it first. */
export const me = publicProcedure.output(Me).query(({ ctx }) => meOf(ctx, ctx));

export async function meOf(
  ctx: RequestContext,
  { actor, purpose }: Pick<Caller, 'actor' | 'purpose'>,
): Promise<Me> {
  const demo = ctx.demo !== null;
  if (actor.kind === 'youth') {
    const codeName = await ctx.database.withActor(actor, { purpose }, (tx) => q.findOwnCodeName(tx));
    return { kind: 'youth', youngPersonId: actor.youngPersonId, codeName: codeName ?? '', demo };
  }
  if (actor.kind === 'advisor') {
    const name = await ctx.database.withActor(actor, { purpose }, (tx) => q.findAdvisorName(tx));
    return name === undefined ? null : { kind: 'advisor', name, demo };
  }
  if (actor.kind !== 'staff') return null;
  const staff = await ctx.database.withActor(actor, { purpose }, (tx) => q.findStaff(tx, actor.staffId));
  if (!staff) return null;
  const system = System.parse(staff.system);
  return {
    kind: 'staff',
    staffId: actor.staffId,
    name: staff.name,
    title: staff.title,
    agency: { agencyId: staff.agencyId, name: staff.agency, system },
    purpose,
    purposes: [...SYSTEMS[system]],
    demo,
  };
}
