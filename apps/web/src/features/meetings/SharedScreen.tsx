import { type Agenda, AGENDA_KINDS, type AgendaLine } from '@accord/meetings';
import { FullScreen, HeadingBase, Neutral, Page, Row, Section, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../app/Loaded.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { useNotShared } from '../../app/useNotShared.ts';
import { instant } from '../../app/when.ts';
import css from './meetings.module.css';
import { useSpeaks } from './TheirWords.tsx';
import { useLiveMeeting, type MeetingAt } from './useMeeting.ts';

interface SharedScreenProps extends MeetingAt {
  /** The link that leaves it. */
  back: ReactNode;
}

/** The whole screen for everybody in the room: what each of them may hear, and nothing of anybody who looks at it alone. */
export function SharedScreen({ back, ...at }: SharedScreenProps) {
  const t = useWords('meetings');
  useLiveMeeting(at);
  const query = useQuery({
    ...useTRPC().meetings.agenda.queryOptions(at),
    retryOnMount: false,
    gcTime: 0,
  });
  const isGone = useNotShared(query);
  const code = query.data?.codeName ?? '';
  return (
    <FullScreen label={t('screen')} wide>
      <HeadingBase level={1}>
        <Row>{back}</Row>
        {isGone ? (
          <Neutral />
        ) : (
          <Loaded query={query} lines={6}>
            {(agenda) => (
              <Page title={t('shared.title', { code })} width="wide">
                <div className={css.screen}>
                  <Said agenda={agenda} />
                  <Lines agenda={agenda} />
                  <Notices agenda={agenda} />
                </div>
              </Page>
            )}
          </Loaded>
        )}
      </HeadingBase>
    </FullScreen>
  );
}

/** First, always: what the young person wants said. */
function Said({ agenda: { codeName, say, speaks } }: { agenda: Agenda }) {
  const t = useWords('meetings');
  const said = useSpeaks(codeName);
  if (!say && !speaks) return null;
  return (
    <Section title={t('shared.said', { code: codeName })}>
      {say ? <blockquote className={css.loud}>“{say}”</blockquote> : null}
      {speaks ? <p>{said(speaks)}</p> : null}
    </Section>
  );
}

function Lines({ agenda: { codeName, lines } }: { agenda: Agenda }) {
  const t = useWords('meetings');
  const top = Map.groupBy(
    lines.filter(({ under }) => under === null),
    ({ kind }) => kind,
  );
  if (lines.length === 0) return <p>{t('shared.start', { code: codeName })}</p>;
  return AGENDA_KINDS.flatMap((kind) => {
    const own = top.get(kind);
    return own ? [<Kind key={kind} kind={kind} own={own} all={lines} />] : [];
  });
}

interface KindProps {
  kind: AgendaLine['kind'];
  own: readonly AgendaLine[];
  all: readonly AgendaLine[];
}

function Kind({ kind, own, all }: KindProps) {
  const t = useWords('meetings');
  return (
    <Section title={t(`shared.kinds.${kind}`)}>
      <ul className={css.lines}>
        {own.map((line) => {
          const below = all.filter(({ under }) => under === line.itemId);
          return (
            <li key={line.itemId}>
              <Line line={line} />
              {below.length > 0 ? (
                <ul className={css.below}>
                  {below.map((step) => (
                    <li key={step.itemId}>
                      <Line line={step} />
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Line({ line: { kind, text, startsAt, isDone } }: { line: AgendaLine }) {
  const t = useWords('meetings');
  const isVoice = kind === 'goal' || kind === 'need' || kind === 'strength';
  return (
    <>
      <span className={isVoice ? css.own : undefined}>{isVoice ? `“${text}”` : text}</span>
      {startsAt ? <span className={css.soft}> {instant(startsAt)}</span> : null}
      {isDone ? <span className={css.soft}> {t('shared.done')}</span> : null}
    </>
  );
}

function Notices({ agenda: { obligations } }: { agenda: Agenda }) {
  const t = useWords('meetings');
  if (obligations.length === 0) return null;
  return (
    <Section title={t('shared.notices')}>
      {obligations.map(({ code, text }) => (
        <p key={code} className={css.notice}>
          {text}
        </p>
      ))}
    </Section>
  );
}
