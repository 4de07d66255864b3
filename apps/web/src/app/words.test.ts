import { ItemKind } from '@accord/cases';
import { CATEGORIES, PermissionState } from '@accord/consent';
import { SYSTEMS } from '@accord/identity';
import { PURPOSES } from '@accord/kernel';
import { DeclineReason, ReferralStatus } from '@accord/referrals';
import { categories, purposes, states, systems } from '@accord/ui/words';
import { expect, test } from 'vitest';

test.each([
  ['kind of information', categories, CATEGORIES.map((entry) => entry.code)],
  ['purpose', purposes, Object.keys(PURPOSES)],
  ['system', systems, Object.keys(SYSTEMS)],
  ['state of a permission', states.permission, PermissionState.options],
  ['state of a referral', states.referral, ReferralStatus.options],
  ['reason for a no', states.declined, DeclineReason.options],
  ['kind of item', states.item, ItemKind.options],
])('every %s has its words, and no words are left without one', (_what, words, codes) => {
  expect(Object.keys(words).toSorted()).toEqual([...codes].toSorted());
});
