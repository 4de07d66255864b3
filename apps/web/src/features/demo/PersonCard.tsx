import type { DemoCard } from '@accord/identity';
import { Button, ButtonLink, Card, CardTitle, Stack, useWords } from '@accord/ui';
import { Trouble } from '../../app/Trouble.tsx';
import css from './DemoPeople.module.css';

type PersonCardProps = { card: DemoCard } & (
  | { href: string }
  | { busy: boolean; error: unknown; onEnter: () => void }
);

export function PersonCard(props: PersonCardProps) {
  const { card } = props;
  const t = useWords('demo');
  return (
    <Card as="li">
      <Stack gap="tight">
        <CardTitle>{card.name}</CardTitle>
        <p className={css.role}>{[card.title, card.agency].filter(Boolean).join(' · ')}</p>
        <p>{card.sees}</p>
      </Stack>
      <div className={css.enter}>
        {'href' in props ? (
          <ButtonLink href={props.href} rel="noreferrer">
            {t('enterOwn', { name: card.name })}
          </ButtonLink>
        ) : (
          <Button busy={props.busy} onClick={props.onEnter}>
            {t('enter', { name: card.name })}
          </Button>
        )}
      </div>
      {'href' in props || !props.error ? null : <Trouble error={props.error} onRetry={props.onEnter} />}
    </Card>
  );
}
