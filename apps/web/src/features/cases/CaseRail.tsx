import type { CasePage } from '@accord/cases';
import { Section, Stack, useWords } from '@accord/ui';
import type { ArrangedPage } from './arrange.ts';
import css from './case.module.css';

const MOST_NEXT = 5;

/** What comes next and who is on the team, as far as this reader may know. */
export function CaseRail({ arranged, team }: { arranged: ArrangedPage; team: CasePage['team'] }) {
  const t = useWords('cases');
  const steps = [...arranged.goals.flatMap(({ steps: under }) => under), ...arranged.looseSteps];
  const next = steps.flatMap((step) =>
    step.state === 'open' && step.content.is === 'open'
      ? [{ id: step.itemId, text: step.content.body.text }]
      : [],
  );
  return (
    <Stack gap="loose">
      {steps.length > 0 ? (
        <Section title={t('page.next')}>
          {next.length === 0 ? <p className={css.soft}>{t('page.nextEmpty')}</p> : null}
          <ul className={css.next}>
            {next.slice(0, MOST_NEXT).map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {team.length > 0 ? (
        <Section title={t('page.team')}>
          <ul className={css.team}>
            {team.map(({ name, title, agency }) => (
              <li key={`${name} ${agency}`}>
                <span className={css.person}>{name}</span>
                <span className={css.soft}>
                  {title}, {agency}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Stack>
  );
}
