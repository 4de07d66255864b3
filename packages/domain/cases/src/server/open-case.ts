import type { Tx } from '@accord/rpc';
import {
  type CategoryCode,
  codesOf,
  maskOf,
  noticesFor,
  referenceOfNotice,
  derivedMask,
} from '@accord/consent';
import { System } from '@accord/identity';
import { type AgencyId, type CaseId, notFound } from '@accord/kernel';
import { type Exposure, record, type Speaker } from '@accord/ledger/server';
import type { Vault } from '@accord/vault';
import { type CasePage, NOTE_CATEGORIES } from '../contract/index.ts';
import * as q from './cases.queries.ts';
import { findHoldSince } from './keeping/hold.queries.ts';
import { contentOf, holderIdOf, viewOf } from './item-view.ts';
import { markOf } from './mark.ts';
import { listItemPeople } from './plan.queries.ts';
import { keepFindable } from './search/tokens.ts';
import { standingsOf } from './standing.ts';

/** Whoever writes in a case writes into its plan, whatever notes their system keeps. */
const PLANNED = ['case-plan', 'appointments'] as const;

/**
 * Opens a case for one reader: what the floor lets through, unsealed with the keys that are theirs, and the line
 * in the ledger, in one transaction. NOT_FOUND when the reader may not know of the case; UNAVAILABLE when the
 * ledger cannot be written.
 */
export async function openCase(tx: Tx, vault: Vault, speaker: Speaker, caseId: CaseId): Promise<CasePage> {
  const head = await q.findCase(tx, caseId);
  if (!head) throw notFound('no such case for this reader');
  const { actor } = speaker;
  const agencyId = actor.kind === 'staff' ? actor.agencyId : null;
  const [unseal, rows, audience, team, people, custody, heldSince] = await Promise.all([
    vault.unsealer(tx, actor),
    q.listItems(tx, caseId),
    q.listAudience(tx, caseId),
    q.listTeam(tx, caseId),
    listItemPeople(tx, caseId),
    agencyId ? custodyOf(tx, caseId, agencyId) : NO_CUSTODY,
    findHoldSince(tx, caseId),
  ]);
  // Only what somebody else shares has an end.
  const sharedBy = head.accessEndsAt === null ? [] : await q.listSharers(tx, caseId);
  const holders = rows.flatMap((row) =>
    row.kind === 'told-once' ? (holderIdOf(contentOf(row, unseal)) ?? []) : [],
  );
  const ids = rows.flatMap((row) => [row.ownerAgency, row.createdBy]);
  const named = await q.listNames(tx, [...new Set<string>([...ids, ...holders])]);
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const knowsAudience = (owner: AgencyId) => actor.kind === 'youth' || (custody.holds && owner === agencyId);

  const hold = { holds: custody.holds, writes: custody.writes.length > 0 };
  const onPage = {
    unseal,
    names,
    known: new Set(rows.map((row) => row.itemId)),
    people: new Map(people.map((each) => [each.itemId, each])),
    reader: actor.kind === 'staff' ? actor.staffId : null,
    holdsFor: custody.holds ? agencyId : null,
    writesFor: custody.writes.length > 0 ? agencyId : null,
    youngWrites: actor.kind === 'youth' ? head.leadAgency : null,
    staleBefore: head.staleBefore,
    standings: await standingsOf(tx, actor, rows, () => hold),
  };
  const seen = rows.filter((row) => row.sealed !== null);
  const isDisclosed = (owner: AgencyId) => agencyId !== null && owner !== agencyId;
  const exposures = exposuresOf(seen, agencyId ?? head.leadAgency).map((each) => ({
    ...each,
    notices: isDisclosed(each.ownerAgency) ? noticesFor(each.categoryMask).map(referenceOfNotice) : [],
  }));
  await record(tx, speaker, 'opened', caseId, exposures);
  if (actor.kind === 'staff') await keepFindable(tx, vault, actor, rows, unseal);
  const disclosed = exposures.filter((each) => isDisclosed(each.ownerAgency));
  return {
    caseId,
    codeName: head.codeName,
    purpose: speaker.purpose,
    items: rows.map((row) =>
      viewOf(row, { ...onPage, audience: knowsAudience(row.ownerAgency) ? audience : null }),
    ),
    team,
    writes: custody.writes,
    obligations: noticesFor(derivedMask(disclosed.map(({ categoryMask: mask }) => ({ mask })))).map(
      ({ code, version, short, text }) => ({ code, version, short, text }),
    ),
    heldSince,
    accessEndsAt: head.accessEndsAt,
    lookedAt: head.lookedAt,
    sharedBy,
    mark: markOf({ head, rows, audience, team }),
  };
}

/** One line per owner agency; a case in which nothing was open yet leaves a line with a count of none. */
export function exposuresOf(rows: readonly q.ItemRow[], otherwise: AgencyId): Exposure[] {
  const byOwner = Map.groupBy(rows, (row) => row.ownerAgency);
  if (byOwner.size === 0) return [{ ownerAgency: otherwise, categoryMask: 0n, items: [] }];
  return [...byOwner].map(([ownerAgency, theirs]) => ({
    ownerAgency,
    categoryMask: theirs.reduce((mask, row) => mask | row.categoryMask, 0n),
    items: theirs.map((row) => ({ itemId: row.itemId, version: row.bodyVersion })),
  }));
}

interface Custody {
  /** The reader is on the case for the agency that holds these items. */
  holds: boolean;
  /** The kinds that they may write. */
  writes: CategoryCode[];
}

const NO_CUSTODY: Custody = { holds: false, writes: [] };

async function custodyOf(tx: Tx, caseId: CaseId, agencyId: AgencyId): Promise<Custody> {
  const { holds, writes } = await q.findCustody(tx, caseId, agencyId);
  if (!writes) return { holds, writes: [] };
  const system = System.safeParse(await q.findSystem(tx, agencyId));
  return {
    holds,
    writes: system.success ? codesOf(maskOf([...NOTE_CATEGORIES[system.data], ...PLANNED])) : [],
  };
}
