import { AgencyId, CaseId, newId, YoungPersonId } from '@accord/kernel';
import type { HolderSecretContext } from './holder.ts';
import type { SealContext } from './seal.ts';
import type { WrapContext } from './wrap.ts';

// Each `other` differs in every field: the type makes a new field of a context part of the tests.

export const sealing: { one: SealContext; other: Required<SealContext> } = {
  one: {
    table: 'case_item_body',
    rowId: '018f0000-0000-7000-8000-000000000001',
    version: 3,
    caseId: newId(CaseId),
    ownerAgencyId: newId(AgencyId),
    categoryMask: 0b1010n,
    keyVersion: 7,
  },
  other: {
    table: 'referral_body',
    rowId: '018f0000-0000-7000-8000-000000000002',
    version: 4,
    caseId: newId(CaseId),
    ownerAgencyId: newId(AgencyId),
    categoryMask: 0b1011n,
    keyVersion: 8,
  },
};

export const wrapping: { one: WrapContext; other: Required<WrapContext> } = {
  one: {
    wrapId: '018f0000-0000-7000-8000-000000000003',
    caseId: newId(CaseId),
    ownerAgencyId: newId(AgencyId),
    categoryMask: 0b0110n,
    keyVersion: 1,
    holderId: newId(AgencyId),
    basisId: '018f0000-0000-7000-8000-000000000004',
    endsAt: new Date('2031-05-01T00:00:00.000Z'),
  },
  other: {
    wrapId: '018f0000-0000-7000-8000-000000000005',
    caseId: newId(CaseId),
    ownerAgencyId: newId(AgencyId),
    categoryMask: 0b0111n,
    keyVersion: 2,
    holderId: newId(YoungPersonId),
    basisId: '018f0000-0000-7000-8000-000000000006',
    endsAt: new Date('2031-05-01T00:00:00.001Z'),
  },
};

export const holding: { one: HolderSecretContext; other: Required<HolderSecretContext> } = {
  one: { youngPersonId: newId(YoungPersonId), agencyId: newId(AgencyId), epoch: 1 },
  other: { youngPersonId: newId(YoungPersonId), agencyId: newId(AgencyId), epoch: 2 },
};

/** One context for each field, in which only that field is the other's. */
export function swaps<Context extends object>(pair: {
  one: Context;
  other: Required<Context>;
}): { field: string; context: Context }[] {
  return Object.keys(pair.other).map((field) => ({
    field,
    context: { ...pair.one, [field]: pair.other[field as keyof Context] },
  }));
}

/** The same bytes with one bit turned over, once for each byte; and the bytes cut short or lengthened. */
export function tampered(bytes: Buffer): Buffer[] {
  const flipped = [...bytes.keys()].map((at) => {
    const copy = Buffer.from(bytes);
    copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
    return copy;
  });
  const cut = [...bytes.keys()].map((length) => bytes.subarray(0, length));
  return [...flipped, ...cut, Buffer.concat([bytes, Buffer.of(0)])];
}
