import type { CaseId } from '@accord/kernel';
import { useEffect, useState } from 'react';
import { Happened, type News } from '../../app/Happened.tsx';
import { forgetSentLine, readSentLine } from '../../app/sent-line.ts';

/** What was sent on the page before, for whoever comes from there: once, and with the focus. */
export function JustSent({ caseId }: { caseId: CaseId }) {
  const [news] = useState((): News | null => {
    const sentence = readSentLine(caseId);
    return sentence === null ? null : { sentence };
  });
  useEffect(forgetSentLine, []);
  return <Happened news={news} tone="ok" />;
}
