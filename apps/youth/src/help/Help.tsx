import { Page } from '../frame/Page.tsx';
import { Go } from '../frame/Go.tsx';
import { SharedPhone } from '../frame/SharedPhone.tsx';
import { words } from '../words.ts';
import { helpLines } from './lines.ts';

/** Help for right now. It needs no log-in and asks the server for nothing. */
export function Help() {
  return (
    <Page title={words.help.title} lead={words.help.lead}>
      <p>{words.help.trace}</p>
      <p>{words.help.made}</p>
      <ul className="cards">
        {helpLines(words.help).map(({ title, about, ways }) => (
          <li key={title} className="card">
            <h2>{title}</h2>
            <p>{about}</p>
            <ul className="ways">
              {ways.map(({ href, label }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <SharedPhone />
      <p>
        <Go to="/">{words.help.back}</Go>
      </p>
    </Page>
  );
}
