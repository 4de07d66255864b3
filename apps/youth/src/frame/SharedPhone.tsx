import { words } from '../words.ts';

const { phone } = words;

export function SharedPhone() {
  return (
    <details>
      <summary>{phone.title}</summary>
      <ul className="facts">
        <li>{phone.own}</li>
        <li>{phone.private}</li>
        <li>{phone.password}</li>
        <li>{phone.clear}</li>
        <li>{phone.gap}</li>
      </ul>
    </details>
  );
}
