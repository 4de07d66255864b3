import type { CasePage } from '@accord/cases';
import { words } from '../words.ts';

export function Team({ team }: { team: CasePage['team'] }) {
  return (
    <section aria-labelledby="team">
      <h2 id="team">{words.plan.team}</h2>
      <ul className="card people">
        {team.map(({ name, title, agency }) => (
          <li key={`${name}, ${agency}`}>
            <strong>{name}</strong>
            <span className="quiet">{`${title}, ${agency}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
