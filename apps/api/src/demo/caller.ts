import type { Database } from '@accord/db';
import type { AdvisorActor, StaffActor } from '@accord/kernel';
import { withoutBrowser } from '@accord/rpc';
import type { Vault } from '@accord/vault';
import { staffRouter } from '../routers.ts';

/** The product's own calls, as one person, without HTTP in between. */
export function callerFor(database: Database, vault: Vault, actor: StaffActor | AdvisorActor) {
  return staffRouter.createCaller({
    host: 'staff',
    actor,
    purpose: 'care-plan-coordination',
    database,
    vault,
    ...withoutBrowser(),
    caller: Buffer.alloc(32),
    demo: null,
  });
}
