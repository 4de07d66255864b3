import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import css from './LockCover.module.css';

interface LockCoverProps {
  label: string;
  children: ReactNode;
}

/**
 * Stands in place of everything: what was on the page is neither shown nor read out nor reached, and comes back with
 * its words, its place and its focus. A dialog of the page's own stands above the page: this one stands above it.
 */
export function LockCover({ label, children }: LockCoverProps) {
  const [host] = useState(() => {
    const element = document.createElement('div');
    element.className = css.host ?? '';
    return element;
  });
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    const focused = document.activeElement;
    const top = window.scrollY;
    const others = [...document.body.children].filter((element) => element !== host);
    const before = others.map((element) => [element, element.hasAttribute('hidden')] as const);
    for (const element of others) {
      element.setAttribute('inert', '');
      element.setAttribute('hidden', '');
    }
    document.body.append(host);
    dialog?.showModal();
    return () => {
      dialog?.close();
      host.remove();
      for (const [element, wasHidden] of before) {
        element.removeAttribute('inert');
        if (!wasHidden) element.removeAttribute('hidden');
      }
      window.scrollTo(0, top);
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    };
  }, [host]);
  return createPortal(
    <dialog
      className={css.cover}
      ref={box}
      aria-label={label}
      onCancel={(event) => event.preventDefault()}
      // A browser closes a dialog at the second Escape, whatever the page says.
      onClose={(event) => event.currentTarget.isConnected && event.currentTarget.showModal()}
    >
      <main className={css.card}>{children}</main>
    </dialog>,
    host,
  );
}
