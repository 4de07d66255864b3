import { type LawBasis, projectionOf } from '../../contract/index.ts';
import type { OnRecord } from '../law/read.ts';

/** True when the rule permits all that a law basis names, for each of its uses and to its end, by the facts of now. */
export function isLawful(basis: LawBasis, { facts, policy }: OnRecord): boolean {
  const { purposes, see, know, valid } = basis;
  const rows = projectionOf(basis, facts, policy, valid.from);
  return (
    rows.length === purposes.length &&
    rows.every((row) => row.seeMask === see && row.knowMask === know && row.valid.to >= valid.to)
  );
}
