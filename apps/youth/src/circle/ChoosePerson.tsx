import type { KeptOut } from '@accord/consent';
import { type FormEvent, useId, useState } from 'react';
import { fill } from '../fill.ts';
import { words } from '../words.ts';

type Person = KeptOut['others'][number];
interface Props {
  people: readonly Person[];
  busy: boolean;
  onChoose: (staffId: Person['staffId'], name: string) => void;
}

const { circle } = words;

/** Everybody who works here, by place. No reason is asked for. */
export function ChoosePerson({ people, busy, onChoose }: Props) {
  const [chosen, setChosen] = useState('');
  const [missing, setMissing] = useState(false);
  const id = useId();
  const person = people.find(({ staffId }) => staffId === chosen);

  const send = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!person);
    if (!person || busy) return;
    onChoose(person.staffId, person.name);
    setChosen('');
  };

  return (
    <form noValidate onSubmit={send}>
      <div className="field">
        <label htmlFor={id}>{circle.who}</label>
        <select
          id={id}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
          aria-invalid={missing || undefined}
          aria-describedby={missing ? `${id}-problem` : undefined}
        >
          <option value="">{circle.choose}</option>
          {[...Map.groupBy(people, ({ agency }) => agency)].map(([agency, there]) => (
            <optgroup key={agency} label={agency}>
              {there.map(({ staffId, name, title }) => (
                <option key={staffId} value={staffId}>{`${name}, ${title}`}</option>
              ))}
            </optgroup>
          ))}
        </select>
        {missing && (
          <p id={`${id}-problem`} className="problem">
            {circle.missing}
          </p>
        )}
      </div>
      <button type="submit" aria-disabled={busy}>
        {person ? fill(circle.keepOutNamed, { who: person.name }) : circle.keepOut}
      </button>
    </form>
  );
}
