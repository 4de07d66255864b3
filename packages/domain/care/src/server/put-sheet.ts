import type { SheetKind } from '@accord/cases';
import { findRow, type ItemRow, putItem, putVersion } from '@accord/cases/server';
import { maskOf } from '@accord/consent';
import { AppError, notFound } from '@accord/kernel';
import type { Speaker } from '@accord/ledger/server';
import type { Tx } from '@accord/rpc';
import type { Vault } from '@accord/vault';
import { KIND_OF_SHEET } from '../contract/index.ts';
import { findSheetId } from './care.queries.ts';
import type { Kept } from './keeper.ts';

/** The sheet that stands now, where the speaker sees what it says; undefined where there is none. */
export async function findSheet(
  tx: Tx,
  { caseId, owner }: Kept,
  kind: SheetKind,
): Promise<ItemRow | undefined> {
  const itemId = await findSheetId(tx, caseId, owner, kind);
  const row = itemId && (await findRow(tx, caseId, itemId));
  if (row && row.sealed === null) throw notFound('not open to this speaker');
  return row;
}

interface Draft {
  kind: SheetKind;
  /** What stands there now, if anything, and what the writer was looking at. */
  row: ItemRow | undefined;
  seen: number | null;
  /** Already parsed by the kind's own schema. */
  body: object;
}

/**
 * A first sheet, or a new version of the one that stands: one for each agency, case and kind. CONFLICT when it is not
 * what the writer was looking at; NOT_FOUND where the floor does not let them write it.
 */
export async function putSheet(
  tx: Tx,
  vault: Vault,
  speaker: Speaker,
  { caseId, owner }: Kept,
  { kind, row, seen, body }: Draft,
): Promise<number> {
  const { actor } = speaker;
  if (actor.kind !== 'staff' && actor.kind !== 'youth') throw notFound('nobody who writes here');
  if ((row === undefined) !== (seen === null)) throw new AppError('CONFLICT', 'not what was looked at');
  if (row && seen !== null) return putVersion(tx, vault, speaker, row, seen, body);
  try {
    await putItem(tx, vault, speaker, {
      caseId,
      kind,
      owner,
      mask: maskOf([KIND_OF_SHEET[kind]]),
      parentId: null,
      author: actor.kind === 'staff' ? actor.staffId : actor.youngPersonId,
      asOldAsParent: false,
      doer: null,
      forYoungPerson: false,
      dueOn: null,
      body,
    });
  } catch (error) {
    if (isTaken(error)) throw new AppError('CONFLICT', 'somebody wrote one at the same time');
    throw error;
  }
  return 1;
}

/** The unique index of migration 0031 let another one in first. */
const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23505';
