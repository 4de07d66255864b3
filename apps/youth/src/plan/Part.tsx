import { type ReactNode, useId } from 'react';

interface Props<Item> {
  title: string;
  of: readonly Item[];
  children: (item: Item) => ReactNode;
}

/** One part of the page: a heading and a list. A part with nothing in it is not there. */
export function Part<Item extends { itemId: string }>({ title, of, children }: Props<Item>) {
  const heading = useId();
  if (of.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <ul className="cards">
        {of.map((item) => (
          <li key={item.itemId} className="card">
            {children(item)}
          </li>
        ))}
      </ul>
    </section>
  );
}
