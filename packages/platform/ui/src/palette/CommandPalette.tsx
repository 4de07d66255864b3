import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import css from './CommandPalette.module.css';
import { findCommands, type Command } from './find-commands.ts';

interface CommandPaletteProps {
  /** What the dialog is, for people who listen, and what is asked for in its one field. */
  title: string;
  label: string;
  commands: readonly Command[];
  /** Stands below what is known already while more is on its way, or could not be got. */
  note?: ReactNode;
  none: string;
  /** How many there are, in words. */
  count: (found: number) => string;
  /** What is typed, for whoever finds more by it. */
  onText?: (text: string) => void;
  onClose: () => void;
}

/**
 * One field and what it finds: a combobox in a dialog (ARIA practices, list autocomplete with manual selection). The
 * focus stays in the field; arrows move, Enter runs, Escape closes, and the focus goes back to where it was.
 */
export function CommandPalette({
  title,
  label,
  commands,
  note,
  none,
  count,
  onText,
  onClose,
}: CommandPaletteProps) {
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => findCommands(commands, text), [commands, text]);
  const active = found[Math.min(at, found.length - 1)];
  useEffect(() => {
    const dialog = box.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  useEffect(() => {
    document.getElementById(`${id}-${active?.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active?.id]);

  const run = (command: Command) => {
    box.current?.close();
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.length - 1;
    const now = Math.min(at, last);
    const to = { ArrowDown: now === last ? 0 : now + 1, ArrowUp: now === 0 ? last : now - 1 }[event.key];
    if (to !== undefined) setAt(to);
    else if (event.key === 'Enter' && active) run(active);
    else return;
    event.preventDefault();
  };
  return (
    <dialog className={css.palette} ref={box} aria-labelledby={`${id}-title`} onClose={onClose}>
      <h2 className={css.title} id={`${id}-title`}>
        {title}
      </h2>
      <label className={css.label} htmlFor={`${id}-field`}>
        {label}
      </label>
      <input
        className={css.field}
        id={`${id}-field`}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active ? `${id}-${active.id}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          onText?.(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={css.list} id={`${id}-list`} role="listbox" aria-label={title}>
        {found.map((command) => (
          <button
            key={command.id}
            className={css.option}
            type="button"
            tabIndex={-1}
            id={`${id}-${command.id}`}
            role="option"
            aria-selected={command === active}
            onPointerMove={() => setAt(found.indexOf(command))}
            onClick={() => run(command)}
          >
            <span lang={command.lang}>{command.label}</span>
            <span className={css.kind}>{command.kind}</span>
          </button>
        ))}
      </div>
      <p className={css.count} role="status">
        {found.length === 0 ? none : count(found.length)}
      </p>
      {note ? <div className={css.note}>{note}</div> : null}
    </dialog>
  );
}
