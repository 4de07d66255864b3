import type { ReactNode } from 'react';
import css from './Card.module.css';

interface CardProps {
  children: ReactNode;
  as?: 'div' | 'li' | 'article' | 'section';
  /** A tinted ground: plum for what is about a person's own choice. */
  ground?: 'plum' | undefined;
}

export function Card({ children, as: Tag = 'div', ground }: CardProps) {
  return (
    <Tag className={css.card} data-ground={ground}>
      {children}
    </Tag>
  );
}

/** Cards or lines below one another, as a list that says how many there are. */
export function List({
  children,
  label,
  ordered = false,
}: {
  children: ReactNode;
  label?: string;
  ordered?: boolean;
}) {
  const Tag = ordered ? 'ol' : 'ul';
  // Safari drops list semantics where the bullets are gone; the role brings them back.
  return (
    <Tag className={css.list} role="list" aria-label={label}>
      {children}
    </Tag>
  );
}

export type Tone = 'neutral' | 'primary' | 'plum' | 'ok' | 'care' | 'stop';

/** One or two words about a state or a kind. The words carry the meaning, the colour only helps. */
export function Chip({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={css.chip} data-tone={tone}>
      {children}
    </span>
  );
}

/** Terms and their values, in two columns where there is room. */
export function Facts({ facts }: { facts: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className={css.facts}>
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
