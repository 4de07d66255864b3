import { Card, CardTitle, List, useWords } from '@accord/ui';
import { Standing } from '../../app/referral/Standing.tsx';
import css from './board.module.css';
import { ReferralAnswer } from './ReferralAnswer.tsx';
import type { RowsProps } from './rows.ts';

/** The same rows for a narrow screen. */
export function ReferralCards({
  label,
  referrals,
  refresh,
  tell,
  linkTo,
  another,
}: RowsProps & { label: string }) {
  const t = useWords('referrals');
  return (
    <List label={label}>
      {referrals.map((referral) => {
        const { caseId, itemId, name, codeName, service, organization, asked, standing } = referral;
        return (
          <Card as="li" key={itemId}>
            <div>
              <CardTitle>{linkTo(caseId, name ?? codeName)}</CardTitle>
              <p>{service}</p>
              <p className={css.soft}>{organization}</p>
              <p className={css.asked}>{asked}</p>
            </div>
            <Standing standing={standing} another={another(caseId, t('findAnother'))} />
            <ReferralAnswer referral={referral} refresh={refresh} tell={tell} />
          </Card>
        );
      })}
    </List>
  );
}
