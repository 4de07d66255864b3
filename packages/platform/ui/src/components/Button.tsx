import { Button as MantineButton } from '@mantine/core';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import css from './Button.module.css';

/** `primary` once per screen; `choice` for answers of equal weight; `quiet` beside text; `stop` for ending. */
export type ButtonKind = 'primary' | 'secondary' | 'choice' | 'quiet' | 'stop';

interface ButtonLook {
  kind?: ButtonKind | undefined;
  icon?: ReactNode;
  /** Small: beside text, in lists. Still 24 px and more (WCAG 2.5.8). */
  small?: boolean | undefined;
  wide?: boolean | undefined;
}

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'color' | 'disabled'>, ButtonLook {
  /** While the answer is on its way the button stays in place and says so, and cannot be pressed again. */
  busy?: boolean;
}

function classes(kind: ButtonKind = 'secondary', small = false, wide = false): string {
  return [css.button, css[kind], small ? css.small : '', wide ? css.wide : ''].filter(Boolean).join(' ');
}

export function Button({
  kind,
  icon,
  small,
  wide,
  busy = false,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <MantineButton
      {...rest}
      type={type}
      variant="accord"
      classNames={{ root: classes(kind, small, wide), label: css.label ?? '' }}
      leftSection={icon}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  );
}

/** A link that looks like a button. Wrap it with the router's `createLink`. */
export function ButtonLink({
  kind,
  icon,
  small,
  wide,
  children,
  ...rest
}: ComponentPropsWithRef<'a'> & ButtonLook) {
  return (
    <a {...rest} className={`${css.link} ${classes(kind, small, wide)}`}>
      {icon}
      <span className={css.label}>{children}</span>
    </a>
  );
}
