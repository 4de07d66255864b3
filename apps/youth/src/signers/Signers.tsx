import type { Authority } from '@accord/consent';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, troubleOf } from '../api.ts';
import { fill } from '../fill.ts';
import { Page } from '../frame/Page.tsx';
import { relationWords, words } from '../words.ts';
import { Majority } from './Majority.tsx';
import { SignerCard } from './SignerCard.tsx';

const route = getRouteApi('/signed-in/adults');
const { signers } = words;

/** Adults who may sign beside the young person; of any of them they may say no, and take it back. */
export function Signers() {
  const { authorities, majorityOn } = route.useLoaderData();
  const router = useRouter();
  const [said, setSaid] = useState<string | null>(null);
  const done = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said) done.current?.focus();
  }, [said]);

  const change = async (call: Promise<object>, sentence: string): Promise<string | null> => {
    setSaid(null);
    try {
      await call;
      setSaid(sentence);
    } catch (error) {
      const { code } = troubleOf(error);
      if (code !== 'SIGN_IN_FIRST') return code === 'unreachable' ? signers.unsure : signers.trouble;
    }
    // What holds now is what the server says, and a session that is over leads back to the start.
    await router.invalidate();
    return null;
  };

  return (
    <Page title={signers.title} lead={signers.lead}>
      <p role="status" ref={done} tabIndex={-1} className={said ? 'done' : undefined}>
        {said}
      </p>
      {majorityOn !== null && <Majority on={majorityOn} />}
      {adultsIn(authorities).length === 0 && <p>{signers.none}</p>}
      <ul className="cards">
        {adultsIn(authorities).map(({ relation, ...authority }) => {
          const { authorityId } = authority;
          const who = relationWords[relation];
          return (
            <li key={authorityId}>
              <SignerCard
                authority={authority}
                who={who}
                onKeepOut={() =>
                  change(api.mine.excludeSigner.mutate({ authorityId }), fill(signers.done, { who }))
                }
                onTakeBack={() =>
                  change(api.mine.letSign.mutate({ authorityId }), fill(signers.takenBack, { who }))
                }
              />
            </li>
          );
        })}
      </ul>
      <p className="quiet">{signers.honest}</p>
    </Page>
  );
}

type Adult = Authority & { relation: NonNullable<Authority['relation']> };

/** What is the young person's own authority has nobody to say no to. */
const adultsIn = (authorities: readonly Authority[]) =>
  authorities.filter((authority): authority is Adult => authority.relation !== null);
