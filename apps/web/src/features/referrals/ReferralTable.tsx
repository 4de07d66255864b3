import { Hidden, useWords } from '@accord/ui';
import { Standing } from '../../app/referral/Standing.tsx';
import css from './board.module.css';
import { ReferralAnswer } from './ReferralAnswer.tsx';
import type { RowsProps } from './rows.ts';

/** A row for each referral; what can be done is in the row. */
export function ReferralTable({
  caption,
  referrals,
  refresh,
  tell,
  linkTo,
  another,
}: RowsProps & { caption: string }) {
  const t = useWords('referrals');
  return (
    <table className={css.table}>
      <caption>
        <Hidden>{caption}</Hidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('column.person')}</th>
          <th scope="col">{t('column.service')}</th>
          <th scope="col">{t('column.standing')}</th>
          <th scope="col">{t('column.next')}</th>
        </tr>
      </thead>
      <tbody>
        {referrals.map((referral) => {
          const { caseId, itemId, name, codeName, service, organization, asked, standing } = referral;
          return (
            <tr key={itemId}>
              <th scope="row">{linkTo(caseId, name ?? codeName)}</th>
              <td>
                <p>{service}</p>
                <p className={css.soft}>{organization}</p>
                <p className={css.asked}>{asked}</p>
              </td>
              <td>
                <Standing standing={standing} another={another(caseId, t('findAnother'))} />
              </td>
              <td>
                <ReferralAnswer referral={referral} refresh={refresh} tell={tell} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
