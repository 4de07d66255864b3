import { useLayoutEffect, useState, type ReactNode } from 'react';
import { i18n, showIn } from './i18n.ts';
import { type Language, UNREVIEWED } from './languages.ts';

/**
 * Nobody signs what nobody has reviewed: while this stands, the whole screen is in English, and one line says why in
 * the language that was chosen. It comes back afterwards.
 * @param mayBeUnreviewed in a demo, where nothing that is signed is real.
 */
export function Reviewed({ mayBeUnreviewed, children }: { mayBeUnreviewed: boolean; children: ReactNode }) {
  const [chosen] = useState<Language>(() => (i18n.language === 'es' ? 'es' : 'en'));
  const note = mayBeUnreviewed ? undefined : UNREVIEWED[chosen];
  const forced = note !== undefined;
  useLayoutEffect(() => {
    if (!forced) return;
    void showIn('en');
    return () => void showIn(chosen);
  }, [forced, chosen]);
  return (
    <>
      {note ? <p lang={chosen}>{note.notToSign}</p> : null}
      {children}
    </>
  );
}
