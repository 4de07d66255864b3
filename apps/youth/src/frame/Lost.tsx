import { words } from '../words.ts';
import { Go } from './Go.tsx';
import { Page } from './Page.tsx';

/** The same words whether a page is not there or is not shared. */
export function Lost() {
  return (
    <Page title={words.trouble.notFound}>
      <p>
        <Go to="/">{words.trouble.home}</Go>
      </p>
    </Page>
  );
}
