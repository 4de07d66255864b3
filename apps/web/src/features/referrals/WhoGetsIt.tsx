import { ItemKind } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import type { PreparedReferral } from '@accord/referrals';
import { Notice, Stack, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../app/trpc.ts';
import { listed } from '../../app/when.ts';
import type { ReferProps } from './Refer.tsx';
import css from './referrals.module.css';

interface WhoGetsItProps extends Pick<ReferProps, 'ask'> {
  caseId: CaseId;
  prepared: PreparedReferral;
}

/** Whom the referral reaches, and all that they would have in front of them; or that it reaches nobody. */
export function WhoGetsIt({ caseId, prepared: { agency, readers, preview }, ask }: WhoGetsItProps) {
  const t = useWords('refer');
  const code = useCode(caseId);
  if (!agency || readers.length === 0) {
    return (
      <Notice tone="care">
        <Stack gap="tight">
          <strong>{t('who')}</strong>
          <p>{agency ? t('notThere', { code }) : t('notInAccord')}</p>
          <p>{t('contact')}</p>
          {agency ? <p>{ask(agency, t('ask'))}</p> : null}
        </Stack>
      </Notice>
    );
  }
  return (
    <Notice tone="ok">
      <Stack gap="tight">
        <strong>{t('who')}</strong>
        <p>{t('atOnce', { people: listed(readers.map(({ name }) => name)), agency: agency.name })}</p>
        <p className={css.heading}>{t('preview')}</p>
        <p>{t('previewThis')}</p>
        {preview.length === 0 ? <p>{t('previewOnly')}</p> : <TheirPage preview={preview} />}
      </Stack>
    </Notice>
  );
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
