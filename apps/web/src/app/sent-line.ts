import type { CaseId } from '@accord/kernel';

/* In memory, and not in the address: coming back to a page must not say again that something was sent. */
let sent: { caseId: CaseId; sentence: string } | null = null;

/** What the page of this case is to say when it comes next. */
export function leaveSentLine(caseId: CaseId, sentence: string): void {
  sent = { caseId, sentence };
}

export function readSentLine(caseId: CaseId): string | null {
  return sent?.caseId === caseId ? sent.sentence : null;
}

/** It was said. */
export function forgetSentLine(): void {
  sent = null;
}
