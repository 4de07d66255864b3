import { Card, CardTitle, List, useWords } from '@accord/ui';
import { Answer } from '../../app/referral/Answer.tsx';
import { Standing } from '../../app/referral/Standing.tsx';
import css from './board.module.css';
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
      {referrals.map(
        ({ caseId, itemId, revision, name, codeName, service, organization, asked, standing }) => (
          <Card as="li" key={itemId}>
            <div>
              <CardTitle>{linkTo(caseId, name ?? codeName)}</CardTitle>
              <p>{service}</p>
              <p className={css.soft}>{organization}</p>
              <p className={css.asked}>{asked}</p>
            </div>
            <Standing standing={standing} another={another(caseId, t('findAnother'))} />
            <Answer {...{ caseId, itemId, revision, service, code: codeName, standing, refresh, tell }} />
          </Card>
        ),
      )}
    </List>
  );
}
