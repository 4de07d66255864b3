import type { AskId, MatchId } from '@accord/matches';
import type { CaseId, StaffActor } from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import type { Network } from '../support/network.ts';

export interface MatchWorld {
  /** Cora's, with a name and a birthday: of one nobody has asked, and of the other Cora has. Stan answers for both. */
  unaskedCase: CaseId;
  askedCase: CaseId;
  askId: AskId;
  /** The hospital asked, and seems to mean Robin; and what came of an earlier question of its. */
  foundId: MatchId;
  linkedId: MatchId;
}

interface Staff {
  cora: StaffActor;
  stan: StaffActor;
  quin: StaffActor;
  pola: StaffActor;
}

/** Questions about the same young person, asked by procedure; what was found is put there as the owner. */
export async function askAround(network: Network, robins: CaseId, staff: Staff): Promise<MatchWorld> {
  const { cora, stan, quin, pola } = staff;
  const [unaskedCase, askedCase] = await Promise.all(
    ['Uma', 'Una'].map((name) => openWithDay(network, cora, stan, name)),
  );
  if (!unaskedCase || !askedCase) throw new RangeError('no cases to ask about');
  await network.as(cora).matches.ask({ caseId: askedCase, reason: 'plan-together', agreed: true });
  const ask = (await network.as(stan).matches.waiting()).matches.find(({ is }) => is === 'ask');
  if (ask?.is !== 'ask') throw new RangeError('no question waits');
  const kits = (
    await network.owner(
      (sql) => sql<{ id: CaseId }[]>`select id from case_file where lead_agency = ${quin.agencyId} limit 1`,
    )
  )[0]?.id;
  if (!kits) throw new RangeError('the hospital has no case');
  const found = async (state: 'found' | 'linked') => {
    const [askId, matchId] = [randomUUID(), randomUUID() as MatchId];
    const by = state === 'linked' ? stan.staffId : null;
    await network.owner(async (sql) => {
      await sql`insert into match_ask (id, case_id, agency_id, reason, asked_by, asked_at, answer, answered_by, answered_at)
        values (${askId}, ${kits}, ${quin.agencyId}, 'new-here', ${quin.staffId}, now(), 'sent', ${pola.staffId}, now())`;
      await sql`insert into case_match (id, ask_id, case_a, agency_a, case_b, agency_b, found_at, state, answered_by,
          answered_at)
        values (${matchId}, ${askId}, ${kits}, ${quin.agencyId}, ${robins}, ${stan.agencyId}, now(), ${state}, ${by},
          ${by && new Date()})`;
    });
    return matchId;
  };
  return {
    unaskedCase,
    askedCase,
    askId: ask.askId,
    foundId: await found('found'),
    linkedId: await found('linked'),
  };
}

async function openWithDay(
  network: Network,
  worker: StaffActor,
  supervisor: StaffActor,
  name: string,
): Promise<CaseId> {
  const { caseId } = await network.as(worker).cases.create({ name, bornOn: '2010-03-14' });
  await network.assign(caseId, supervisor, 'supervision');
  return caseId;
}
