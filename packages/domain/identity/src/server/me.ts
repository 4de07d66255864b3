import { publicProcedure, type RequestContext } from '@accord/rpc';
import { Me, System, SYSTEMS } from '../contract/index.ts';
import * as q from './identity.queries.ts';
import { type Caller, sessionsOf } from './sessions.ts';

/** Who is signed in here, or null. Never an error: a page asks it first. */
export const me = publicProcedure
  .output(Me)
  .query(({ ctx }) => (ctx.isLocked ? lockedMe(ctx) : meOf(ctx, ctx)));

/** Of a locked session the name alone, for whoever unlocks it. */
async function lockedMe(ctx: RequestContext): Promise<Me> {
  const token = ctx.session.token();
  const caller = token && (await sessionsOf(ctx.database).watch(token))?.caller;
  const found = caller ? await meOf(ctx, caller) : null;
  return found && 'name' in found ? { kind: 'locked', name: found.name, demo: found.demo } : null;
}

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
