import { Page } from '../frame/Page.tsx';
import { words } from '../words.ts';
import { SharedPhone } from '../frame/SharedPhone.tsx';

const { first } = words;

/** What Exit does and what it can not do, before anything else is shown. It never says that it makes anyone safe. */
export function FirstPage({ onGo }: { onGo: () => void }) {
  return (
    <Page title={first.title}>
      <ul className="facts">
        <li>{first.what}</li>
        <li className="keys">{first.keys}</li>
        <li>{first.history}</li>
        <li>{first.unsent}</li>
        <li>{first.back}</li>
      </ul>
      <button type="button" onClick={onGo}>
        {first.go}
      </button>
      <SharedPhone />
    </Page>
  );
}
