import { matchActor, any, type Probe } from './match.ts';
import { matchPurpose } from './codes.ts';
import type { Code } from './systems.ts';
import { answer, answerByLabel, type Limited, type ReadConsent } from './evaluate.ts';

/**
 * What one Consent says to several questions at once (every purpose, every class): it permits when it permits all of
 * them, by itself. `some`: it permits some and is silent on others.
 */
export type Together = Limited | { answer: 'some'; without: readonly Code[] };

export function together(consent: ReadConsent, probes: readonly Probe[], byLabel: boolean): Together {
  const answers = probes.map((probe): Limited => {
    if (byLabel) return answerByLabel(consent, probe);
    const said = answer(consent, probe);
    if (said === 'deny') return { answer: said };
    return said === 'permit' ? { answer: said, only: [], without: [] } : { answer: said, without: [] };
  });
  const open = answers.filter((each) => each.answer !== 'deny');
  if (open.length < answers.length) return { answer: 'deny' };
  const without = open.flatMap((each) => each.without);
  const permits = open.filter((each) => each.answer === 'permit');
  if (permits.length === 0 || !consent.isSurelyOfPatient) return { answer: 'silent', without };
  if (permits.length < answers.length) return { answer: 'some', without };
  return { answer: 'permit', only: permits.flatMap(({ only }) => only), without };
}

/** Whether a Consent speaks of this recipient and of one of these purposes at all, whatever it then says. */
export function concerns({ rules, reading }: ReadConsent, probes: readonly Probe[]): boolean {
  return rules.some(({ conditions }) =>
    probes.some((probe) =>
      conditions.every(
        ({ actors, purposes }) =>
          (!actors || any(actors.map((actor) => matchActor(actor, probe, reading))) !== 'no') &&
          (!purposes || purposes.some((purpose) => matchPurpose(purpose, probe.purpose, 'permit') === 'yes')),
      ),
    ),
  );
}
