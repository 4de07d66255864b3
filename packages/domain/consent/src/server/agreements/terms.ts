import type { AgencyId, Purpose } from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import {
  type AgreementFacts,
  Category,
  coveredUntil,
  type Exchange,
  maskOf,
  within,
} from '../../contract/index.ts';
import { listTerms, type TermsRow } from './agreements.queries.ts';

const agreementFactsOf = ({ from, to, ...terms }: TermsRow): AgreementFacts => ({
  ...terms,
  period: { from: Date.parse(from), to: to === null ? Infinity : Date.parse(to) },
});

/** What these agencies signed, as the rule reads it. */
export async function readTerms(tx: Tx, agencies: readonly AgencyId[]): Promise<AgreementFacts[]> {
  return (await listTerms(tx, agencies)).map(agreementFactsOf);
}

const EVERYTHING = maskOf(Category.options);

/** The kinds that both agencies have signed for at an instant, and those that the one that discloses has. */
export async function readCover(
  tx: Tx,
  exchange: Exchange,
  at: number,
): Promise<{ both: bigint; given: bigint }> {
  const { discloser, recipient, purpose } = exchange;
  const terms = await readTerms(tx, [discloser, recipient]);
  return {
    both: maskOf([...coveredUntil(terms, exchange, EVERYTHING, at).keys()]),
    given: signedFor(terms, discloser, purpose, 'gives', at),
  };
}

/** What an agency signed that it receives for a purpose now, from whoever gives it. */
export async function readReceivable(tx: Tx, agencyId: AgencyId, purpose: Purpose): Promise<bigint> {
  return signedFor(await readTerms(tx, [agencyId]), agencyId, purpose, 'receives', Date.now());
}

const signedFor = (
  terms: readonly AgreementFacts[],
  agencyId: AgencyId,
  purpose: Purpose,
  does: 'gives' | 'receives',
  at: number,
): bigint =>
  terms
    .filter(
      (each) => each.agencyId === agencyId && each.purposes.includes(purpose) && within(each.period, at),
    )
    .reduce((all, each) => all | each[does], 0n);
