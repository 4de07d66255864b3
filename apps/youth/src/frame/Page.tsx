import type { ReactNode } from 'react';

interface Props {
  title: string;
  lead?: string;
  children: ReactNode;
}

/** One page: its name, which takes the focus when the page comes up, and what it is for in a line. */
export function Page({ title, lead, children }: Props) {
  return (
    <>
      <h1 tabIndex={-1}>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </>
  );
}
