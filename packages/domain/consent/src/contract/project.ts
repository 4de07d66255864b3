import { type AgencyId, PURPOSES, type StaffId } from '@accord/kernel';
import { type ConsentBasis, openedBy } from './decide.ts';

/** A row of the projection that the floor reads. The database refuses one that the permission does not contain. */
export interface ProjectedRow {
  ownerAgency: AgencyId;
  granteeKind: 'staff' | 'agency';
  granteeId: StaffId | AgencyId;
  purpose: number;
  seeMask: bigint;
  /** What the recipient may know of. The same as what they may see: a permission opens no stub beside it. */
  knowMask: bigint;
}

/** What a signed permission writes into the projection: nothing when it opens nothing. */
export function projectionOf(basis: ConsentBasis): ProjectedRow[] {
  const mask = openedBy(basis);
  if (mask === 0n || basis.status !== 'active' || !basis.signedByYoungPerson) return [];
  return [
    {
      ownerAgency: basis.discloser,
      granteeKind: basis.recipient.kind,
      granteeId: basis.recipient.id,
      purpose: PURPOSES[basis.purpose],
      seeMask: mask,
      knowMask: mask,
    },
  ];
}
