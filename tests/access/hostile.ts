import type { Procedure, Schema } from './procedures.ts';
import type { World } from './world.ts';

export interface HostileInput {
  /** The path of the field that was spoiled, as an error should name it; empty for the input as a whole. */
  field: string;
  what: string;
  json: string;
}

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

/** Values as JSON, since some of them are none that a program of ours could hold. */
const VALUES: Record<string, string> = {
  null: 'null',
  true: 'true',
  zero: '0',
  'a negative number': '-1',
  'a fraction': '1.5',
  'one over a 32-bit integer': '2147483648',
  'the largest safe integer': '9007199254740991',
  'a huge number': '1e308',
  'more than any number': '1e400',
  'an empty text': '""',
  blanks: '" \\t\\n"',
  NUL: '"a\\u0000b"',
  'a lone surrogate': '"\\ud800"',
  'right to left': '"\\u202emoc.elpmaxe\\u2066"',
  SQL: '"\'; drop table accord.case_item; --"',
  'a template': '"${7*7}{{7*7}}"',
  'a path': '"../../../etc/passwd\\u0000.png"',
  'a megabyte': JSON.stringify('a'.repeat(1_000_000)),
  'an empty list': '[]',
  'a deep list': deep(1_000),
  'a long list': `[${'0,'.repeat(9_999)}0]`,
  'an empty object': '{}',
  'a prototype': '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}',
  'an object that converts': '{"toString":"x","valueOf":1,"toJSON":"y"}',
  'the nil id': '"00000000-0000-0000-0000-000000000000"',
  'the max id': '"ffffffff-ffff-ffff-ffff-ffffffffffff"',
  'year zero': '"0000-01-01"',
  'year one': '"0001-01-01"',
  'the last year': '"9999-12-31"',
  'no such day': '"2031-02-30"',
  infinity: '"infinity"',
  'a kind that is never shared': '"shelter-location"',
  'many kinds that are never shared': JSON.stringify(Array.from({ length: 32 }, () => 'private-notes')),
  'a purpose of one’s own': '"self-access"',
};

/** Ids that are real, each where another kind is asked for, and one in capitals. */
function ids({ caseId, goalId, grantId, draftId, serviceId, people }: World): Record<string, string> {
  const { staffId, agencyId } = people.dana;
  const real = {
    caseId,
    goalId,
    grantId,
    draftId,
    serviceId,
    staffId,
    agencyId,
    youth: people.robin.youngPersonId,
  };
  const each = Object.entries(real).map(
    ([name, id]) => [`the ${name} of something`, JSON.stringify(id)] as const,
  );
  return { ...Object.fromEntries(each), 'the case in capitals': JSON.stringify(caseId.toUpperCase()) };
}

/**
 * A good input, spoiled in one place at a time: every field of the schema, with values that it must not choke on; and left
 * out. `every`: each field meets one in so many of the values, its neighbour the ones after them; 1 is all.
 */
export function hostileInputs({ row, inputs: [schema] }: Procedure, world: World, every = 1): HostileInput[] {
  if (!schema) return [];
  const good = row.input(world);
  const all = Object.entries({ ...VALUES, ...ids(world) });
  const valuesFor = (turn: number) => all.filter((_, at) => (at + turn) % every === 0);
  const fields = fieldsOf(schema, good, []);
  return [
    ...valuesFor(row.does.length).map(([what, json]) => ({ field: '', what, json })),
    { field: '', what: 'cut off', json: '{"caseId":' },
    ...fields.flatMap((path, turn) => [
      { field: path.join('.'), what: 'left out', json: JSON.stringify(spoiled(good, path, undefined)) },
      ...valuesFor(row.does.length + turn).map(([what, json]) => {
        const withMark = JSON.stringify(spoiled(good, path, MARK));
        return { field: path.join('.'), what, json: withMark.replace(`"${MARK}"`, () => json) };
      }),
    ]),
  ];
}

const MARK = 'the spoiled value';

/** Paths of all fields that a schema names, also those that a good input leaves out. */
function fieldsOf(schema: Schema, good: unknown, path: readonly string[]): string[][] {
  const { shape, element, innerType, options, in: from } = schema._zod.def;
  const inner = innerType ?? from;
  if (inner) return fieldsOf(inner, good, path);
  const below = (each: Schema, key: string, value: unknown) => [
    [...path, key],
    ...fieldsOf(each, value, [...path, key]),
  ];
  if (shape) return Object.entries(shape).flatMap(([key, each]) => below(each, key, valueAt(good, [key])));
  if (element && Array.isArray(good)) return below(element, '0', good[0]);
  const option = options?.find((each) => each.safeParse(good).success);
  return option ? fieldsOf(option, good, path) : [];
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
}

/** A copy of `good` with another value at the path. */
function spoiled(good: unknown, path: readonly string[], value: unknown): unknown {
  const copy: unknown = structuredClone(good);
  const last = path.at(-1);
  const parent = valueAt(copy, path.slice(0, -1)) as Record<string, unknown>;
  if (last !== undefined) parent[last] = value;
  return copy;
}
