import type { CaseId } from '@accord/kernel';
import { Notice } from '@accord/ui';
import { useEffect, useRef, useState } from 'react';
import { forgetSentLine, readSentLine } from '../../app/sent-line.ts';

/** What was sent on the page before, for whoever comes from there: once, and with the focus. */
export function JustSent({ caseId }: { caseId: CaseId }) {
  const [sentence] = useState(() => readSentLine(caseId));
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    forgetSentLine();
    line.current?.focus();
  }, []);
  if (!sentence) return null;
  return (
    <Notice tone="ok">
      <p ref={line} tabIndex={-1} role="status">
        {sentence}
      </p>
    </Notice>
  );
}
