import { Section, useWords } from '@accord/ui';
import { instant } from '../../app/when.ts';
import type { ArrangedPage } from './arrange.ts';
import { type NextItem, nextOf } from './next.ts';
import { dueOf, useDoerName } from './StepMeta.tsx';
import css from './case.module.css';

const MOST = 6;

/** What is next, and who does it. What does not fit here stands under the goals: it says how much. */
export function NextUp({ arranged }: { arranged: ArrangedPage }) {
  const t = useWords('plan');
  const next = nextOf(arranged);
  const hasSteps = arranged.looseSteps.length + arranged.goals.reduce((n, { steps }) => n + steps.length, 0);
  if (next.length === 0 && hasSteps === 0) return null;
  return (
    <Section title={t('next.title')}>
      {next.length === 0 ? <p className={css.soft}>{t('next.allDone')}</p> : null}
      <ul className={css.next}>
        {next.slice(0, MOST).map((each) => (
          <li key={each.is === 'step' ? each.step.itemId : each.item.itemId}>
            {each.is === 'step' ? <NextStep next={each} /> : <NextAppointment next={each} />}
          </li>
        ))}
      </ul>
      {next.length > MOST ? (
        <p className={css.soft}>{t('next.more', { count: next.length - MOST })}</p>
      ) : null}
    </Section>
  );
}

function NextStep({ next: { step, text } }: { next: Extract<NextItem, { is: 'step' }> }) {
  const t = useWords('plan');
  const who = useDoerName(step);
  const when = dueOf(step, t);
  return (
    <>
      <span className={css.nextText}>{text}</span>
      {when ? (
        <span className={css.nextWhen} data-overdue={step.isOverdue || undefined}>
          {when}
        </span>
      ) : null}
      {who ? <span className={css.soft}>{who}</span> : null}
    </>
  );
}

function NextAppointment({ next: { item, startsAt } }: { next: Extract<NextItem, { is: 'appointment' }> }) {
  const t = useWords('plan');
  if (item.content.is !== 'open') return null;
  const { what, place } = item.content.body;
  return (
    <>
      <span className={css.nextText}>{what}</span>
      <span className={css.nextWhen}>{t('due.on', { when: instant(startsAt) })}</span>
      <span className={css.soft}>{place ?? item.owner}</span>
    </>
  );
}
