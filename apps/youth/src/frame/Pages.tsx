import { useRouter } from '@tanstack/react-router';
import { useVisit } from '../visit.ts';
import { words } from '../words.ts';
import { Go } from './Go.tsx';
import { SignOut } from './SignOut.tsx';

/** The way around. Without a log-in there is one place to go: help. */
export function Pages() {
  const { signedIn } = useVisit(useRouter().options.context.visit);
  return (
    <>
      <nav aria-label={words.frame.pages}>
        <ul className="pages">
          {signedIn && (
            <>
              <li>
                <Go to="/home">{words.frame.sharing}</Go>
              </li>
              <li>
                <Go to="/plan">{words.frame.plan}</Go>
              </li>
              <li>
                <Go to="/log">{words.frame.looks}</Go>
              </li>
            </>
          )}
          <li>
            <Go to="/numbers">{words.frame.help}</Go>
          </li>
        </ul>
      </nav>
      {signedIn && <SignOut />}
    </>
  );
}
