import { useState } from 'react';
import { api, type Card, troubleOf } from '../api.ts';
import { fill } from '../fill.ts';
import { troubleWords } from '../frame/TroublePage.tsx';
import { words } from '../words.ts';

/** One tap in as a made-up person; there only when the server runs its demo. */
export function DemoLogIn({ cards, onSignedIn }: { cards: readonly Card[]; onSignedIn: () => void }) {
  const [problem, setProblem] = useState('');

  const enter = async (key: string) => {
    try {
      await api.demo.signIn.mutate({ key });
    } catch (error) {
      return setProblem(troubleWords(troubleOf(error)));
    }
    onSignedIn();
  };

  return (
    <section className="card demo" aria-labelledby="demo">
      <h2 id="demo">{words.start.demoTitle}</h2>
      <p>{words.start.demo}</p>
      {cards.map((card) => (
        <div key={card.key}>
          <p>
            <strong>{card.name}</strong>, {card.title}
          </p>
          <p>{card.sees}</p>
          <button type="button" onClick={() => void enter(card.key)}>
            {fill(words.start.demoGo, { name: card.name })}
          </button>
        </div>
      ))}
      <p role="alert" className="problem">
        {problem}
      </p>
    </section>
  );
}
