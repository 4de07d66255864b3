import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ChangeEvent, ReactNode } from 'react';
import css from './fields.module.css';

/**
 * What every field shows: its label, why we ask, what needs another look (above the field, where the eye is).
 * `id` is asked for, so that the list of errors can lead to the field.
 */
export interface FieldProps<Element> {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
  value: string;
  onChange: (event: ChangeEvent<Element>) => void;
  onBlur?: () => void;
  autoComplete?: string;
  maxLength?: number;
}

const ORDER: ('label' | 'description' | 'error' | 'input')[] = ['label', 'description', 'error', 'input'];

function look(hint: ReactNode, error: ReactNode) {
  return {
    description: hint,
    error,
    inputWrapperOrder: ORDER,
    classNames: {
      root: css.root ?? '',
      label: css.label ?? '',
      description: css.hint ?? '',
      error: css.error ?? '',
      input: css.input ?? '',
    },
  };
}

export interface TextFieldProps extends FieldProps<HTMLInputElement> {
  type?: 'text' | 'email' | 'password' | 'search';
}

export function TextField({ hint, error, type = 'text', ...rest }: TextFieldProps) {
  return <TextInput {...rest} type={type} {...look(hint, error)} />;
}

/** A day, by the browser's own date field: it is keyboard and screen reader safe in every browser we serve. */
export function DateField({
  hint,
  error,
  ...rest
}: FieldProps<HTMLInputElement> & { min?: string; max?: string }) {
  return <TextInput {...rest} type="date" {...look(hint, error)} />;
}

/** A day and a time where the reader is, the same way. */
export function DateTimeField({ hint, error, ...rest }: FieldProps<HTMLInputElement>) {
  return <TextInput {...rest} type="datetime-local" {...look(hint, error)} />;
}

export interface FileFieldProps extends Omit<FieldProps<HTMLInputElement>, 'value' | 'onChange'> {
  accept: string;
  onFile: (file: File) => void;
}

/** One file of whoever is asked. The browser keeps it: nothing goes anywhere by choosing it. */
export function FileField({ hint, error, onFile, ...rest }: FileFieldProps) {
  return (
    <TextInput
      {...rest}
      type="file"
      onChange={(event) => {
        const [file] = event.currentTarget.files ?? [];
        if (file) onFile(file);
      }}
      {...look(hint, error)}
    />
  );
}

export interface TextAreaProps extends FieldProps<HTMLTextAreaElement> {
  rows?: number;
}

export function TextArea({ hint, error, rows = 4, ...rest }: TextAreaProps) {
  return <Textarea {...rest} rows={rows} {...look(hint, error)} />;
}

export interface Option {
  value: string;
  label: string;
}

export interface OptionGroup {
  group: string;
  items: Option[];
}

export interface SelectFieldProps extends FieldProps<HTMLSelectElement> {
  options: (Option | OptionGroup)[];
}

export function SelectField({ hint, error, options, ...rest }: SelectFieldProps) {
  const rendered = options.map((option) =>
    'group' in option ? (
      <optgroup key={option.group} label={option.group}>
        {option.items.map(toOption)}
      </optgroup>
    ) : (
      toOption(option)
    ),
  );
  return (
    <NativeSelect {...rest} {...look(hint, error)}>
      {rendered}
    </NativeSelect>
  );
}

function toOption({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
