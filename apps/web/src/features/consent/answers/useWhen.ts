import type { Answer, AnswerSpan } from '@accord/consent';
import { locale, useWords } from '@accord/ui';

/** A part of the asked day, by the clock of the network: the whole of it, or from when until when. */
export function useWhen({ spans, zone, answeredAt }: Answer) {
  const t = useWords('answers');
  const clock = clockOf(zone);
  return (span: AnswerSpan): string => {
    const from = clock(span.from);
    if (span !== spans.at(-1)) return t('span', { from, to: clock(span.to) });
    if (span.to === answeredAt) return t('untilNow', { from });
    return spans.length === 1 ? t('allDay') : t('toMidnight', { from });
  };
}

/** The time of an instant where the network is, wherever the reader is. */
export function clockOf(timeZone: string) {
  const format = new Intl.DateTimeFormat(locale(), { hour: 'numeric', minute: '2-digit', timeZone });
  return (iso: string) => format.format(new Date(iso));
}
