import type { Cell } from '@accord/consent';
import { useWords } from '@accord/ui';
import { calendarDay } from '../../../app/when.ts';
import { Sign } from './Sign.tsx';
import css from './grid.module.css';

interface CellFaceProps {
  cell: Cell;
  drafted?: 'add' | 'remove' | null;
}

/** The state by shape, word and colour, and its marks in words. */
export function CellFace({ cell, drafted = null }: CellFaceProps) {
  const t = useWords('grid');
  return (
    <span className={css.face}>
      <span className={css.state} data-state={cell.state}>
        <Sign state={cell.state} />
        {t(`state.${cell.state}`)}
      </span>
      {cell.byLaw ? <span className={css.mark}>§ {t('byLaw')}</span> : null}
      {cell.endsSoon && cell.endsOn ? (
        <span className={css.mark} data-tone="care">
          {t('ends', { day: calendarDay(cell.endsOn) })}
        </span>
      ) : null}
      {drafted ? (
        <span className={css.drafted}>
          {drafted === 'add' ? `+ ${t('draft.would')}` : `− ${t('draft.wouldNot')}`}
        </span>
      ) : null}
    </span>
  );
}
