import type { Cell } from '@accord/consent';
import { useWords } from '@accord/ui';
import { calendarDay } from '../../../app/when.ts';
import { lookOf } from './draft.ts';
import { Sign } from './Sign.tsx';
import css from './grid.module.css';

interface CellFaceProps {
  cell: Cell;
  drafted?: 'add' | 'remove' | null;
}

/** The state by shape, word and colour, and its marks in words. */
export function CellFace({ cell, drafted = null }: CellFaceProps) {
  const t = useWords('grid');
  const look = lookOf(cell);
  return (
    <span className={css.face}>
      <span className={css.state} data-state={look}>
        <Sign state={look} />
        {t(`state.${look}`)}
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
