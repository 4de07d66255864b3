import { useEffect, useRef, type ReactNode } from 'react';
import { Unreviewed } from './Unreviewed.tsx';
import css from './FullScreen.module.css';

interface FullScreenProps {
  label: string;
  /** To be read from across a room, by several people. */
  wide?: boolean;
  children: ReactNode;
}

/**
 * The whole screen for one task, such as a young person's answer on a worker's device. What lies behind is
 * inert, and Escape does not lead back to it: the content says how one leaves.
 */
export function FullScreen({ label, wide = false, children }: FullScreenProps) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog className={css.screen} ref={box} aria-label={label} onCancel={(event) => event.preventDefault()}>
      <div className={css.card} data-wide={wide || undefined}>
        <Unreviewed />
        {children}
      </div>
    </dialog>
  );
}
