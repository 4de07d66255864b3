import type { AgencyId, StaffActor } from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import { type KeyRing, nameWords, searchToken, type Unseal, type Vault } from '@accord/vault';
import { ProfileBody } from '../../contract/index.ts';
import type { ItemRow } from '../cases.queries.ts';
import { contentOf } from '../item-view.ts';
import { keepSearchTokens, type Sought } from './search.queries.ts';
import type { Term } from './terms.ts';

interface Identity {
  name: string;
  bornOn?: string | undefined;
}

/** What a profile is found again by at one agency. */
export function tokensOf(ring: KeyRing, agencyId: AgencyId, { name, bornOn }: Identity): Buffer[] {
  const words = [...new Set(nameWords(name))].map((word) => searchToken(ring, agencyId, 'word', word));
  return bornOn === undefined ? words : [...words, searchToken(ring, agencyId, 'day', bornOn)];
}

export function soughtBy(ring: KeyRing, agencyId: AgencyId, term: Term): Sought {
  if ('word' in term) return { word: term.word, tokens: [searchToken(ring, agencyId, 'word', term.word)] };
  return { word: null, tokens: term.days.map((day) => searchToken(ring, agencyId, 'day', day)) };
}

/** Whoever reads a profile of another agency finds the case again by it, as long as they may read it. */
export async function keepFindable(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  rows: readonly ItemRow[],
  unseal: Unseal,
): Promise<void> {
  const others = rows.filter(
    (row) => row.kind === 'profile' && row.sealed !== null && row.ownerAgency !== actor.agencyId,
  );
  for (const row of others) {
    const content = contentOf(row, unseal);
    if (content.is !== 'open') continue;
    await keepSearchTokens(tx, row, tokensOf(vault.ring, actor.agencyId, ProfileBody.parse(content.body)));
  }
}
