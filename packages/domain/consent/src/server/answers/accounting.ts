import { CaseId, notFound, Purpose, type StaffActor } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx } from '@accord/rpc';
import { z } from 'zod';
import {
  Accounting,
  ACCOUNTING_YEARS,
  AccountingInput,
  type AccountingLine,
  type AccountingList,
  AccountingLine as Line,
  codesOf,
  isListed,
  maskOf,
} from '../../contract/index.ts';
import { auditEventsOf } from '../../fhir/export/audit-event.ts';
import { type AccountingRow, getYears, listDisclosures } from './accounting.queries.ts';
import { findOwner, oversees } from './answers.queries.ts';

/** More than six years of one case hold; a list that would have more says so. */
const MOST_LINES = 5_000;

/**
 * Who read what of the agency's own items, for whoever answers for the case: NOT_FOUND for everybody else. Making the
 * list is itself a line of the ledger.
 */
export const accounting = staffProcedure
  .input(AccountingInput)
  .output(Accounting)
  .query(({ ctx, input: { caseId, list } }) =>
    ctx.inCase(caseId, async (tx) => {
      const made = await accountingOf(tx, ctx.actor, caseId, list);
      await record(tx, speakerOf(ctx), 'checked', caseId, [checkedBy(ctx.actor, made)]);
      return made;
    }),
  );

/** The same as FHIR R4 AuditEvents, as the text of a file. */
export const auditEvents = staffProcedure
  .input(z.strictObject({ caseId: CaseId }))
  .output(z.strictObject({ json: z.string() }))
  .query(({ ctx, input: { caseId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const made = await accountingOf(tx, ctx.actor, caseId, 'all');
      await record(tx, speakerOf(ctx), 'checked', caseId, [checkedBy(ctx.actor, made)]);
      return { json: JSON.stringify(auditEventsOf(made, caseId), null, 2) };
    }),
  );

async function accountingOf(
  tx: Tx,
  { agencyId }: StaffActor,
  caseId: CaseId,
  list: AccountingList,
): Promise<Accounting> {
  const head = await findOwner(tx, caseId, agencyId);
  if (!head || !(await oversees(tx, caseId))) throw notFound('nobody who answers for this case');
  const period = await getYears(tx, ACCOUNTING_YEARS[list]);
  const rows = await listDisclosures(tx, caseId, period, MOST_LINES + 1);
  const lines = rows.slice(0, MOST_LINES).map(lineOf);
  return {
    list,
    ...head,
    ...period,
    lines: lines.filter((line) => isListed(line, list)),
    isCut: rows.length > MOST_LINES,
  };
}

function lineOf({ name, title, agency, kinds, purpose, bases, how, ...rest }: AccountingRow): AccountingLine {
  return {
    ...rest,
    how: Line.shape.how.parse(how),
    recipient: { name, title, agency },
    kinds: codesOf(kinds),
    purpose: Purpose.parse(purpose),
    bases: Line.shape.bases.parse(bases),
  };
}

const checkedBy = ({ agencyId }: StaffActor, { lines }: Accounting) => ({
  ownerAgency: agencyId,
  categoryMask: maskOf(lines.flatMap(({ kinds }) => kinds)),
  items: [],
});
