import { Purpose } from '@accord/kernel';
import type { BasisFacts } from '../../contract/index.ts';
import type { SightRow } from './grid.queries.ts';

export { findKept, instantOf, listSights, type SightRow } from './grid.queries.ts';

const instant = (iso: string | null, otherwise: number) => (iso === null ? otherwise : Date.parse(iso));

/** A row of the floor as the rule reads it. */
export function basisOf(row: SightRow): BasisFacts {
  return {
    kind: row.basisKind,
    id: row.basisId,
    purpose: row.purpose === null ? null : Purpose.parse(row.purpose),
    see: row.seeMask,
    kept: row.keptMask,
    stopped: row.stoppedMask,
    data: { from: instant(row.dataFrom, -Infinity), to: instant(row.dataTo, Infinity) },
    validFrom: instant(row.validFrom, -Infinity),
    validTo: instant(row.validTo, Infinity),
    inForce: row.inForce,
    paused: row.isPaused,
  };
}
