import type { Why } from '@accord/consent';
import type { ItemId } from '@accord/kernel';
import { Neutral, Stack, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../app/Loaded.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { AskFor } from './AskFor.tsx';
import type { AboutCase } from './case-context.ts';
import css from './case.module.css';

/** The reason in one sentence, what its reader can do, and what the young person would be told. */
export function WhyClosed({ about, itemId }: { about: AboutCase; itemId: ItemId }) {
  const trpc = useTRPC();
  const { caseId } = about;
  const query = useQuery({ ...trpc.consent.why.queryOptions({ caseId, itemId }), retryOnMount: false });
  return (
    <div className={css.panel}>
      <Loaded query={query} lines={3}>
        {(why) => (why.is === 'closed' ? <Reasons why={why} about={about} /> : <Neutral />)}
      </Loaded>
    </div>
  );
}

function Reasons({ why, about }: { why: Extract<Why, { is: 'closed' }>; about: AboutCase }) {
  const t = useWords('why');
  const code = about.codeName;
  return (
    <Stack>
      <p className={css.strong}>{t(`closed.${why.reason}`)}</p>
      {why.terms ? <p>{t('terms', { terms: why.terms })}</p> : null}
      <div>
        <p className={css.label}>{t('do')}</p>
        <p>{t(why.ask ? 'canAsk' : 'cannotAsk')}</p>
        {why.ask && why.leadFirst ? <p>{t('leadFirst')}</p> : null}
      </div>
      <div>
        <p className={css.label}>{t('told', { code })}</p>
        <p>{t(why.ask ? 'toldAsk' : 'toldNothing', { code })}</p>
      </div>
      {why.ask ? <AskFor caseId={about.caseId} kinds={[why.ask]} /> : null}
    </Stack>
  );
}
