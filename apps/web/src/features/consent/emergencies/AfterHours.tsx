import type { AfterHours as Card } from '@accord/consent';
import { Button, Page, Section, Stack, useAnnounce, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded.tsx';
import { askAgain } from '../../../app/queries.ts';
import { useTRPC } from '../../../app/trpc.ts';
import { calendarDay } from '../../../app/when.ts';
import css from './after-hours.module.css';
import { PutOnCall } from './PutOnCall.tsx';
import { SetTwo } from './SetTwo.tsx';
import { TakeOff } from './TakeOff.tsx';

/** The card by the door, to be printed: whom to call, and what an emergency opens. It reads of no case. */
export function AfterHours() {
  const t = useWords('emergencies');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const query = useQuery(trpc.emergencies.afterHours.queryOptions());
  const changed = async (sentence: string) => {
    await askAgain(queries, trpc.emergencies.afterHours.queryKey());
    announce(sentence);
  };
  return (
    <Page
      title={<span className={css.screenOnly}>{t('card.title')}</span>}
      lead={<span className={css.screenOnly}>{t('card.lead')}</span>}
      actions={
        <div className={css.screenOnly}>
          <Button kind="primary" onClick={() => window.print()}>
            {t('card.print')}
          </Button>
        </div>
      }
    >
      <Loaded query={query} lines={8}>
        {(card) => (
          <Stack gap="loose">
            <DoorCard card={card} />
            {card.maySet ? (
              <div className={css.screenOnly}>
                <Section title={t('set.title')}>
                  <Stack gap="loose">
                    <SetTwo needsTwo={card.needsTwo} onChanged={changed} />
                    {card.onCall.map(({ staffId, name }) => (
                      <TakeOff key={staffId} staffId={staffId} name={name} onChanged={changed} />
                    ))}
                    <Section title={t('set.who')}>
                      <PutOnCall onChanged={changed} />
                    </Section>
                  </Stack>
                </Section>
              </div>
            ) : null}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function DoorCard({ card: { agency, needsTwo, onCall } }: { card: Card }) {
  const t = useWords('emergencies');
  return (
    <section className={css.card} aria-label={t('card.of', { agency })}>
      <h2 className={css.title}>{t('card.of', { agency })}</h2>
      <ol className={css.steps}>
        <li>{t('card.callFirst')}</li>
        <li>
          {t(needsTwo ? 'card.two' : 'card.one')}
          {onCall.length === 0 ? <p className={css.strong}>{t('card.nobody')}</p> : null}
          <ul className={css.people}>
            {onCall.map(({ staffId, name, title, phone, endsOn }) => (
              <li key={staffId}>
                <span className={css.phone}>{phone}</span>
                <span>
                  {t('person', { title: name, agency: title })},{' '}
                  {t('card.until', { day: calendarDay(endsOn) })}
                </span>
              </li>
            ))}
          </ul>
        </li>
        {(['how', 'say', 'limits', 'after', 'paper'] as const).map((line) => (
          <li key={line}>{t(`card.${line}`)}</li>
        ))}
      </ol>
    </section>
  );
}
