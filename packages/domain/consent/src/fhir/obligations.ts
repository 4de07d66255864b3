import type { Together } from './gather.ts';
import { type Code, keyOf } from './systems.ts';

/** As the card of the CDS Hook `patient-consent-consult` has it (consent-rules B6). */
export interface Obligation {
  id: 'REDACT';
  parameters: { codes: Code[] } | { exceptAnyOfCodes: Code[] };
}

type Permission = Extract<Together, { answer: 'permit' }>;

/**
 * What must be taken out before anything is handed over. Each obligation holds by itself, so two that keep only some
 * labels leave what has one of each.
 *
 * Of several Consents, one that denies what it does not name binds the others. One that is merely silent does not: there
 * what any of them permits by itself is kept.
 */
export function obligationsOf(said: readonly Together[]): Obligation[] {
  const without = distinct(said.flatMap((each) => (each.answer === 'deny' ? [] : each.without)));
  const permissions = said.filter((each): each is Permission => each.answer === 'permit');
  const lists = permissions.flatMap(({ only }) => only);
  const closing = lists.filter(({ closes }) => closes);
  const isOpen = permissions.some(({ only }) => only.length === 0);
  // Two lists of one Consent must both hold; only single ones can be joined into "any of these".
  const single = permissions.filter(({ only }) => only.length === 1);
  const kept =
    closing.length > 0
      ? closing.map(({ labels }) => distinct(labels))
      : isOpen
        ? []
        : single.length > 0
          ? [distinct(single.flatMap(({ only }) => only.flatMap(({ labels }) => labels)))]
          : (permissions[0]?.only ?? []).map(({ labels }) => distinct(labels));
  const all: Obligation[] = kept.map((exceptAnyOfCodes) => ({
    id: 'REDACT',
    parameters: { exceptAnyOfCodes },
  }));
  if (without.length > 0) all.push({ id: 'REDACT', parameters: { codes: without } });
  return distinctBy(all, (each) => JSON.stringify(each));
}

const distinct = (codes: readonly Code[]) => distinctBy(codes, keyOf);

export function distinctBy<T>(values: readonly T[], key: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [key(value), value])).values()];
}
