import { type FormEvent, useRef, useState } from 'react';
import { api, troubleOf } from '../api.ts';
import { troubleWords } from '../frame/TroublePage.tsx';
import { words } from '../words.ts';
import { Field } from './Field.tsx';

interface Problems {
  email?: string;
  password?: string;
  form?: string;
}

/** Email and password. Both can be pasted and filled in by a password manager (WCAG 3.3.8). */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const [problems, setProblems] = useState<Problems>({});
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  const say = (found: Problems) => {
    setProblems(found);
    (found.password && !found.email ? password : email).current?.focus();
  };

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const given = { email: email.current?.value.trim() ?? '', password: password.current?.value ?? '' };
    if (!given.email || !given.password) {
      return say({
        ...(!given.email && { email: words.start.needEmail }),
        ...(!given.password && { password: words.start.needPassword }),
      });
    }
    try {
      await api.session.signIn.mutate(given);
    } catch (error) {
      return say(problemsOf(error));
    }
    onSignedIn();
  };

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <p role="alert" className="problem">
        {problems.form}
      </p>
      <Field
        input={email}
        label={words.start.email}
        type="email"
        autoComplete="username"
        problem={problems.email}
      />
      <Field
        input={password}
        label={words.start.password}
        type="password"
        autoComplete="current-password"
        problem={problems.password}
      />
      <button type="submit">{words.start.signIn}</button>
      <p>{words.start.forgot}</p>
    </form>
  );
}

/** An address that is not one and a password that does not fit get the same answer: nothing is told apart. */
function problemsOf(error: unknown): Problems {
  const trouble = troubleOf(error);
  const noMatch = trouble.code === 'SIGN_IN_FAILED' || trouble.code === 'BAD_INPUT';
  return { form: noMatch ? words.start.noMatch : troubleWords(trouble) };
}
