import { Button, Confirm, useWords } from '@accord/ui';
import { useMutation, type UseMutationOptions } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../app/problem.ts';

interface AskOnceProps<Input, Output, Problem> {
  label: string;
  /** Inside a list it names its line for people who listen. */
  name?: string;
  question: string;
  yes: string;
  no: string;
  /** True where a yes takes nothing away. */
  calm?: boolean;
  mutation: UseMutationOptions<Output, Problem, Input>;
  input: Input;
}

/** One button, and one question before it acts. */
export function AskOnce<Input, Output, Problem>(props: AskOnceProps<Input, Output, Problem>) {
  const { label, name, question, yes, no, calm = false, mutation, input } = props;
  const problems = useWords('problems');
  const [asked, setAsked] = useState(false);
  const act = useMutation(mutation);
  return (
    <>
      {asked ? (
        <Confirm
          question={question}
          yes={yes}
          no={no}
          calm={calm}
          busy={act.isPending}
          error={act.error ? (problemOf(act.error).sentence ?? problems('offlineTitle')) : undefined}
          onYes={() => act.mutate(input)}
          onNo={() => setAsked(false)}
        />
      ) : null}
      <div hidden={asked}>
        <Button
          small
          kind={calm ? undefined : 'stop'}
          aria-label={name}
          onClick={() => {
            act.reset();
            setAsked(true);
          }}
        >
          {label}
        </Button>
      </div>
    </>
  );
}
