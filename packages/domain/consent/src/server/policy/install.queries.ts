import type { asOwner } from '@accord/db';
import { planInstall, type Stored } from './plan.ts';
import type { Policies } from './read.ts';

/** The owner, or whoever reads as the product does. */
interface Reader {
  <Rows extends Stored[]>(query: TemplateStringsArray): PromiseLike<Rows>;
}
type Owner = Parameters<Parameters<typeof asOwner>[1]>[0];

/**
 * Writes verified rules into the database, as its owner, all or nothing. What is stored is verified again each time.
 * @throws PolicyFault: then nothing was written, and a node must not start.
 */
export async function installPolicies(owner: Owner, policies: Policies): Promise<void> {
  await owner.begin(async (sql) => {
    // Nodes that start at the same time take turns.
    await sql`lock table policy_bundle in share row exclusive mode`;
    const { insert, update } = planInstall(await listStoredPolicies(sql), policies);
    for (const { body, issuedBy, signature, endsOn, reviewedBy } of insert) {
      await sql`insert into policy_bundle
          (state, version, effective_from, effective_to, body, issued_by, signature, reviewed_by)
        values (${body.state}, ${body.version}, ${body.effectiveFrom}, ${endsOn}, ${sql.json(body)}, ${issuedBy},
          ${signature}, ${reviewedBy})`;
    }
    for (const { state, version, effectiveTo, reviewedBy } of update) {
      await sql`update policy_bundle set effective_to = ${effectiveTo}, reviewed_by = ${reviewedBy}
        where state = ${state} and version = ${version}`;
    }
  });
}

/** What is stored, as it was signed or not. */
export async function listStoredPolicies(sql: Reader): Promise<Stored[]> {
  return sql<Stored[]>`
    select state, version, effective_from::text as "effectiveFrom", effective_to::text as "effectiveTo", body,
      issued_by as "issuedBy", signature, reviewed_by as "reviewedBy"
    from policy_bundle order by state, version`;
}
