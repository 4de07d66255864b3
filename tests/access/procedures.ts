import { ROUTERS, type Host } from './wire.ts';
import { type Row, staffRows, youthRows } from './rows.ts';
import type { World } from './world.ts';

export interface Procedure {
  host: Host;
  path: string;
  row: Row<unknown, never>;
  inputs: readonly Schema[];
  output: Schema | undefined;
}

/** As much of a schema as these tests look at. */
export interface Schema {
  safeParse(value: unknown): { success: boolean; data?: unknown };
  _zod: { def: Definition };
}
interface Definition {
  type: string;
  shape?: Record<string, Schema>;
  catchall?: Schema;
  options?: readonly Schema[];
  element?: Schema;
  innerType?: Schema;
  in?: Schema;
}

const ROWS = { staff: staffRows, youth: youthRows };

/** Every procedure that the product has, as its routers say. */
export function pathsOf(host: Host): string[] {
  return Object.keys(definitionsOf(host)).toSorted();
}

/** Every procedure that has a row, as `rows.ts` says. */
export function rowPathsOf(host: Host): string[] {
  return Object.keys(flatten(ROWS[host])).toSorted();
}

/** The procedures of both hosts with their rows, in the order of `rows.ts`. */
export const PROCEDURES: readonly Procedure[] = (['staff', 'youth'] as const).flatMap((host) => {
  const definitions = definitionsOf(host);
  return Object.entries(flatten(ROWS[host])).map(([path, row]) => {
    const { inputs = [], output } = definitions[path]?._def ?? {};
    return { host, path, row, inputs, output };
  });
});

/** The kind of person that a procedure is for, once they are signed in. */
export function callerOf({ host, path }: Procedure): 'staff' | 'youth' | 'advisor' {
  return path.startsWith('reviews.') ? 'advisor' : host;
}

/** Of each kind, the one with every right that there is. */
export const INSIDERS = { staff: 'assigned', youth: 'own', advisor: 'advisor' } as const;

/** What is open before anyone is signed in. All else asks for a session first. */
export const PUBLIC = [
  'session.me',
  'session.signIn',
  'session.signOut',
  'demo.cards',
  'demo.signIn',
  'demo.state',
  'demo.reset',
  'demo.undoReset',
  'session.chooseLanguage',
  'session.lock',
  'session.unlock',
  'demo.unlock',
];

export const nameOf = ({ host, path }: Procedure) => `${host} ${path}`;

/** The procedures that take a case by its id: what they answer must not tell whether it exists. */
export function aboutACase(world: World): Procedure[] {
  return PROCEDURES.filter(({ row }) => {
    const input = row.input(world);
    return typeof input === 'object' && input !== null && 'caseId' in input;
  });
}

function definitionsOf(host: Host) {
  return ROUTERS[host]._def.procedures as unknown as Record<
    string,
    { _def: { inputs: readonly Schema[]; output?: Schema } }
  >;
}

function flatten(rows: object): Record<string, Row<unknown, never>> {
  const domains = Object.entries(rows as Record<string, Record<string, Row<unknown, never>>>);
  return Object.fromEntries(
    domains.flatMap(([domain, each]) =>
      Object.entries(each).map(([name, row]) => [`${domain}.${name}`, row]),
    ),
  );
}
