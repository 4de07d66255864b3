import { type CategoryCode, maskOf } from '@accord/consent';
import type { Tx } from '@accord/db';
import {
  type Actor,
  type AgencyId,
  type CaseId,
  PURPOSES,
  type StaffActor,
  type YouthActor,
} from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import { Network } from '../support/network.ts';
import { assignRow, FUTURE, keyRow, keysNow, keyVersions, openRow, PAST, standing, wrapRow } from './rows.ts';

/** Bases beside consent, by hand: what each opens of whose items, who records, ends and tells, and what goes with it. */
let network: Network;
let welfare: AgencyId;
let clinic: AgencyId;
let shelter: AgencyId;
let survivors: AgencyId;
let dana: StaffActor;
let cora: StaffActor;
let noor: StaffActor;
let sosa: StaffActor;
let caseId: CaseId;
let otherCase: CaseId;
let young: YouthActor;
let other: YouthActor;

const PLAN = 8n;
const CW = maskOf(['cw-record']);

beforeAll(async () => {
  network = await Network.start();
  welfare = await network.addAgency('County Welfare', 'child-welfare');
  clinic = await network.addAgency('River Clinic', 'medical');
  shelter = await network.addAgency('Harbor House', 'runaway-homeless-youth');
  survivors = await network.addAgency('Open Door', 'community');
  await network.owner((sql) => sql`update agency set victim_funding = '{VOCA}' where id = ${survivors}`);
  dana = await network.addStaff(welfare, 'Dana');
  cora = await network.addStaff(welfare, 'Cora');
  noor = await network.addStaff(shelter, 'Noor');
  sosa = await network.addStaff(clinic, 'Sosa');
});
afterAll(() => network.close());
beforeEach(async () => {
  await network.owner((sql) => sql`delete from law_basis`);
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  ({ caseId: otherCase, young: other } = await network.openCase(dana, 'Sam'));
});

const ask = <T>(who: Actor, work: (tx: Tx) => Promise<T>) => asked(network, who, [caseId, otherCase], work);
const done = async (work: Promise<unknown>) => {
  await work;
  return 'done';
};
const join = async (owner: AgencyId, who: StaffActor) => {
  await openRow(network, { of: caseId, owner, kind: 'agency', to: owner, basis: 'own_custody' });
  await assignRow(network, caseId, who);
};
const supervise = () => assignRow(network, caseId, cora, { kind: 'supervision' });

describe('the law opens', () => {
  type Ground = { how: string; of?: AgencyId; duty?: string; to?: string; uses?: (keyof typeof PURPOSES)[] };
  const opens = async (
    { how, of = welfare, duty, to = 'law-enforcement', uses = [] }: Ground,
    kind: CategoryCode,
  ) => {
    const ids = `{${uses.map((use) => PURPOSES[use]).join()}}`;
    const [row] = await network.owner(
      (sql) => sql<{ never: string }[]>`select (law_never(${how}, ${of}, ${duty ?? null}, false, ${to},
        ${ids}::text::smallint[]) & ${String(maskOf([kind]))}::bigint)::text as never`,
    );
    return row?.never === '0';
  };

  test.each([
    ['a case team', { how: 'team_statute' }, 'cw-record'],
    ['an emergency', { how: 'emergency' }, 'case-plan'],
    ['a report of a missing child', { how: 'mandate', duty: 'M-2' }, 'id-core'],
    ['a report that they are missing', { how: 'mandate', duty: 'M-3' }, 'contact-location'],
  ] as const)(
    'to %s what an agency holds, and nothing of a confidential service',
    async (_, ground, kind) => {
      expect(await opens({ ...ground, of: welfare }, kind)).toBe(true);
      for (const of of [shelter, survivors]) expect(await opens({ ...ground, of }, kind)).toBe(false);
    },
  );

  test('to a report of harm, what it names, of every agency', async () => {
    for (const of of [welfare, shelter, survivors])
      expect(await opens({ how: 'mandate', duty: 'MR-1', of }, 'id-core')).toBe(true);
  });

  test.each(['vsp-record', 'rhy-record', 'sud-part2', 'edu-record'] as const)(
    'to a case team not %s',
    async (kind) => {
      expect(await opens({ how: 'team_statute' }, kind)).toBe(false);
    },
  );

  test('to an emergency a program record for treatment at a medical agency alone', async () => {
    const ground = { how: 'emergency', to: 'medical', uses: ['treatment'] } satisfies Ground;
    expect(await opens(ground, 'sud-part2')).toBe(true);
    expect(await opens({ ...ground, to: 'law-enforcement' }, 'sud-part2')).toBe(false);
    for (const use of ['investigation', 'court-report'] as const)
      expect(await opens({ ...ground, uses: ['treatment', use] }, 'sud-part2')).toBe(false);
  });
});

interface ByHand {
  id?: string;
  of?: CaseId;
  how?: 'court_order' | 'team_statute' | 'emergency';
  kind?: 'staff' | 'agency';
  to?: string;
  uses?: number[];
  see?: bigint;
  know?: bigint;
}
const record =
  ({ how = 'court_order', see = CW, ...change }: ByHand = {}) =>
  (tx: Tx) =>
    tx`select record_basis(${change.id ?? randomUUID()}, ${change.of ?? caseId}, ${how}, ${change.kind ?? 'staff'},
      ${change.to ?? sosa.staffId}, ${tx.array(change.uses ?? [1], 21)}::smallint[], ${see}, ${change.know ?? see},
      statement_timestamp() + interval '30 minutes', null, 'JV-1', null, null, 'in-person', null)`;
const emergency = (change: ByHand = {}) => record({ how: 'emergency', see: PLAN, ...change });

describe('a basis is recorded', () => {
  const says = (who: Actor, change: ByHand = {}) => ask(who, (tx) => done(record(change)(tx)));

  test('by whoever writes for an agency on the case, in their name', async () => {
    await supervise();
    const id = randomUUID();
    for (const who of [cora, sosa, young, other]) expect(await says(who, { id })).toBe('AC404');
    expect(await says(dana, { id })).toBe('done');
    const [row] = await network.owner(
      (sql) =>
        sql`select owner_agency as owner, recorded_by as by, told_by as told from law_basis where id = ${id}`,
    );
    expect(row).toEqual({ owner: welfare, by: dana.staffId, told: dana.staffId });
  });

  test('with a row for each use, which lets see no more than it says', async () => {
    const id = randomUUID();
    const change = {
      id,
      how: 'team_statute',
      kind: 'agency',
      to: clinic,
      uses: [1, 3],
      see: 0n,
      know: CW,
    } as const;
    expect(await says(dana, { ...change, uses: [...change.uses] })).toBe('done');
    const rows = await network.owner(
      (sql) => sql<
        { to: string; use: number; see: string; know: string }[]
      >`select grantee_id as to, purpose as use,
        see_mask::text as see, know_mask::text as know from effective_access where basis_id = ${id} order by purpose`,
    );
    expect([...rows]).toEqual([1, 3].map((use) => ({ to: clinic, use, see: '0', know: String(CW) })));
  });

  test('so that nobody is told of what the law never opens, or of a kind that there is not', async () => {
    const team = { how: 'team_statute', kind: 'agency', to: clinic, see: CW } as const;
    expect(await says(dana, team)).toBe('done');
    for (const more of [maskOf(['edu-record']), 1n << 40n])
      expect(await says(dana, { ...team, know: CW | more })).toBe('AC403');
  });

  test('an emergency by one person alone, where their own agency asks for no second one', async () => {
    const needsTwo = (agency: AgencyId, is: boolean) =>
      network.owner((sql) => sql`update agency set emergency_needs_two = ${is} where id = ${agency}`);
    const alone = { how: 'emergency', see: PLAN } as const;
    await needsTwo(clinic, true);
    expect(await says(dana, alone)).toBe('done');
    await network.owner((sql) => sql`delete from law_basis`);
    await needsTwo(welfare, true);
    expect(await says(dana, alone)).toBe('AC403');
    for (const agency of [clinic, welfare]) await needsTwo(agency, false);
  });

  test('for somebody who has begun and has not left', async () => {
    const ash = await network.addStaff(clinic, 'Ash');
    const works = (from: string, until: string | null) =>
      network.owner(
        (
          sql,
        ) => sql`update staff set started_at = ${from}::text::timestamptz, ended_at = ${until}::text::timestamptz
          where id = ${ash.staffId}`,
      );
    await works(PAST, FUTURE);
    expect(await says(dana, { to: ash.staffId })).toBe('done');
    await works(PAST, '2021-01-01');
    expect(await says(dana, { to: ash.staffId })).toBe('AC409');
    await works(FUTURE, null);
    expect(await says(dana, { to: ash.staffId })).toBe('AC409');
  });

  test('not for another agency’s terms: those of the recorder’s own keep their items', async () => {
    await join(shelter, noor);
    expect(await says(noor, { how: 'team_statute', see: PLAN })).toBe('AC403');
    expect(await says(dana, { how: 'team_statute', see: PLAN, to: noor.staffId })).toBe('done');
  });

  test('while nothing of the case is stopped', async () => {
    const found = await ask(dana, async (tx) => {
      await record()(tx);
      return keysNow(network, caseId);
    });
    expect(found).toBe('shared');
  });
});

describe('one emergency at a time', () => {
  const says = (who: Actor, change: ByHand = {}) => ask(who, (tx) => done(emergency(change)(tx)));

  test('for a worker, in whatever case; a colleague has their own, and an order is none', async () => {
    await assignRow(network, caseId, cora);
    await ask(dana, record());
    expect(await says(dana)).toBe('done');
    expect(await says(dana, { of: otherCase })).toBe('AC409');
    expect(await says(cora)).toBe('done');
  });

  test('and one that is over by its date, or was ended, stands in nobody’s way', async () => {
    await says(dana);
    await network.owner(
      (sql) =>
        sql`update law_basis set valid_from = now() - interval '2 hours', valid_to = now() - interval '1 hour'`,
    );
    const id = randomUUID();
    expect(await says(dana, { id })).toBe('done');
    await ask(dana, (tx) => tx`select end_basis(${id}, 'done')`);
    expect(await says(dana)).toBe('done');
  });

  test('a second one at the same moment waits for the first; a colleague’s does not', async () => {
    await assignRow(network, caseId, cora);
    const meanwhile = (who: StaffActor) =>
      ask(who, async (tx) => {
        await tx`set local lock_timeout = '200ms'`;
        return done(emergency()(tx));
      });
    const said = await ask(dana, async (tx) => {
      await emergency()(tx);
      return [await meanwhile(dana), await meanwhile(cora)];
    });
    expect(said).toEqual(['55P03', 'done']);
  });
});

interface Basis {
  owner?: AgencyId;
  until?: string;
}
/** A basis that lets Sosa know of a record, and a row and a wrap by it. Nobody has told the young person. */
async function basis({ owner = welfare, until = FUTURE }: Basis = {}): Promise<string> {
  const id = randomUUID();
  await network.owner(
    (
      sql,
    ) => sql`insert into law_basis (id, case_id, owner_agency, kind, recipient_kind, recipient_id, purposes,
        see_mask, know_mask, valid_from, valid_to, evidence, recorded_by, not_told)
      values (${id}, ${caseId}, ${owner}, 'team_statute', 'staff', ${sosa.staffId}, '{1}', 0, ${String(CW)},
        ${PAST}::text::timestamptz, ${until}::text::timestamptz, 'WIC 1', ${dana.staffId}, 'not-reached')`,
  );
  await openRow(network, { of: caseId, owner: welfare, kind: 'staff', to: sosa.staffId, basisId: id });
  await wrapRow(network, caseId, welfare, clinic, id);
  return id;
}
const OPEN = { rows: 1, wraps: 1 };

describe('a basis is ended', () => {
  const end = (who: Actor, id: string) =>
    ask(who, async (tx) => {
      const [row] = await tx<{ opened: bigint }[]>`select end_basis(${id}, 'done') as opened`;
      return row?.opened;
    });
  const endOf = async (id: string) => {
    const [row] = await network.owner(
      (sql) => sql<{ by: string | null }[]>`select ended_by as by from law_basis where id = ${id}`,
    );
    return row?.by;
  };

  test('by whoever is on the case for its owner, a supervisor too; it says what it opened', async () => {
    await supervise();
    for (const who of [dana, cora]) {
      const id = await basis();
      expect(await end(who, id)).toBe(CW);
      expect([await endOf(id), await standing(network, id)]).toEqual([who.staffId, { rows: 0, wraps: 0 }]);
    }
  });

  test('by nobody else', async () => {
    await join(clinic, sosa);
    const id = await basis();
    for (const who of [cora, sosa, young, other]) expect(await end(who, id)).toBe('AC404');
    for (const each of [await basis({ owner: clinic }), randomUUID()])
      expect(await end(dana, each)).toBe('AC404');
    expect([await endOf(id), await standing(network, id)]).toEqual([null, OPEN]);
  });

  test('with its keys, and no other with it', async () => {
    await keyRow(network, caseId, clinic);
    await keyRow(network, otherCase, welfare);
    const [first, second, third] = [await basis(), await basis(), await basis()];
    const before = await keyVersions(network, caseId, otherCase);
    for (const id of [second, first]) await end(dana, id);
    const here = `${caseId} ${welfare}`;
    const after = { ...before, [here]: Number(before[here]) + 2 };
    expect(await keyVersions(network, caseId, otherCase)).toEqual(after);
    expect([await endOf(third), await standing(network, third)]).toEqual([null, OPEN]);
  });

  test('once, and not when it is over by its date', async () => {
    const [id, over] = [await basis(), await basis({ until: '2021-01-01' })];
    await end(dana, id);
    for (const each of [id, over]) expect(await end(dana, each)).toBe('AC409');
    expect(await endOf(over)).toBeNull();
  });

  test('while nobody writes with the keys of the case', async () => {
    const id = await basis();
    const found = await ask(dana, async (tx) => {
      await tx`select end_basis(${id}, 'done')`;
      return keysNow(network, caseId);
    });
    expect(found).toBe('taken');
  });
});

describe('the young person is told of a basis', () => {
  const tell = (who: Actor, id: string) => ask(who, (tx) => done(tx`select tell_basis(${id}, 'by-phone')`));
  const toldOf = async (id: string) => {
    const [row] = await network.owner(
      (sql) => sql`select told_how as how, told_by as by, not_told as why from law_basis where id = ${id}`,
    );
    return row;
  };
  const untold = { how: null, by: null, why: 'not-reached' };

  test('by whoever is on the case for its owner, once, of that one', async () => {
    await supervise();
    const [first, second, third] = [await basis(), await basis(), await basis()];
    for (const [id, who] of [
      [second, dana],
      [first, cora],
    ] as const) {
      expect(await tell(who, id)).toBe('done');
      expect(await toldOf(id)).toEqual({ how: 'by-phone', by: who.staffId, why: null });
      expect(await tell(dana, id)).toBe('AC409');
    }
    expect(await toldOf(second)).toMatchObject({ by: dana.staffId });
    expect(await toldOf(third)).toEqual(untold);
  });

  test('and nobody else says that they were', async () => {
    await join(clinic, sosa);
    const id = await basis();
    for (const who of [cora, sosa, young, other]) expect(await tell(who, id)).toBe('AC404');
    for (const each of [await basis({ owner: clinic }), randomUUID()])
      expect(await tell(dana, each)).toBe('AC404');
    expect(await toldOf(id)).toEqual(untold);
  });
});
