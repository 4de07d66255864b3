import { ErrorSummary, Stack, useWords, type FieldError } from '@accord/ui';
import type { ReactNode } from 'react';
import type { ContractForm } from './form.ts';

/** A form with what needs another look above it, and fields below one another. Ctrl or Command and Enter sends it. */
export function Form({ form, label, children }: { form: ContractForm; label?: string; children: ReactNode }) {
  const t = useWords('problems');
  return (
    <form
      noValidate
      aria-label={label}
      ref={sendByKeys}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit(
          Object.fromEntries(unreadable(event.currentTarget).map((id) => [id, t('unreadable')])),
        );
      }}
    >
      <Stack gap="loose">
        <ErrorSummary
          title={titleOf(form, t('formTitle'), t('offlineTitle'))}
          errors={linesOf(form, t)}
          attempt={form.attempt}
        />
        {children}
      </Stack>
    </form>
  );
}

/** Ctrl or Command and Enter, from any field. */
function sendByKeys(form: HTMLFormElement | null): (() => void) | undefined {
  const hear = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form?.requestSubmit();
  };
  form?.addEventListener('keydown', hear);
  return () => form?.removeEventListener('keydown', hear);
}

/** Ids of date fields that hold half a date: to a script they are empty, and what was typed would be lost. */
function unreadable(form: HTMLFormElement): string[] {
  return [...form.elements]
    .filter((one) => one instanceof HTMLInputElement && one.validity.badInput)
    .map(({ id }) => id);
}

function titleOf({ problem }: ContractForm, fallback: string, offline: string): string {
  return problem?.code === 'OFFLINE' ? offline : (problem?.sentence ?? fallback);
}

function linesOf({ problem, errors }: ContractForm, t: (key: 'offline' | 'kept') => string): FieldError[] {
  if (errors.length > 0 || !problem) return [...errors];
  const offline = problem.code === 'OFFLINE' ? [{ fieldId: null, message: t('offline') }] : [];
  return [...offline, { fieldId: null, message: t('kept') }];
}
