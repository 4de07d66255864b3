import type { FieldError } from '@accord/ui';
import { schemaResolver, useForm } from '@mantine/form';
import { useId, useRef, useState } from 'react';
import type { z } from 'zod';
import { problemOf, type Problem } from './problem.ts';
import { useUnsent } from './unsent.ts';

interface ContractFormOptions<Values extends Record<string, unknown>, Schema extends z.ZodType> {
  initial: Values;
  schema: Schema;
  /** What the procedure takes, from what the fields hold. An empty optional field is left out here. */
  input: (values: Values) => unknown;
  send: (input: z.output<Schema>) => Promise<void>;
  /** What to say where nothing was chosen, for fields whose contract has no words for that. */
  missing?: Partial<Record<keyof Values & string, string>>;
  /** False where nothing is lost by leaving: a search, a password. */
  keepsWords?: boolean;
}

/**
 * A form on a contract: the same schema as the server's, checked before sending. What was written stays
 * whatever the answer is; what needs another look is named per field and listed above the form.
 */
export function useContractForm<Values extends Record<string, unknown>, Schema extends z.ZodType>({
  initial,
  schema,
  input,
  send,
  missing = {},
  keepsWords = true,
}: ContractFormOptions<Values, Schema>) {
  const id = useId();
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const resolve = schemaResolver(schema, { sync: true });
  const form = useForm<Values>({
    initialValues: initial,
    validate: (values) => ({ ...byField(resolve(input(values))), ...unanswered(values, missing) }),
  });

  // What needs no sending: as the form was opened, or as it was last sent.
  const settled = useRef(JSON.stringify(initial));
  useUnsent(() => keepsWords && !sending.current && JSON.stringify(form.getValues()) !== settled.current);

  const fieldId = (field: string) => `${id}-${field}`;
  const errors = fieldErrors(form.errors, Object.keys(initial), fieldId);

  /** `unreadable`: what to say at each field, by id, whose text the browser could not read. */
  async function submit(unreadable: Record<string, string> = {}): Promise<void> {
    if (sending.current) return;
    setProblem(null);
    const invalid = form.validate().hasErrors;
    const half = Object.keys(initial).flatMap((field) => {
      const message = unreadable[fieldId(field)];
      return message ? [[field, message] as const] : [];
    });
    for (const [field, message] of half) form.setFieldError(field, message);
    if (invalid || half.length > 0) return setAttempt((count) => count + 1);
    sending.current = true;
    setBusy(true);
    try {
      await send(schema.parse(input(form.getValues())));
      settled.current = JSON.stringify(form.getValues());
    } catch (error) {
      const found = problemOf(error);
      form.setErrors(byField(Object.fromEntries(found.fields.map(({ field, message }) => [field, message]))));
      setProblem(found);
      setAttempt((count) => count + 1);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  return {
    values: form.values,
    set: <Field extends keyof Values & string>(field: Field, value: Values[Field]) => {
      form.setValues({ [field]: value } as unknown as Partial<Values>);
      form.clearFieldError(field);
    },
    reset: () => form.reset(),
    /** `id`, `value`, `error` and `onChange` of a text field. */
    field: (field: keyof Values & string) => ({
      id: fieldId(field),
      value: String(form.values[field] ?? ''),
      error: form.errors[field],
      onChange: (event: { currentTarget: { value: string } }) => {
        form.setValues({ [field]: event.currentTarget.value } as unknown as Partial<Values>);
        form.clearFieldError(field);
      },
    }),
    error: (field: keyof Values & string) => form.errors[field],
    fieldId,
    submit,
    busy,
    attempt,
    problem,
    errors,
  };
}

/** Errors by the field that shows them: what is wrong inside `recipient.staffId` is said at `recipient`. */
function byField(errors: Record<string, unknown>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [path, message] of Object.entries(errors)) {
    const [field = ''] = path.split('.');
    if (typeof message === 'string') found[field] ??= message;
  }
  return found;
}

/** A message of our own for each field that was left empty. */
function unanswered(values: Record<string, unknown>, missing: Record<string, string | undefined>) {
  return Object.fromEntries(Object.entries(missing).filter(([field]) => values[field] === ''));
}

/** The errors in the order of the fields; what belongs to no field comes last, without a link. */
function fieldErrors(
  errors: Record<string, unknown>,
  fields: readonly string[],
  fieldId: (field: string) => string,
): FieldError[] {
  const messages = Object.entries(errors).flatMap(([field, message]) =>
    typeof message === 'string' ? [{ field, message }] : [],
  );
  const rank = (field: string) => (fields.includes(field) ? fields.indexOf(field) : fields.length);
  return messages
    .toSorted((a, b) => rank(a.field) - rank(b.field))
    .map(({ field, message }) => ({ fieldId: fields.includes(field) ? fieldId(field) : null, message }));
}

export type ContractForm = Pick<
  ReturnType<typeof useContractForm>,
  'submit' | 'busy' | 'attempt' | 'problem' | 'errors'
>;
