import { useLanguage } from '../words/i18n.ts';
import { UNREVIEWED } from '../words/languages.ts';

/** One line on every screen in a language that nobody has reviewed, with what that means. */
export function Unreviewed() {
  const note = UNREVIEWED[useLanguage()];
  return note ? (
    <p>
      <strong>{note.title}.</strong> {note.meaning}
    </p>
  ) : null;
}
