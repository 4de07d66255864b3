import { useLayoutEffect, useRef, type ComponentProps } from 'react';
import css from './Confirm.module.css';
import { Confirm } from './Confirm.tsx';

/** A question that has to be answered before anything else; Escape answers with what changes nothing. */
export function Asking({ onNo, ...rest }: ComponentProps<typeof Confirm>) {
  const box = useRef<HTMLDialogElement>(null);
  // Open before its question takes the focus: in a closed dialog nothing can.
  useLayoutEffect(() => {
    const dialog = box.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  const cancel = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    onNo();
  };
  return (
    <dialog className={css.asking} ref={box} aria-label={rest.question} onCancel={cancel}>
      <Confirm {...rest} onNo={onNo} />
    </dialog>
  );
}
