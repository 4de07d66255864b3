import { kindsOf } from '@accord/consent';
import { Hidden, useWords } from '@accord/ui';
import { useStaff } from '../../../app/session.ts';
import css from './grid.module.css';

const COLUMNS = [0, 1, 2, 3];
/** Nothing to say yet, and nothing to read out. */
const BLANK = '\u00a0';

/** The table before its answer: the kinds are known already, and stand where they will stand. */
export function GridSkeleton() {
  const t = useWords('grid');
  const common = useWords('common');
  const kinds = useWords('categories');
  const me = useStaff();
  return (
    <div className={css.scroll} aria-busy="true">
      <Hidden>
        <span role="status">{common('stillLoading')}</span>
      </Hidden>
      <table className={css.table} aria-label={t('table')}>
        <thead>
          <tr>
            <th scope="col" className={css.corner}>
              {t('kind')}
            </th>
            {COLUMNS.map((column) => (
              <td key={column} className={css.head}>
                <span className={css.bone}>{BLANK}</span>
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {(me ? kindsOf(me.agency.system) : []).map((kind) => (
            <tr key={kind}>
              <th scope="row" className={css.kind}>
                {kinds(`${kind}.label`)}
              </th>
              {COLUMNS.map((column) => (
                <td key={column} className={css.cell}>
                  <span className={css.bone}>{BLANK}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
