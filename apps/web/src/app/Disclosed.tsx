import { Button, Card, Icon, Notice, useAnnounce, type ButtonKind, type IconName } from '@accord/ui';
import { useEffect, useRef, useState, type ReactNode } from 'react';

interface DisclosedProps {
  /** What the button says; inside a list it names its line for people who listen. */
  label: string;
  name?: string;
  kind?: ButtonKind;
  small?: boolean;
  icon?: IconName;
  /** False: it cannot be opened (any more). What is open stays, with what was being written. */
  offered?: boolean;
  /** Changes whenever the form was asked for from elsewhere. */
  asked?: number;
  children: (close: Close) => ReactNode;
}

/** Puts a form away. `said`: what came of it, to be heard at once and read where the form was. */
export type Close = (said?: string) => void;

/** A form that opens in place. Opening moves to its first field, closing back to the button. */
export function Disclosed({
  label,
  name,
  kind,
  small = false,
  icon = 'add',
  offered = true,
  asked = 0,
  children,
}: DisclosedProps) {
  const announce = useAnnounce();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [answered, setAnswered] = useState(0);
  const region = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  if (asked !== answered) {
    setAnswered(asked);
    setOpen(true);
  }
  useEffect(() => {
    if (!moved.current && asked === 0) return;
    region.current?.querySelector<HTMLElement>(open ? 'input, textarea, select' : 'button')?.focus();
    // The whole form, not its first field alone. Where nothing is laid out nothing scrolls.
    if (open) region.current?.scrollIntoView?.({ block: 'nearest' });
  }, [open, asked]);
  const turn = (next: boolean, sentence?: string) => {
    moved.current = true;
    setOpen(next);
    setSaid(sentence ?? null);
    if (sentence) announce(sentence);
  };
  return (
    <div ref={region}>
      {open ? (
        <Card>{children((sentence) => turn(false, sentence))}</Card>
      ) : !offered ? null : (
        <Button
          kind={kind}
          small={small}
          aria-label={name}
          icon={<Icon name={icon} size={18} />}
          onClick={() => turn(true)}
        >
          {label}
        </Button>
      )}
      {said && !open ? <Notice tone="ok">{said}</Notice> : null}
    </div>
  );
}
