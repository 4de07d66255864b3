import { System } from '@accord/identity';
import { Purpose } from '@accord/kernel';
import { codesOf, DutyRuleCode, type LawBasisEntry } from '../../contract/index.ts';
import type { BasisRow } from './bases.queries.ts';

/** A row as its owner's workers and the young person read it. */
export function entryOf(row: BasisRow): LawBasisEntry {
  const { basisId, kind, state, evidence, subpoena, issuedOn, startsAt, endsAt, endsOn, recordedBy } = row;
  return {
    basisId,
    kind,
    state,
    owner: row.ownerName,
    recipient: {
      name: row.recipientName,
      title: row.recipientTitle,
      agency: row.recipientAgency,
      system: System.parse(row.recipientSystem),
    },
    categories: codesOf(row.see),
    knowOf: codesOf(row.know & ~row.see),
    purposes: row.purposes.map((code) => Purpose.parse(code)),
    duty: DutyRuleCode.nullable().parse(row.duty),
    evidence,
    subpoena,
    issuedOn,
    startsAt,
    endsAt,
    endsOn,
    recordedBy,
    secondedBy: row.secondedBy,
    review:
      row.reviewOutcome && row.reviewedAt
        ? { outcome: row.reviewOutcome, by: row.reviewedBy ?? '', at: row.reviewedAt }
        : null,
    told: row.toldHow && row.toldAt ? { how: row.toldHow, at: row.toldAt } : null,
    notTold: row.notTold,
    ended:
      row.endedAt && row.endReason ? { at: row.endedAt, by: row.endedBy ?? '', reason: row.endReason } : null,
  };
}
