import { PURPOSES, type StaffActor } from '@accord/kernel';
import { createHmac } from 'node:crypto';
import postgres from 'postgres';

/** The parts of a signed context, as `packages/platform/db/src/context.ts` writes them. */
export interface Parts {
  version: string;
  nodeId: string;
  kind: string;
  actor: string;
  agency: string;
  job: string;
  purpose: string;
  expires: string;
}

export function partsOf(nodeId: string, { staffId, agencyId }: StaffActor): Parts {
  const purpose = String(PURPOSES['care-plan-coordination']);
  const expires = String(Date.now() + 15_000);
  return { version: '1', nodeId, kind: 'staff', actor: staffId, agency: agencyId, job: '', purpose, expires };
}

const textOf = (p: Parts) =>
  [p.version, p.nodeId, p.kind, p.actor, p.agency, p.job, p.purpose, p.expires].join('|');

export function signed(parts: Parts, key: Buffer): string {
  return `${textOf(parts)}|${createHmac('sha256', key).update(textOf(parts)).digest('hex')}`;
}

/** The signature of one context under the parts of another. */
export function edited(parts: Parts, key: Buffer, change: Partial<Parts>): string {
  return `${textOf({ ...parts, ...change })}|${signed(parts, key).split('|').at(-1)}`;
}

/** The runtime login without withActor in front: what an attacker has who can run SQL. */
export class RawRuntime {
  readonly sql: postgres.Sql;

  constructor(url: string) {
    this.sql = postgres(url, { max: 1, onnotice: () => {}, connection: { search_path: 'accord' } });
  }

  /** Runs one statement under this context and scope; a failed statement answers its SQLSTATE. */
  async run(
    context: string,
    scope: readonly string[],
    statement: string,
  ): Promise<Record<string, unknown>[] | string> {
    try {
      return await this.sql.begin(async (tx) => {
        await tx`select set_config('accord.context', ${context}, true),
          set_config('accord.scope', ${scope.length > 0 ? `{${scope.join(',')}}` : ''}, true)`;
        return [...(await tx.unsafe(statement))];
      });
    } catch (error) {
      return String((error as { code?: unknown }).code);
    }
  }

  /** How many rows of each table come back to a query without a filter. A statement that fails gives none. */
  async counts(context: string, scope: readonly string[]): Promise<Record<string, number>> {
    const found: Record<string, number> = {};
    for (const table of CASE_TABLES) {
      const rows = await this.run(context, scope, `select count(*)::int as rows from ${table}`);
      found[table] = typeof rows === 'string' ? 0 : Number(rows[0]?.['rows']);
    }
    return found;
  }

  close(): Promise<void> {
    return this.sql.end();
  }
}

/** Tables with rows about one case. */
export const CASE_TABLES = [
  'case_file',
  'assignment',
  'case_item',
  'case_item_body',
  'referral',
  'consent_grant',
  'consent_signature',
  'consent_revocation',
  'consent_document',
  'case_key',
  'category_key',
  'key_wrap',
  'young_person_key',
  'ledger_entry',
] as const;

export const NOTHING = Object.fromEntries(CASE_TABLES.map((table) => [table, 0]));
