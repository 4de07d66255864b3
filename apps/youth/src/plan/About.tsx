import { calendarDay } from '../days.ts';
import { words } from '../words.ts';
import type { ItemOf } from './arrange.ts';
import { Byline } from './Byline.tsx';
import { Opened } from './Opened.tsx';

const { plan } = words;

export function About({ profile }: { profile: ItemOf<'profile'> }) {
  return (
    <>
      <Opened content={profile.content}>
        {({ name, pronouns, bornOn, language, safeContact }) => {
          const lines = [
            [plan.name, name],
            [plan.pronouns, pronouns],
            [plan.bornOn, bornOn && calendarDay(bornOn)],
            [plan.language, language],
            [plan.safeContact, safeContact],
          ] as const;
          return (
            <dl>
              {lines
                .filter(([, text]) => text)
                .map(([label, text]) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{text}</dd>
                  </div>
                ))}
            </dl>
          );
        }}
      </Opened>
      <Byline item={profile} />
    </>
  );
}
