import type { ProtocolPage } from '@accord/protocols';
import { Button, useWords } from '@accord/ui';
import css from './texts.module.css';

/** What stands on every print of a text: whether advisors signed this very version, and whether it can be used. */
export function TextState({ page: { version, status, signOffs } }: { page: ProtocolPage }) {
  const t = useWords('texts');
  const isSigned = signOffs.some((each) => each.version === version);
  return (
    <>
      {status === 'published' ? (
        <p>{t('state.published', { version })}</p>
      ) : (
        <p className={css.care}>{t(isSigned ? 'state.notYet' : 'state.unsigned', { version })}</p>
      )}
      <div className={css.screenOnly}>
        <Button small kind="quiet" onClick={() => window.print()}>
          {t('state.print')}
        </Button>
      </div>
    </>
  );
}
