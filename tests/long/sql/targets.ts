import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Sql } from 'postgres';
import { type Mutation, mutationsOf } from './mutate.ts';

/** One planted mistake: two statements, the one that plants it and the one that takes it out. */
export interface Mutant {
  /** The function or policy, and what is wrong with it. */
  name: string;
  plant: string;
  takeOut: string;
}

/** The functions whose reading can stand on a chosen instant (worlds/floor.ts). */
const CLOCKED = new Set(['openings', 'context']);

/** The mutants of the functions that one file of routines makes, from their live definitions. */
export async function mutantsOfFunctions(sql: Sql, file: string): Promise<Mutant[]> {
  const named = routines(file).matchAll(/create (?:or replace )?function accord\.(\w+)/g);
  const names = [...named].map(([, name = '']) => name);
  const mutants: Mutant[] = [];
  for (const name of names) {
    const [row] = await sql<
      { text: string }[]
    >`select pg_get_functiondef(('accord.' || ${name})::regproc) as text`;
    const [, head = '', body = ''] = /^(.*?AS \$function\$)(.*)\$function\$\s*$/s.exec(row?.text ?? '') ?? [];
    if (body === '') throw new Error(`no body of accord.${name}`);
    const statements = /LANGUAGE plpgsql/.test(head);
    for (const mutation of mutationsOf(body, { edges: CLOCKED.has(name), statements })) {
      mutants.push({
        name: `${name}: ${mutation.name}`,
        plant: `${head}${mutation.text}$function$`,
        takeOut: row?.text ?? '',
      });
    }
  }
  return mutants;
}

/** The mutants of what the row policies of these files ask of the runtime role, from the live policies. */
export async function mutantsOfPolicies(sql: Sql, files: readonly string[]): Promise<Mutant[]> {
  const made = new Set(
    [
      ...files
        .map(routines)
        .join('\n')
        .matchAll(/create policy (\w+) on accord\.(\w+)/g),
    ].map(([, name, table]) => `${name} on ${table}`),
  );
  const policies = await sql<
    { name: string; table: string; qual: string | null; with_check: string | null }[]
  >`select policyname as name, tablename as table, qual, with_check from pg_policies
    where schemaname = 'accord' and 'accord_runtime' = any (roles) order by tablename, policyname`;
  return policies
    .filter(({ name, table }) => made.has(`${name} on ${table}`))
    .flatMap(({ name, table, qual, with_check: check }) => [
      ...ofClause(name, table, 'using', qual),
      ...ofClause(name, table, 'with check', check),
    ]);
}

const routines = (file: string): string =>
  readFileSync(
    fileURLToPath(new URL(`../../../packages/platform/db/routines/${file}`, import.meta.url)),
    'utf8',
  );

function ofClause(name: string, table: string, clause: string, text: string | null): Mutant[] {
  if (text === null || text === 'true') return [];
  const edges = name === 'known' || name === 'seen';
  const alter = (condition: string) => `alter policy ${name} on accord.${table} ${clause} (${condition})`;
  return mutationsOf(text, { root: 'policy', edges }).map((mutation: Mutation) => ({
    name: `${name} on ${table}: ${mutation.name}`,
    plant: alter(mutation.text),
    takeOut: alter(text),
  }));
}
