import type { ReactNode } from 'react';
import { words } from '../words.ts';

type Content<Body> = { is: 'open'; body: Body } | { is: 'preparing' } | { is: 'closed' };

interface Props<Body> {
  content: Content<Body>;
  children: (body: Body) => ReactNode;
}

/** What is open is shown; where something is not, one neutral line stands in its place. */
export function Opened<Body>({ content, children }: Props<Body>) {
  if (content.is === 'open') return children(content.body);
  return <p>{content.is === 'preparing' ? words.plan.preparing : words.plan.closed}</p>;
}
