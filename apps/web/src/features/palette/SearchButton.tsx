import { Button, Icon, useWords } from '@accord/ui';
import { useEffect, useRef } from 'react';
import css from './SearchButton.module.css';

/** Opens the palette, also by Ctrl or Command and K, wherever the focus is; not over a dialog that is open. */
export function SearchButton({ onOpen }: { onOpen: () => void }) {
  const t = useWords('frame');
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || event.altKey || event.shiftKey) return;
      if (!(event.ctrlKey || event.metaKey)) return;
      // Otherwise the browser's own search opens.
      event.preventDefault();
      if (!document.querySelector('dialog[open]')) open.current();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
  return (
    <Button
      small
      icon={<Icon name="search" size={18} />}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={onOpen}
    >
      {t('search')} <kbd className={css.keys}>{t('searchKeys')}</kbd>
    </Button>
  );
}
