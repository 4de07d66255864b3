import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../api.ts';
import { words } from '../words.ts';

export function SignOut() {
  const router = useRouter();
  const [failed, setFailed] = useState(false);

  const signOut = async () => {
    try {
      await api.session.signOut.mutate();
    } catch {
      return setFailed(true);
    }
    router.options.context.visit.change({ signedIn: false });
    await router.navigate({ to: '/', replace: true });
  };

  return (
    <div className="sign-out">
      <button type="button" className="plain" onClick={() => void signOut()}>
        {words.frame.signOut}
      </button>
      <p role="status">{failed && words.frame.signOutTrouble}</p>
    </div>
  );
}
