import { CaseId } from '@accord/kernel';
import { createFileRoute } from '@tanstack/react-router';

/** An address without a real id asks for a case that cannot be: it is answered like any other stranger's. */
const NO_CASE = CaseId.parse('00000000-0000-0000-0000-000000000000');

export const Route = createFileRoute('/_staff/cases/$caseId')({
  params: {
    parse: ({ caseId }) => ({ caseId: CaseId.safeParse(caseId).data ?? NO_CASE }),
    stringify: ({ caseId }) => ({ caseId }),
  },
});
