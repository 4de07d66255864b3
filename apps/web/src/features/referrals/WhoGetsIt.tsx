import { ItemKind } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import type { PreparedReferral } from '@accord/referrals';
import { Notice, Stack, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { isSamePerson, showing, type Person } from '../../app/people.ts';
import { useTRPC } from '../../app/trpc.ts';
import { day, listed } from '../../app/when.ts';
import type { AskLink } from './ask.ts';
import css from './referrals.module.css';

interface WhoGetsItProps {
  caseId: CaseId;
  prepared: PreparedReferral;
  ask: AskLink;
}

/** Whom the referral reaches, and all that they would have in front of them; or that it reaches nobody. */
export function WhoGetsIt({ caseId, prepared: { agency, readers, preview, askedAt }, ask }: WhoGetsItProps) {
  const t = useWords('refer');
  const code = useCode(caseId);
  if (!agency || readers.length === 0) {
    return (
      <Notice tone="care">
        <Stack gap="tight">
          <Asked askedAt={askedAt} />
          <strong>{t('who')}</strong>
          <p>{agency ? t('notThere', { code }) : t('notInAccord')}</p>
          <p>{t('contact')}</p>
          <Others caseId={caseId} named={[]} />
          <p>{t('youngToo', { code })}</p>
          {agency ? <p>{ask(agency, t('ask'))}</p> : null}
        </Stack>
      </Notice>
    );
  }
  return (
    <Notice tone="ok">
      <Stack gap="tight">
        <Asked askedAt={askedAt} />
        <strong>{t('who')}</strong>
        <p>{t('atOnce', { people: listed(readers.map(({ name }) => name)), agency: agency.name })}</p>
        <Others caseId={caseId} named={readers.map(({ name }) => ({ name, agency: agency.name }))} />
        <p>{t('youngToo', { code })}</p>
        <p className={css.heading}>{t('preview')}</p>
        <p>{t('previewThis')}</p>
        {preview.length === 0 ? <p>{t('previewOnly')}</p> : <TheirPage preview={preview} />}
      </Stack>
    </Notice>
  );
}

/** Nobody is asked twice by mistake. */
function Asked({ askedAt }: Pick<PreparedReferral, 'askedAt'>) {
  const t = useWords('refer');
  return askedAt ? <strong>{t('askedAlready', { day: day(askedAt) })}</strong> : null;
}

/** Whoever sees referrals of this case by a permission, wherever they work. */
function Others({ caseId, named }: { caseId: CaseId; named: readonly Person[] }) {
  const t = useWords('refer');
  const notes = useWords('notes');
  const trpc = useTRPC();
  const { data } = useQuery(trpc.consent.list.queryOptions({ caseId }));
  const people = showing(data?.permissions ?? [], 'service-linkage')
    .filter(({ recipient }) => !named.some((one) => isSamePerson(one, recipient)))
    .map(({ recipient: { name, agency } }) => notes('audienceOther', { name, agency }));
  return people.length > 0 ? <p>{t('also', { people: listed([...new Set(people)]) })}</p> : null;
}

function TheirPage({ preview }: Pick<PreparedReferral, 'preview'>) {
  const t = useWords('refer');
  const states = useWords('states');
  return (
    <>
      <p>{t('previewOther')}</p>
      <ul className={css.preview}>
        {preview.map(({ itemId, kind, title }) => {
          const known = ItemKind.safeParse(kind).data;
          return (
            <li key={itemId}>
              {known ? states(`item.${known}`) : kind}: {title ?? t('previewHidden')}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What the reader calls the young person, from the list of cases: reading it opens no case. */
function useCode(caseId: CaseId): string {
  const t = useWords('refer');
  const trpc = useTRPC();
  const { data } = useQuery(trpc.cases.list.queryOptions());
  const found = data?.cases.find((one) => one.caseId === caseId);
  return found?.name ?? found?.codeName ?? t('theYoungPerson');
}
