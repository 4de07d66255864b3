import { type AnswerChoices, AnswerInput, CATEGORIES } from '@accord/consent';

/** What the fields hold; empty is not chosen yet. */
export interface QuestionValues {
  caseId: string;
  staffId: string;
  /** `kind:case-plan`, or `item:` and an id. */
  what: string;
  purpose: string;
  day: string;
}

export const NOTHING_CHOSEN: QuestionValues = { caseId: '', staffId: '', what: '', purpose: '', day: '' };

export const kindOptions = CATEGORIES.map(({ code }) => code);

/** The whole question, once all of it is chosen. A person's first use counts until another one is chosen. */
export function questionOf(values: QuestionValues, people: AnswerChoices['people']): AnswerInput | undefined {
  const person = people.find(({ staffId }) => staffId === values.staffId);
  const [is, id] = values.what.split(':');
  const read = AnswerInput.safeParse({
    caseId: values.caseId,
    staffId: values.staffId,
    what: is === 'kind' ? { is, kind: id } : { is, itemId: id },
    purpose: person && purposeOf(values, person),
    day: values.day,
  });
  return read.success ? read.data : undefined;
}

export const purposeOf = (
  { purpose }: QuestionValues,
  { purposes }: AnswerChoices['people'][number],
): string => purposes.find((each) => each === purpose) ?? purposes[0] ?? '';
