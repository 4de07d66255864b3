import type { CaseId } from '@accord/kernel';
import { Notice } from '@accord/ui';
import { useEffect, useRef, useState } from 'react';
import { takeSentLine } from '../../app/sent-line.ts';

/** What was sent on the page before, for whoever comes from there: once, and with the focus. */
export function JustSent({ caseId }: { caseId: CaseId }) {
  const [sentence, setSentence] = useState<string | null>(null);
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const sent = takeSentLine(caseId);
    if (sent) setSentence(sent);
  }, [caseId]);
  useEffect(() => {
    if (sentence) line.current?.focus();
  }, [sentence]);
  if (!sentence) return null;
  return (
    <Notice tone="ok">
      <p ref={line} tabIndex={-1} role="status">
        {sentence}
      </p>
    </Notice>
  );
}
