import postgres from 'postgres';
import type { Network } from '../support/network.ts';

/** Sessions and the buckets of rate limits move with every call, refused ones too. */
const MOVING = ['session', 'rate_bucket'];

/** Looks at all that is stored, under the floor, on a connection of its own. */
export class Stored implements AsyncDisposable {
  readonly #sql: postgres.Sql;
  #query = '';

  constructor(network: Network) {
    this.#sql = postgres(network.storage.ownerUrl, { max: 1, onnotice: () => {} });
  }

  /** Rows and a digest of what they hold, table by table: equal exactly when nothing was written in between. */
  async digest(): Promise<Record<string, string>> {
    this.#query ||= await this.#digestQuery();
    const rows = await this.#sql.unsafe<{ name: string; digest: string }[]>(this.#query);
    return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
  }

  async #digestQuery(): Promise<string> {
    const tables = await this.#sql<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'accord' and not tablename = any (${MOVING})`;
    const each = tables.map(({ name }) => {
      const digest = `count(*) || ' rows ' || coalesce(sum(hashtextextended(t::text, 0)), 0)`;
      return `select '${name}' as name, ${digest} as digest from accord.${name} t`;
    });
    return each.join(' union all ');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#sql.end();
  }
}
