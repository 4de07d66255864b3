import { AgencyId, CaseId, YoungPersonId } from '@accord/kernel';
import { expect, test } from 'vitest';
import { type HolderSecretContext, holderSecretsFor, unwrapHolderSecret } from './holder.ts';
import { open, type SealContext } from './seal.ts';
import { SecretKey } from './secret-key.ts';
import { unwrapAny, type WrapContext } from './wrap.ts';

// What stands in databases already. A change of format gets a new format byte; these go on opening.

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const keyOf = (byte: number) => new SecretKey(Buffer.alloc(32, byte));

const [caseId, ownerAgencyId] = [CaseId.parse(id(3)), AgencyId.parse(id(4))];
const youngPersonId = YoungPersonId.parse(id(8));
const place: SealContext = {
  table: 'case_item_body',
  rowId: id(1),
  version: 2,
  caseId,
  ownerAgencyId,
  categoryMask: 5n,
  keyVersion: 6,
};
const share: WrapContext = {
  wrapId: id(7),
  caseId,
  ownerAgencyId,
  categoryMask: 5n,
  keyVersion: 6,
  holderId: youngPersonId,
  basisId: id(9),
  endsAt: new Date(0),
};
const kept: HolderSecretContext = { youngPersonId, agencyId: ownerAgencyId, epoch: 1 };

test('a value sealed by the first release still opens', () => {
  const sealed = '01d57a51d90525b7d67a4d3f7bbb35b2379e54206445ab3b11f64dbffee5557f';
  expect(open(keyOf(7), Buffer.from(sealed, 'hex'), place).toString()).toBe('Ana');
});

test.each([
  [
    'within a ring',
    '010d86e98e11435bda6003fdb7267f829f93f9cdb7fcdef22ca9d9d01fcc1a354e' +
      '2332c90db8e0d8e769d995aea482b9fc18f7e96b1011cb343c921571',
  ],
  [
    'between rings',
    '02c0b868a4d465af3e4c66785bf0c5b86386e0e26466323b2cb26a00bad4b32a30' +
      '3e0497fa67dd39cdc2c280198bf3cdd4a0ae5a1fe13cfa0a00473f277429f9549a' +
      '0152970e3ad5e1935b5d926b0574e4855c543bb535894931dc1ffc',
  ],
])('a key wrapped %s by the first release still comes out', (_, wrapped) => {
  const holder = holderSecretsFor(keyOf(9), kept);
  expect(unwrapAny(holder, Buffer.from(wrapped, 'hex'), share).equals(keyOf(7))).toBe(true);
});

test('a young person’s secret kept by the first release still comes out', () => {
  const stored =
    '017a75999ae4f36950cb666348d89f1a0323c86b42ffb905be3f8a3e07897d306d' +
    'e2d23b2de57efc2459bafa576de79562d4eb871e67494bc86063e5c5';
  expect(unwrapHolderSecret(keyOf(8), Buffer.from(stored, 'hex'), kept).equals(keyOf(9))).toBe(true);
});
