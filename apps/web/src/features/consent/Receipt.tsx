import type { Permission } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, Notice, Page, Row, Stack, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { isSamePerson, useNameAmong, type Person } from '../../app/people.ts';
import { useTRPC } from '../../app/trpc.ts';
import { calendarDay, day } from '../../app/when.ts';
import { useKindsSentence } from './Kinds.tsx';
import { Paper } from './papers/Paper.tsx';
import { YoungLaw } from './law/YoungLaw.tsx';
import { startsLater } from './starts.ts';
import css from './handover.module.css';

interface ReceiptProps {
  caseId: CaseId;
  permission: Permission;
  onDone: () => void;
}

/** What happens now, by name: who can see it, until when, and whose permission does not cover it. */
export function Receipt({ caseId, permission, onDone }: ReceiptProps) {
  const t = useWords('handover');
  const trpc = useTRPC();
  const sentence = useKindsSentence();
  const { data } = useQuery(trpc.consent.list.queryOptions({ caseId }));
  const others = withoutAnyOf(permission, data?.permissions ?? []);
  const among = useNameAmong();
  const nameOf = (person: Person) => among(person, [permission.recipient, ...others]);
  const { recipient, categories, law, startsAt } = permission;
  const can = { name: nameOf(recipient), kinds: sentence(categories) };
  const opens =
    categories.length === 0
      ? t('done.waits')
      : startsLater(permission) && startsAt
        ? t('done.canFrom', { ...can, day: day(startsAt) })
        : t('done.can', can);
  return (
    <Page title={t(categories.length === 0 ? 'sign.title' : 'done.yesTitle')}>
      <Notice tone="plum">
        <Stack gap="tight">
          <p>{opens}</p>
          {others.map((person) => (
            <p key={`${person.name}, ${person.agency}`}>{t('done.cannot', { name: nameOf(person) })}</p>
          ))}
          <p>{t('done.until', { day: calendarDay(permission.endsOn) })}</p>
        </Stack>
      </Notice>
      {law.length > 0 ? (
        <Stack gap="tight">
          <p>{t('done.notYet')}</p>
          <YoungLaw lines={law} />
        </Stack>
      ) : null}
      <Paper caseId={caseId} permission={permission} />
      <p className={css.screenOnly}>{t('done.copy')}</p>
      <div className={css.screenOnly}>
        <Row>
          <Button onClick={() => window.print()}>{t('done.print')}</Button>
          <Button kind="primary" onClick={onDone}>
            {t('done.giveBack')}
          </Button>
        </Row>
      </div>
    </Page>
  );
}

/** People who have a permission of this young person, and none that covers any of these kinds. */
function withoutAnyOf({ recipient, categories }: Permission, permissions: readonly Permission[]): Person[] {
  const active = permissions.filter(
    (one) => one.state === 'active' && !isSamePerson(one.recipient, recipient),
  );
  const people = active.map((one) => one.recipient);
  return people
    .filter((person, index) => people.findIndex((one) => isSamePerson(one, person)) === index)
    .filter((person) =>
      active
        .filter((one) => isSamePerson(one.recipient, person))
        .every((one) => !one.categories.some((code) => categories.includes(code))),
    );
}

/** After a no, or a not now: nothing was shared, and that is fine. */
export function Answered({ answer, onDone }: { answer: 'no' | 'later'; onDone: () => void }) {
  const t = useWords('handover');
  return (
    <Page title={t(answer === 'no' ? 'done.noTitle' : 'done.laterTitle')} lead={t(`done.${answer}`)}>
      <div>
        <Button kind="primary" onClick={onDone}>
          {t('done.giveBack')}
        </Button>
      </div>
    </Page>
  );
}
