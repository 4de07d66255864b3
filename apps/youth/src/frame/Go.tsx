import { Link, type LinkProps } from '@tanstack/react-router';

interface Props {
  to: NonNullable<LinkProps['to']>;
  className?: string;
  children: string;
}

/** A way to another page of this app. It replaces the page: Back must not walk through what was looked at. */
export function Go({ to, className, children }: Props) {
  return (
    <Link to={to} replace className={className} activeProps={{ 'aria-current': 'page' }}>
      {children}
    </Link>
  );
}
