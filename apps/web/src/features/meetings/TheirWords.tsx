import type { Room, Speaks } from '@accord/meetings';
import { Section, Stack, useWords } from '@accord/ui';
import css from './meetings.module.css';

/** What the young person says about the meeting, as far as it is told to this reader. */
export function TheirWords({ room: { codeName, prep, speaks } }: { room: Room }) {
  const t = useWords('meetings');
  const said = useSpeaks(codeName);
  const parts = (['say', 'notSay', 'after'] as const).flatMap((part) => {
    const text = prep[part];
    return text ? [{ part, text }] : [];
  });
  return (
    <Section title={t('words', { code: codeName })}>
      <Stack>
        {parts.map(({ part, text }) => (
          <div key={part}>
            <p className={css.label}>{t(part)}</p>
            <blockquote className={css.voice}>“{text}”</blockquote>
          </div>
        ))}
        {parts.length === 0 ? <p className={css.soft}>{t('noWords', { code: codeName })}</p> : null}
        {speaks ? <p>{said(speaks)}</p> : null}
      </Stack>
    </Section>
  );
}

/** Who speaks for them, in a sentence; nobody is named whom this reader may not know. */
export function useSpeaks(code: string) {
  const t = useWords('meetings');
  return ({ is, name }: Speaks) => {
    if (is !== 'person') return t(`speaks.${is}`, { code });
    return name ? t('speaks.person', { code, name }) : t('speaks.someone', { code });
  };
}
