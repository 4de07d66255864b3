import { useCallback, useRef, useState, type KeyboardEvent } from 'react';

/** Row -1 is the row of headers. */
export interface Place {
  row: number;
  column: number;
}

interface Size {
  rows: number;
  columns: number;
}

/**
 * The keys of a grid as the ARIA Authoring Practices describe them: one stop of the Tab key, arrows inside, Home and
 * End in the row, with Ctrl in the whole grid. Nothing wraps around.
 */
export function useGridKeys({ rows, columns }: Size) {
  const [wanted, setWanted] = useState<Place>({ row: 0, column: 0 });
  const cells = useRef(new Map<string, HTMLElement>());
  const at = { row: Math.min(wanted.row, rows - 1), column: Math.min(wanted.column, columns - 1) };

  const onKeyDown = useCallback(
    (event: KeyboardEvent, place: Place) => {
      const next = moved(event, place, { rows, columns });
      if (!next) return;
      event.preventDefault();
      setWanted(next);
      cells.current.get(idOf(next))?.focus();
    },
    [rows, columns],
  );

  return (place: Place) => ({
    tabIndex: place.row === at.row && place.column === at.column ? 0 : -1,
    onFocus: () => setWanted(place),
    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, place),
    ref: (element: HTMLElement | null) => {
      if (element) cells.current.set(idOf(place), element);
      else cells.current.delete(idOf(place));
    },
  });
}

const idOf = ({ row, column }: Place) => `${row} ${column}`;

function moved(event: KeyboardEvent, { row, column }: Place, { rows, columns }: Size): Place | undefined {
  const [last, end] = [rows - 1, columns - 1];
  switch (event.key) {
    case 'ArrowUp':
      return { row: Math.max(row - 1, -1), column };
    case 'ArrowDown':
      return { row: Math.min(row + 1, last), column };
    case 'ArrowLeft':
      return { row, column: Math.max(column - 1, 0) };
    case 'ArrowRight':
      return { row, column: Math.min(column + 1, end) };
    case 'Home':
      return { row: event.ctrlKey ? -1 : row, column: 0 };
    case 'End':
      return { row: event.ctrlKey ? last : row, column: end };
    default:
      return undefined;
  }
}
