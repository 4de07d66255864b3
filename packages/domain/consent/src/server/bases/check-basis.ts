import { SYSTEMS, System } from '@accord/identity';
import { type AgencyId, badInput, type StaffActor } from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import {
  type AgencyFacts,
  covers,
  type LawBasis,
  lawScope,
  LONGEST_BASIS_DAYS,
  LONGEST_EMERGENCY_MINUTES,
  maskOf,
  type RecordBasisInput,
} from '../../contract/index.ts';
import { findSystem, momentsOf } from './bases.queries.ts';
import { endOfDay, findRecipientAgency } from '../consent.queries.ts';
import { readRecord } from '../law/read.ts';
import { isLawful } from './lawful.ts';
import { networkZone } from '../zone.ts';

/** What a basis must be before it is stored, with the parts that storing it needs. BAD_INPUT names the field. */
export async function checkBasis(tx: Tx, actor: StaffActor, input: RecordBasisInput) {
  const { recipient } = input;
  const recipientId = recipient.kind === 'staff' ? recipient.staffId : recipient.agencyId;
  const recipientAgency = await findRecipientAgency(tx, recipient.kind, recipientId);
  if (!recipientAgency) throw badInput('recipient', 'Choose a person or agency from the list.');
  if (recipientAgency === actor.agencyId) {
    throw badInput('recipient', 'Colleagues of your own agency are assigned. They need no order.');
  }
  const purposes = [...new Set(input.purposes)];
  const staffId = recipient.kind === 'staff' ? recipient.staffId : null;
  const to = { staffId, agencyId: recipientAgency };
  const onRecord = await readRecord(tx, input.caseId, [to], [actor.agencyId]);
  const custodian = onRecord.facts.agencies.find(({ id }) => id === actor.agencyId);
  const scope = await scopeOf(tx, { ...input, purposes }, recipientAgency, custodian);
  const endsAt = await endOf(tx, input);
  const basis = basisOf({ ...input, purposes }, actor.agencyId, scope, Date.parse(endsAt));
  if (!isLawful(basis, onRecord)) throw badInput('categories', NOT_OPENED);
  return { recipientId, purposes, ...scope, endsAt };
}

const NOT_OPENED = 'The law does not open one of these kinds to them for this use. Take it out.';

/** What no fact could open this way is out before the rule is asked, and so is a use that they do not have. */
async function scopeOf(tx: Tx, input: RecordBasisInput, to: AgencyId, custodian: AgencyFacts | undefined) {
  const recipientSystem = System.parse(await findSystem(tx, to));
  const uses: readonly string[] = SYSTEMS[recipientSystem];
  if (!custodian || !input.purposes.every((purpose) => uses.includes(purpose))) {
    throw badInput('purposes', 'Choose a use that they have.');
  }
  const mask = maskOf(input.categories);
  const isSeen = input.kind !== 'team_statute' || input.sight === 'see';
  const scope = lawScope(
    {
      kind: input.kind,
      duty: input.kind === 'mandate' ? input.duty : null,
      hasSubpoena: input.kind === 'court_order' && input.subpoena !== undefined,
      custodian,
      recipientSystem,
      purposes: input.purposes,
    },
    isSeen ? { see: mask, know: mask } : { see: 0n, know: mask },
  );
  if (!covers(scope.know, mask)) throw badInput('categories', NOT_OPENED);
  return scope;
}

/** As the rule reads it. That somebody could not be reached is an attempt to tell them; that nobody tried is none. */
function basisOf(
  input: RecordBasisInput,
  owner: AgencyId,
  { see, know }: { see: bigint; know: bigint },
  endsAt: number,
): LawBasis {
  const { caseId, kind, purposes, recipient, told } = input;
  const always = { from: -Infinity, to: Infinity };
  const named = kind === 'emergency' ? input.nature : input.number;
  return {
    kind,
    id: '',
    caseId,
    owner,
    recipient:
      recipient.kind === 'staff'
        ? { kind: 'staff', id: recipient.staffId }
        : { kind: 'agency', id: recipient.agencyId },
    purposes,
    see,
    know,
    data: always,
    // An emergency lasts its minutes; of the others only the end counts here.
    valid: { from: endsAt - (kind === 'emergency' ? input.minutes * 60_000 : 1), to: endsAt },
    evidence: kind === 'mandate' ? `${input.duty} ${named}` : named,
    subpoena: kind === 'court_order' ? (input.subpoena ?? null) : null,
    notice: told === 'safe-moment' ? null : told,
  };
}

async function endOf(tx: Tx, input: RecordBasisInput): Promise<string> {
  if (input.kind === 'emergency') {
    return (await momentsOf(tx, Math.min(input.minutes, LONGEST_EMERGENCY_MINUTES), null)).endsAt;
  }
  if ('issuedOn' in input && (await momentsOf(tx, 0, input.issuedOn)).isToCome) {
    throw badInput('issuedOn', 'Choose a day that has come.');
  }
  const end = await endOfDay(tx, input.endsOn, networkZone(), LONGEST_BASIS_DAYS[input.kind]);
  if (!end || end.isPast) throw badInput('endsOn', 'Choose a day that is still to come.');
  if (end.isTooFar) throw badInput('endsOn', TOO_FAR[input.kind]);
  return end.endsAt;
}

const TOO_FAR = {
  court_order: 'An order is recorded for a year at most. Choose an earlier day.',
  team_statute: 'A law on teams is recorded for a year at most. Choose an earlier day.',
  mandate: 'A report is open for 30 days at most. Choose an earlier day.',
};
