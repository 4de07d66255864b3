import { LanguageChoice, showIn, type Language } from '@accord/ui';
import { useTRPCClient } from './trpc.ts';

/** Has the server remember another language for this browser's session, and shows the screen in it. */
export function useChooseLanguage(): (language: Language) => void {
  const client = useTRPCClient();
  return (language) => {
    // Remembered first: whoever sees the new words and loads the page anew gets them again. Without an answer they
    // change all the same, and only the next page comes in the old language.
    void client.session.chooseLanguage
      .mutate({ language })
      .catch(() => undefined)
      .then(() => showIn(language));
  };
}

export function Languages() {
  return <LanguageChoice onChoose={useChooseLanguage()} />;
}
