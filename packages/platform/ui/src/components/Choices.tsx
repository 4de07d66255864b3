import { useId, type ReactNode } from 'react';
import field from './fields.module.css';
import css from './Choices.module.css';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  hint?: string | undefined;
}

interface GroupProps {
  /** Of the first choice, so that the list of errors can lead there. */
  id: string;
  legend: string;
  hint?: ReactNode;
  error?: ReactNode;
}

interface OneOfProps<Value extends string> extends GroupProps {
  choices: readonly Choice<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
}

interface ManyOfProps<Value extends string> extends GroupProps {
  choices: readonly Choice<Value>[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
}

/** One answer out of a few, as native radio buttons. */
export function ChooseOne<Value extends string>({ choices, value, onChange, ...group }: OneOfProps<Value>) {
  const name = useId();
  return (
    <Group {...group}>
      {choices.map((choice, index) => (
        <Row key={choice.value} choice={choice}>
          <input
            className={css.box}
            type="radio"
            id={index === 0 ? group.id : undefined}
            name={name}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
        </Row>
      ))}
    </Group>
  );
}

/** Any number of answers, as native check boxes. Nothing is ticked beforehand. */
export function ChooseMany<Value extends string>({ choices, value, onChange, ...group }: ManyOfProps<Value>) {
  const toggle = (one: Value) =>
    onChange(value.includes(one) ? value.filter((v) => v !== one) : [...value, one]);
  return (
    <Group {...group}>
      {choices.map((choice, index) => (
        <Row key={choice.value} choice={choice}>
          <input
            className={css.box}
            type="checkbox"
            id={index === 0 ? group.id : undefined}
            checked={value.includes(choice.value)}
            onChange={() => toggle(choice.value)}
          />
        </Row>
      ))}
    </Group>
  );
}

function Group({ id, legend, hint, error, children }: GroupProps & { children: ReactNode }) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset className={css.group} aria-describedby={described || undefined}>
      <legend className={css.legend}>{legend}</legend>
      {hint ? (
        <p className={field.hint} id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className={field.error} id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <div className={css.rows}>{children}</div>
    </fieldset>
  );
}

function Row({ choice, children }: { choice: Choice<string>; children: ReactNode }) {
  return (
    <label className={css.row}>
      {children}
      <span>
        <span className={css.label}>{choice.label}</span>
        {choice.hint ? <span className={css.hint}>{choice.hint}</span> : null}
      </span>
    </label>
  );
}

interface CheckFieldProps {
  id: string;
  label: string;
  hint?: string;
  error?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** One statement that is marked as true. */
export function CheckField({ id, label, hint, error, checked, onChange }: CheckFieldProps) {
  return (
    <div>
      {error ? (
        <p className={field.error} id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <label className={css.row}>
        <input
          className={css.box}
          type="checkbox"
          id={id}
          checked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>
          <span className={css.label}>{label}</span>
          {hint ? <span className={css.hint}>{hint}</span> : null}
        </span>
      </label>
    </div>
  );
}
