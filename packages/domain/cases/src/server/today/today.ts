import type { CaseId, ItemId } from '@accord/kernel';
import { record, type Speaker, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx } from '@accord/rpc';
import type { Unseal } from '@accord/vault';
import {
  AppointmentBody,
  COMING_DAYS,
  type Coming,
  StepBody,
  type StepInHand,
  Today,
} from '../../contract/index.ts';
import { enterMyCases, type ItemRow } from '../cases.queries.ts';
import { contentOf, doerOf } from '../item-view.ts';
import { exposuresOf } from '../open-case.ts';
import { listItemPeople, type PeopleRow } from '../plan.queries.ts';
import * as q from './today.queries.ts';

const CASES = 200;
const STEPS = 100;
const APPOINTMENTS = 300;

/** What is open of an item, with the row that it was read from. */
interface Opened<Shown> {
  row: ItemRow;
  shown: Shown;
}

/**
 * What needs the caller today, over the newest of their cases. Only what they may read on the page of each case is here;
 * what is read here is a line in the ledger of that case.
 */
export const today = staffProcedure.output(Today).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const heads = await enterMyCases(tx, CASES + 1);
    const codeNames = new Map(heads.map(({ caseId, codeName }) => [caseId, codeName]));
    const unseal = await ctx.vault.unsealer(tx, ctx.actor);
    const inHand = await q.listStepsInHand(tx, STEPS + 1);
    const steps = await openSteps(tx, unseal, inHand, codeNames);
    const appointments = await q.listAppointments(tx, [...codeNames.keys()], APPOINTMENTS + 1);
    const coming = openComing(appointments, unseal, await q.findSpan(tx, COMING_DAYS), codeNames);
    await recordRead(
      tx,
      speakerOf(ctx),
      [...steps, ...coming].map(({ row }) => row),
    );

    const mine = new Set(inHand.filter(({ isMine }) => isMine).map(({ itemId }) => itemId));
    const shown = steps.map((step) => step.shown);
    return {
      due: shown.filter(({ stepId }) => mine.has(stepId)),
      coming: coming.map((each) => each.shown),
      waiting: shown.filter(({ stepId }) => !mine.has(stepId)),
      changed: (await q.listChanges(tx)).flatMap((change) => {
        const codeName = codeNames.get(change.caseId);
        return codeName === undefined ? [] : [{ ...change, codeName }];
      }),
      more: heads.length > CASES || inHand.length > STEPS || appointments.length > APPOINTMENTS,
    };
  }),
);

async function openSteps(
  tx: Tx,
  unseal: Unseal,
  inHand: readonly { caseId: CaseId; itemId: ItemId }[],
  codeNames: ReadonlyMap<CaseId, string>,
): Promise<Opened<StepInHand>[]> {
  const rows = new Map((await q.listRows(tx, inHand)).map((row) => [row.itemId, row]));
  const people = new Map<ItemId, PeopleRow>();
  for (const caseId of new Set(inHand.map((each) => each.caseId))) {
    for (const row of await listItemPeople(tx, caseId)) people.set(row.itemId, row);
  }
  return inHand.flatMap(({ caseId, itemId }) => {
    const row = rows.get(itemId);
    const codeName = codeNames.get(caseId);
    if (row === undefined || codeName === undefined) return [];
    const content = contentOf(row, unseal);
    if (content.is !== 'open') return [];
    const { text } = StepBody.parse(content.body);
    const { dueOn, isOverdue, revision } = row;
    const doer = doerOf(people.get(itemId));
    return [{ row, shown: { caseId, codeName, stepId: itemId, text, dueOn, isOverdue, doer, revision } }];
  });
}

function openComing(
  rows: readonly ItemRow[],
  unseal: Unseal,
  { from, to }: { from: string; to: string },
  codeNames: ReadonlyMap<CaseId, string>,
): Opened<Coming>[] {
  const found = rows.flatMap((row) => {
    const content = contentOf(row, unseal);
    const codeName = codeNames.get(row.caseId);
    if (content.is !== 'open' || codeName === undefined) return [];
    const { what, place = null, startsAt } = AppointmentBody.parse(content.body);
    const at = Date.parse(startsAt);
    if (at < Date.parse(from) || at >= Date.parse(to)) return [];
    return [{ row, shown: { caseId: row.caseId, codeName, itemId: row.itemId, what, place, startsAt } }];
  });
  return found.toSorted((a, b) => Date.parse(a.shown.startsAt) - Date.parse(b.shown.startsAt));
}

/** One line for each case of which something was read. */
async function recordRead(tx: Tx, speaker: Speaker, rows: readonly ItemRow[]): Promise<void> {
  for (const [caseId, read] of Map.groupBy(rows, (row) => row.caseId)) {
    const [{ ownerAgency } = { ownerAgency: undefined }] = read;
    if (ownerAgency) await record(tx, speaker, 'opened', caseId, exposuresOf(read, ownerAgency));
  }
}
