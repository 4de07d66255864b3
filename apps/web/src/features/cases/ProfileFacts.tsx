import { Facts, Stub, useWords } from '@accord/ui';
import { ageOn } from '../../app/when.ts';
import { AudienceLine } from './AudienceLine.tsx';
import type { Profile } from './arrange.ts';

/** What helps to meet them well: age, pronouns, language, the safe way to reach them. */
export function ProfileFacts({ profile }: { profile: Profile }) {
  const t = useWords('cases');
  const kinds = useWords('categories');
  if (profile.content.is !== 'open') return <Stub>{t('item.closed', { kind: kinds('id-core.label') })}</Stub>;
  const { bornOn, pronouns, language, safeContact } = profile.content.body;
  const facts = [
    { term: t('page.age'), value: bornOn ? ageOn(bornOn) : undefined },
    { term: t('page.pronouns'), value: pronouns },
    { term: t('page.language'), value: language },
    { term: t('page.safeContact'), value: safeContact },
  ].filter((fact) => fact.value !== undefined);
  return (
    <>
      {facts.length > 0 ? <Facts facts={facts} /> : null}
      <AudienceLine audience={profile.audience} plain />
    </>
  );
}
