import type { Waiting } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Card, CardTitle, Notice, Row, useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import { calendarDay } from '../../app/when.ts';
import { NotNow } from './NotNow.tsx';
import type { AsideState, WaitingRequest } from './useAside.ts';
import css from './inbox.module.css';

type WaitingGrant = Exclude<Waiting, WaitingRequest>;

export interface WaitingLinks {
  /** The form that prepares a permission, filled in. */
  prepare: (waiting: WaitingRequest, label: string, name: string) => ReactNode;
  goOn: (draft: WaitingGrant, label: string, name: string) => ReactNode;
  permissions: (caseId: CaseId, label: string, name: string) => ReactNode;
  /** Everything of one young person that ends soon, in one sitting. */
  renew: (caseId: CaseId, label: string, name: string) => ReactNode;
}

/** One thing that waits: who, whose, which kinds, since when, and what can be done. */
export function WaitingCard({
  waiting,
  aside,
  ...links
}: WaitingLinks & { waiting: Waiting; aside: AsideState }) {
  const t = useWords('inbox');
  const kinds = useWords('categories');
  const { name, title, agency, codeName: code, categories } = waiting;
  return (
    <Card as="li">
      <div>
        <CardTitle>{name}</CardTitle>
        {title ? <p className={css.soft}>{t('person', { title, agency })}</p> : null}
      </div>
      <p className={css.strong}>
        {t('of', { code, kinds: categories.map((each) => kinds(`${each}.label`)).join(', ') })}
      </p>
      {waiting.is === 'request' ? (
        <Request request={waiting} aside={aside} prepare={links.prepare} />
      ) : (
        <Grant waiting={waiting} {...links} />
      )}
    </Card>
  );
}

function Request({
  request,
  aside,
  prepare,
}: Pick<WaitingLinks, 'prepare'> & { request: WaitingRequest; aside: AsideState }) {
  const t = useWords('inbox');
  const why = useWords('why');
  const { name, codeName: code, need, askedOn, leadFirst, mayPrepare } = request;
  return (
    <>
      <p>{t('asks', { day: calendarDay(askedOn), need: why(`needs.${need}`).toLowerCase() })}</p>
      {leadFirst ? <Notice tone="care">{t('leadFirst', { code })}</Notice> : null}
      {mayPrepare ? null : <p className={css.soft}>{t('cannotPrepare')}</p>}
      <NotNow
        request={request}
        aside={aside}
        beside={mayPrepare ? prepare(request, t('prepare'), t('prepareNamed', { name, code })) : null}
      />
    </>
  );
}

function Grant({ waiting, goOn, permissions, renew }: WaitingLinks & { waiting: WaitingGrant }) {
  const t = useWords('inbox');
  const { name, codeName: code, caseId, mayPrepare } = waiting;
  const see = permissions(caseId, t('see'), t('seeNamed', { code }));
  if (waiting.is === 'draft') {
    return (
      <>
        <p>{t('prepared', { day: calendarDay(waiting.preparedOn) })}</p>
        <Row>{mayPrepare ? goOn(waiting, t('goOn'), t('goOnNamed', { name, code })) : see}</Row>
      </>
    );
  }
  return (
    <>
      {waiting.is === 'paused' ? (
        <p>
          {waiting.pausedByName === null
            ? t('pausedByThem', { code })
            : t('pausedForThem', { code, name: waiting.pausedByName, day: calendarDay(waiting.pausedOn) })}
        </p>
      ) : null}
      <p>{t('ends', { day: calendarDay(waiting.endsOn) })}</p>
      <Row>
        {waiting.is === 'ending' && mayPrepare
          ? renew(caseId, t('renew'), t('renewNamed', { name, code }))
          : null}
        {see}
      </Row>
    </>
  );
}
