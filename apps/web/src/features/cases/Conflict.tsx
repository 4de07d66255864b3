import type { CasePage } from '@accord/cases';
import { Notice, useWords } from '@accord/ui';
import { sinceWhen } from '../../app/when.ts';
import css from './case.module.css';

type Change = Extract<CasePage['items'][number], { kind: 'step' }>['changed'];

/** One field that two people want different things in. */
interface Difference {
  label: string;
  now: string;
  yours: string;
}

interface ConflictProps {
  changed: Change;
  differences: readonly Difference[];
  /** Whether what was written is still in a form; else there is a choice to make again. */
  kept: boolean;
}

/** Somebody was faster: who and when, as far as this reader may know them, and both states. Nothing is overwritten. */
export function Conflict({ changed, differences, kept }: ConflictProps) {
  const t = useWords('plan');
  return (
    <div role="alert">
      <Notice tone="care">
        <p className={css.strong}>{whoOf(changed, t)}</p>
        <ul className={css.both}>
          {differences.map(({ label, now, yours }) => (
            <li key={label}>
              <span className={css.label}>{label}</span>
              <span>{t('conflict.now', { text: now || t('conflict.none') })}</span>
              <span>{t('conflict.yours', { text: yours || t('conflict.none') })}</span>
            </li>
          ))}
        </ul>
        <p>{t(!kept ? 'conflict.look' : changed?.isMine ? 'conflict.againOwn' : 'conflict.again')}</p>
      </Notice>
    </div>
  );
}

function whoOf(changed: Change, t: ReturnType<typeof useWords<'plan'>>): string {
  const time = sinceWhen(changed?.at ?? new Date().toISOString());
  if (changed?.isMine) return t('conflict.you', { time });
  return changed?.by ? t('conflict.by', { name: changed.by, time }) : t('conflict.someone', { time });
}
