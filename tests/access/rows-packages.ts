import type { StaffRouter } from '@accord/contract';
import type { RowsOf } from './rows.ts';
import { packageBy } from './world.ts';

/** Packages that answer a request for records, under two persons' control. */
export const packageRows: RowsOf<StaffRouter>['packages'] = {
  open: {
    does: 'Lists the packages of Robin’s case that the caller’s own agency answers with, and what one can answer.',
    input: ({ caseId }) => ({ caseId }),
    says: ({ agency, orders, packages, mayPrepare, mayApprove }) =>
      `${agency}: ${orders.length} orders; ${packages.map(({ state, items }) => `${state} with ${items.length}`).join(', ') || 'no package'}; may prepare: ${mayPrepare}; may approve: ${mayApprove}`,
  },
  waiting: {
    does: 'Lists the packages of the caller’s own cases that have not gone out.',
    input: () => undefined,
    says: ({ packages }) => (packages.length === 0 ? 'lists nothing' : `lists ${packages.length} packages`),
  },
  preview: {
    does: 'Says what a package by the order for the probation officer would hold, and what not and why. No text.',
    input: ({ caseId, basisId }) => ({ caseId, ...packageBy(basisId) }),
    says: ({ items }) => items.map(({ kind, heldOut }) => `${kind}: ${heldOut ?? 'in'}`).join('; '),
  },
  prepare: {
    does: 'Prepares such a package for a second person.',
    input: ({ caseId, basisId }) => ({ caseId, ...packageBy(basisId) }),
    says: () => 'may prepare it',
  },
  answer: {
    does: 'Approves the package that the lead agency’s covering worker prepared.',
    input: ({ caseId, packageId }) => ({ caseId, packageId, approve: true }),
    says: () => 'may approve it',
  },
  handOut: {
    does: 'Hands out the package that was approved.',
    input: ({ caseId, approvedId }) => ({ caseId, packageId: approvedId }),
    says: (answer) =>
      answer.is === 'changed'
        ? 'nothing goes out: it changed'
        : `hands out ${answer.file.contents.map(({ kind, kinds }) => `${kind} (${kinds.join(', ')})`).join('; ') || 'nothing'} for ${answer.file.order?.for ?? 'the public'}`,
  },
};
