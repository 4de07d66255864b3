import { type RefObject, useId } from 'react';

interface Props {
  input: RefObject<HTMLInputElement | null>;
  label: string;
  type: 'email' | 'password';
  autoComplete: string;
  problem: string | undefined;
}

export function Field({ input, label, type, autoComplete, problem }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type={type}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
      />
      {problem && (
        <p id={`${id}-problem`} className="problem">
          {problem}
        </p>
      )}
    </div>
  );
}
