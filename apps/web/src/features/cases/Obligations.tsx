import type { CasePage } from '@accord/cases';
import { Notice } from '@accord/ui';
import css from './case.module.css';

/** The notices that travel with what is shown here: a line in sight, and the whole text behind it and on paper. */
export function Obligations({ obligations }: Pick<CasePage, 'obligations'>) {
  return obligations.map(({ code, short, text }) => (
    <Notice key={code} tone="care">
      {/* The words are the law's own, or stand for it, and are not translated. */}
      <details className={css.obligation} lang="en">
        <summary>{short}</summary>
        <p>{text}</p>
      </details>
    </Notice>
  ));
}
