import type { Schedule } from '@accord/cases';
import { EmptyState, Page, Section, Stack, useAnnounce, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { Disclosed } from '../../app/Disclosed.tsx';
import { useFocusRescue } from '../../app/focus.ts';
import { Loaded } from '../../app/Loaded.tsx';
import { askAgain } from '../../app/queries.ts';
import { useTRPC } from '../../app/trpc.ts';
import { calendarDay, dayOf } from '../../app/when.ts';
import { AskOnce } from './AskOnce.tsx';
import { type CaseLink, DueCases } from './DueCases.tsx';
import css from './keeping.module.css';
import { SetRule } from './SetRule.tsx';
import { useRule } from './useRule.ts';

interface SchedulePageProps {
  above: ReactNode;
  see: CaseLink;
}

/** How long the reader's agency keeps what, with the source of each rule; and the cases that are due. */
export function SchedulePage({ above, see }: SchedulePageProps) {
  const t = useWords('keeping');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const query = useQuery(trpc.keeping.schedule.queryOptions());
  const region = useRef<HTMLDivElement>(null);
  useFocusRescue(region);
  const changed = async (sentence?: string) => {
    await Promise.all([
      askAgain(queries, trpc.keeping.schedule.queryKey()),
      askAgain(queries, trpc.keeping.due.queryKey()),
    ]);
    if (sentence) announce(sentence);
  };
  return (
    <div ref={region}>
      <Page title={t('schedule.title')} lead={t('schedule.lead')} above={above}>
        <Stack gap="loose">
          <DueCases see={see} showNone />
          <Section title={t('schedule.rules')}>
            <Loaded query={query}>{(schedule) => <Rules schedule={schedule} onChanged={changed} />}</Loaded>
          </Section>
        </Stack>
      </Page>
    </div>
  );
}

interface RulesProps {
  schedule: Schedule;
  onChanged: (sentence?: string) => Promise<void>;
}

function Rules({ schedule: { agency, rules, maySet }, onChanged }: RulesProps) {
  const t = useWords('keeping');
  const categories = useWords('categories');
  const trpc = useTRPC();
  const ruleOf = useRule();
  return (
    <Stack>
      <p className={css.soft}>{t('schedule.unreviewed')}</p>
      {rules.length === 0 ? (
        <EmptyState title={t('schedule.emptyTitle')}>{t('schedule.empty', { agency })}</EmptyState>
      ) : (
        <dl className={css.kinds}>
          {rules.map(({ kind, rule, setBy, setAt }) => (
            <div key={kind}>
              <dt>{categories(`${kind}.label`)}</dt>
              <dd>
                <strong>{ruleOf(rule)}</strong>
                <span>{t('schedule.setBy', { name: setBy, day: calendarDay(dayOf(setAt)) })}</span>
                {maySet ? (
                  <AskOnce
                    label={t('schedule.keep')}
                    name={t('schedule.keepNamed', { kind: categories(`${kind}.label`) })}
                    question={t('schedule.keepQuestion', { kind: categories(`${kind}.label`) })}
                    yes={t('schedule.keepYes')}
                    no={t('erase.notNow')}
                    calm
                    mutation={trpc.keeping.keepKind.mutationOptions({
                      onSuccess: () => onChanged(t('schedule.keepDone')),
                    })}
                    input={{ kind }}
                  />
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {maySet ? (
        <Disclosed label={t('schedule.set')}>
          {(close) => <SetRule onChanged={onChanged} close={close} />}
        </Disclosed>
      ) : (
        <p className={css.soft}>{t('schedule.supervisor')}</p>
      )}
    </Stack>
  );
}
