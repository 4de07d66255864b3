import type { CategoryCode, Recipient } from '@accord/consent';
import type { CaseId } from '@accord/kernel';

/** What the fields hold; every kind of basis uses some of them. */
export interface BasisValues extends Record<string, unknown> {
  kind: string;
  number: string;
  duty: string;
  nature: string;
  minutes: string;
  sight: string;
  subpoena: string;
  issuedOn: string;
  recipient: string;
  categories: CategoryCode[];
  purposes: string;
  endsOn: string;
  told: string;
}

export const EMPTY: BasisValues = {
  kind: '',
  number: '',
  duty: '',
  nature: '',
  minutes: '60',
  sight: '',
  subpoena: '',
  issuedOn: '',
  endsOn: '',
  recipient: '',
  categories: [],
  purposes: '',
  told: '',
};

/** What the procedure takes of it: the fields of the chosen kind, and no others. */
export function inputOf(values: BasisValues, caseId: CaseId, recipient: Recipient | undefined) {
  const { kind, categories, purposes, told, number, endsOn, issuedOn } = values;
  const common = { caseId, kind, recipient, categories, purposes: purposes === '' ? [] : [purposes], told };
  switch (kind) {
    case 'court_order': {
      const subpoena = values.subpoena.trim();
      return { ...common, number, issuedOn, endsOn, ...(subpoena === '' ? {} : { subpoena }) };
    }
    case 'team_statute':
      return { ...common, number, sight: values.sight, endsOn };
    case 'mandate':
      return { ...common, duty: values.duty, number, issuedOn, endsOn };
    case 'emergency':
      return { ...common, nature: values.nature, minutes: Number(values.minutes) };
    default:
      return common;
  }
}
