import type { CaseId } from '@accord/kernel';
import { Facts, Stub, useWords } from '@accord/ui';
import { Disclosed } from '../../app/Disclosed.tsx';
import { ageOn } from '../../app/when.ts';
import { AudienceLine } from './AudienceLine.tsx';
import { isOpenProfile, type Profile } from './arrange.ts';
import { EditProfile } from './EditProfile.tsx';
import { ConfirmContact, ContactState } from './SafeContact.tsx';
import css from './case.module.css';

interface ProfileFactsProps {
  caseId: CaseId;
  profile: Profile;
  refresh: () => Promise<void>;
}

/** What helps to meet them well: age, pronouns, language, the safe way to reach them. */
export function ProfileFacts({ caseId, profile, refresh }: ProfileFactsProps) {
  const t = useWords('cases');
  const plan = useWords('plan');
  const kinds = useWords('categories');
  if (!isOpenProfile(profile)) return <Stub>{t('item.closed', { kind: kinds('id-core.label') })}</Stub>;
  const { bornOn, pronouns, language, safeContact } = profile.content.body;
  const facts = [
    { term: t('page.age'), value: bornOn ? ageOn(bornOn) : undefined },
    { term: t('page.pronouns'), value: pronouns },
    { term: t('page.language'), value: language },
    { term: t('page.safeContact'), value: safeContact ? <ContactState profile={profile} /> : undefined },
  ].filter((fact) => fact.value !== undefined);
  return (
    <div className={css.profile}>
      {facts.length > 0 ? <Facts facts={facts} /> : null}
      <div className={css.profileMore}>
        {profile.mayEdit && safeContact ? (
          <ConfirmContact caseId={caseId} profile={profile} refresh={refresh} />
        ) : null}
        <Disclosed label={plan('profile.edit')} kind="quiet" small icon="edit" offered={profile.mayEdit}>
          {(close) => <EditProfile caseId={caseId} profile={profile} refresh={refresh} close={close} />}
        </Disclosed>
      </div>
      <AudienceLine audience={profile.audience} plain />
    </div>
  );
}
