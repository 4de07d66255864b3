import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Sql } from 'postgres';
import { definitionOf } from './floor.ts';

/** Mistakes that the floor could make: one clause dropped or turned round in a function or a row policy. */
export interface FloorFault {
  name: string;
  in: 'openings' | 'context' | 'known on accord.case_item' | 'seen on accord.case_item_body';
  clause: RegExp;
  instead: string;
  floorThen: 'opens' | 'hides';
}

const KNOW = 'known on accord.case_item';
const SEE = 'seen on accord.case_item_body';
const JOINED = `$1.category_mask & ~(select bit_or(p.$2) from unnest((select accord.openings())) p
  where p.case_id = $1.case_id and p.owner_agency = $1.owner_agency) = 0`;

export const FLOOR_FAULTS: readonly FloorFault[] = [
  {
    name: 'any purpose will do',
    in: 'openings',
    clause: /e\.purpose = me\.purpose/,
    instead: 'true',
    floorThen: 'opens',
  },
  {
    name: 'a basis still holds at its end',
    in: 'openings',
    clause: /e\.valid_to > now_at/,
    instead: 'e.valid_to >= now_at',
    floorThen: 'opens',
  },
  {
    name: 'a basis never ends',
    in: 'openings',
    clause: /e\.valid_to > now_at/,
    instead: 'true',
    floorThen: 'opens',
  },
  {
    name: 'a basis holds before its beginning',
    in: 'openings',
    clause: /e\.valid_from <= now_at/,
    instead: 'true',
    floorThen: 'opens',
  },
  {
    name: 'a basis does not hold at its beginning',
    in: 'openings',
    clause: /e\.valid_from <= now_at/,
    instead: 'e.valid_from < now_at',
    floorThen: 'hides',
  },
  {
    name: 'restrictions are ignored',
    in: 'openings',
    clause: /coalesce\(bit_or\(d\.categories\), 0\)/,
    instead: '0 & coalesce(bit_or(d.categories), 0)',
    floorThen: 'opens',
  },
  {
    name: 'a restriction never ends',
    in: 'openings',
    clause: /d\.valid_to > now_at/,
    instead: 'true',
    floorThen: 'hides',
  },
  {
    name: 'restrictions on an agency are ignored',
    in: 'openings',
    clause: /d\.target_id in \(me\.actor_id, me\.agency_id\)/,
    instead: 'd.target_id = me.actor_id',
    floorThen: 'opens',
  },
  {
    name: 'an assignment never ends',
    in: 'openings',
    clause: /a\.valid_to > now_at/g,
    instead: 'true',
    floorThen: 'opens',
  },
  {
    name: 'anyone’s assignment will do',
    in: 'openings',
    clause: /and a\.staff_id = me\.actor_id/g,
    instead: '',
    floorThen: 'opens',
  },
  {
    name: 'a named person’s permission is open to nobody',
    in: 'openings',
    clause: /when 'staff' then/,
    instead: `when 'staff' then false and`,
    floorThen: 'hides',
  },
  {
    name: 'former staff still read',
    in: 'context',
    clause: /s\.ended_at is null or/,
    instead: 'true or',
    floorThen: 'opens',
  },
  ...[KNOW, SEE].flatMap((policy): FloorFault[] => {
    const place = policy as FloorFault['in'];
    const mask = /\w+\.category_mask & ~o\.\w+ = 0/;
    return [
      {
        name: 'one owner’s permission opens another’s item',
        in: place,
        clause: /o\.owner_agency = \w+\.owner_agency/,
        instead: 'true',
        floorThen: 'opens',
      },
      {
        name: 'one case’s permission opens another case',
        in: place,
        clause: /o\.case_id = \w+\.case_id/,
        instead: 'true',
        floorThen: 'opens',
      },
      { name: 'kinds are not looked at', in: place, clause: mask, instead: 'true', floorThen: 'opens' },
      {
        name: 'two half-permissions open an item together',
        in: place,
        clause: /(\w+)\.category_mask & ~o\.(\w+) = 0/,
        instead: JOINED,
        floorThen: 'opens',
      },
      {
        name: 'one kind in common opens an item',
        in: place,
        clause: /category_mask & ~o\.(\w+) = 0/,
        instead: 'category_mask & o.$1 <> 0',
        floorThen: 'opens',
      },
      {
        name: 'the data period has no end',
        in: place,
        clause: /and \w+\.occurred_at < o\.data_to/,
        instead: '',
        floorThen: 'opens',
      },
      {
        name: 'the data period leaves out its first instant',
        in: place,
        clause: /occurred_at >= o\.data_from/,
        instead: 'occurred_at > o.data_from',
        floorThen: 'hides',
      },
    ];
  }),
];

const policies = readFileSync(
  fileURLToPath(new URL('../../../packages/platform/db/routines/85_policies.sql', import.meta.url)),
  'utf8',
);

/** Plants a fault and answers how to take it out again. */
export async function plant(sql: Sql, fault: FloorFault): Promise<(sql: Sql) => Promise<void>> {
  const isFunction = fault.in === 'openings' || fault.in === 'context';
  const good = isFunction ? await definitionOf(sql, fault.in) : policyText(fault.in);
  const bad = good.replace(fault.clause, fault.instead);
  if (bad === good) throw new Error(`nowhere to plant "${fault.name}" in ${fault.in}`);
  await sql.unsafe(bad);
  return async (again) => void (await again.unsafe(good));
}

/** The statement that makes a policy anew: what is there goes first. */
function policyText(name: string): string {
  const start = policies.indexOf(`create policy ${name} `);
  if (start < 0) throw new Error(`no policy ${name}`);
  return `drop policy ${name};\n${policies.slice(start, policies.indexOf(';', start) + 1)}`;
}
