import type { CasePage } from '@accord/cases';
import { Section, Stack, useWords } from '@accord/ui';
import type { ArrangedPage } from './arrange.ts';
import { NextUp } from './NextUp.tsx';
import css from './case.module.css';

/** What comes next and who is on the team, as far as this reader may know. */
export function CaseRail({ arranged, team }: { arranged: ArrangedPage; team: CasePage['team'] }) {
  const t = useWords('cases');
  return (
    <Stack gap="loose">
      <NextUp arranged={arranged} />
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
