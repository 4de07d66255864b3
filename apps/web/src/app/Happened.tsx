import { Notice } from '@accord/ui';
import { useEffect, useRef, useState } from 'react';

/** What was just done, in one sentence; the same one twice is still news. */
export interface News {
  sentence: string;
}

export function useNews() {
  const [news, setNews] = useState<News | null>(null);
  return { news, tell: (sentence: string) => setNews({ sentence }) };
}

/** Shows it, and takes the focus, since the button that did it may be gone: so it is seen and read out. */
export function Happened({ news, tone = 'plum' }: { news: News | null; tone?: 'plum' | 'ok' }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus(), [news]);
  if (!news) return null;
  return (
    <Notice tone={tone}>
      <p ref={line} tabIndex={-1}>
        {news.sentence}
      </p>
    </Notice>
  );
}
