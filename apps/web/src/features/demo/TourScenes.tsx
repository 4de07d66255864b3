import type { DemoCard } from '@accord/identity';
import { Card, CardTitle, List, Page, Stack, useWords } from '@accord/ui';
import { LinkButton, LinkTo } from '../../app/links.tsx';
import { SCENES } from './scenes.ts';

/** The seven scenes as text, each with the way to its page. */
export function TourScenes({ cards }: { cards: readonly DemoCard[] }) {
  const t = useWords('demo');
  return (
    <Page title={t('tour.title')} above={<LinkTo to="/demo">{t('side.back')}</LinkTo>} lead={t('tour.lead')}>
      <List ordered label={t('tour.title')}>
        {SCENES.map(({ key, as }, index) => {
          const person = cards.find((card) => card.key === as);
          const title = t(`tour.scenes.${key}.title`);
          return (
            <Card key={key} as="li">
              <Stack gap="tight">
                <CardTitle>
                  {index + 1}. {title}
                </CardTitle>
                <p>{t(`tour.scenes.${key}.text`)}</p>
                {person ? <p>{t('tour.as', { name: person.name, title: person.title })}</p> : null}
              </Stack>
              <div>
                <LinkButton
                  to="/demo/enter"
                  search={{ as, scene: index + 1 }}
                  aria-label={t('tour.goTo', { title })}
                >
                  {t('tour.go')}
                </LinkButton>
              </div>
            </Card>
          );
        })}
      </List>
    </Page>
  );
}
