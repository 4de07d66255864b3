import { LanguageChoice, showIn, type Language } from '@accord/ui';
import { useTRPCClient } from './trpc.ts';

/** Shows the screen in another language, and has the server remember it for this browser's session. */
export function useChooseLanguage(): (language: Language) => void {
  const client = useTRPCClient();
  return (language) => {
    void showIn(language);
    // The words have changed already; without an answer only the next page would come in the old language.
    void client.session.chooseLanguage.mutate({ language }).catch(() => undefined);
  };
}

export function Languages() {
  return <LanguageChoice onChoose={useChooseLanguage()} />;
}
