import { LANGUAGES, UNREVIEWED } from '@accord/ui/languages';
import { useState } from 'react';
import { api } from '../api.ts';
import { language, words } from '../words.ts';

/** The first control of the app: the languages by their own names. The page is loaded anew in the one that is chosen. */
export function Languages() {
  const [failed, setFailed] = useState(false);
  const note = UNREVIEWED[language];

  const choose = async (next: keyof typeof LANGUAGES) => {
    try {
      await api.session.chooseLanguage.mutate({ language: next });
    } catch {
      return setFailed(true);
    }
    location.reload();
  };

  return (
    <div className="languages">
      <div role="group" aria-label={words.frame.language}>
        {Object.entries(LANGUAGES).map(([code, name]) => (
          <button
            key={code}
            type="button"
            lang={code}
            className="plain"
            aria-pressed={code === language}
            onClick={() => void choose(code as keyof typeof LANGUAGES)}
          >
            {name}
          </button>
        ))}
      </div>
      {failed && <p role="alert">{words.frame.languageTrouble}</p>}
      {note && (
        <p>
          <strong>{note.title}.</strong> {note.meaning}
        </p>
      )}
    </div>
  );
}
