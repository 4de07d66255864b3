import { readConsent } from './consent.ts';
import type { Part } from './content.ts';
import type { ReadConsent } from './evaluate.ts';
import { concerns, type Together, together } from './gather.ts';
import type { Probe } from './match.ts';
import { distinctBy, type Obligation, obligationsOf } from './obligations.ts';
import { NotUnderstood, type Reason, type ReasonCode } from './problem.ts';
import { type ReadLine, readLine } from './request.ts';
import { textOf } from './texts.ts';

export interface FhirDecision {
  decision: 'permit' | 'deny' | 'no-consent' | 'invalid';
  obligations: Obligation[];
  /** The Consents that decided, as `Consent/<id>`. */
  basedOn: string[];
  reasons: Reason[];
}

/**
 * What FHIR Consents say to one request, by their own words alone: no law is asked (consent-rules B1, FHIR mode). Never
 * the gate of the product. Pure; whatever is not understood is `invalid`, with the element named.
 *
 * @param line `{at, consents, resources?, request}` as the README of this package has it.
 */
export function decideFhir(line: unknown): FhirDecision {
  return look(line).decision;
}

export interface Looked {
  decision: FhirDecision;
  /** What was read, as long as it was understood. */
  read: { asked: ReadLine; consents: readonly ReadConsent[] } | null;
}

/** The decision together with what it was made of. */
export function look(line: unknown): Looked {
  try {
    const asked = readLine(line);
    const considered = readConsents(asked);
    return { decision: decideRead(asked, considered), read: { asked, consents: considered.consents } };
  } catch (error) {
    return { decision: invalid(error), read: null };
  }
}

function invalid(error: unknown): FhirDecision {
  const reason: Reason =
    error instanceof NotUnderstood
      ? {
          code: error.code,
          element: error.element,
          ...(error.consent !== null && { consent: error.consent }),
          text: error.message,
        }
      : { code: 'FAILURE', text: textOf('FAILURE') };
  return { decision: 'invalid', obligations: [], basedOn: [], reasons: [reason] };
}

interface Considered {
  consents: ReadConsent[];
  reasons: Reason[];
}

function readConsents(asked: ReadLine): Considered {
  const consents: ReadConsent[] = [];
  const reasons: Reason[] = [];
  const say = (code: ReasonCode, consent: string) => reasons.push({ code, consent, text: textOf(code) });
  for (const [index, written] of asked.consents.entries()) {
    const looked = readConsent(written, index, asked);
    if ('aside' in looked) {
      say(looked.aside, looked.name);
      continue;
    }
    consents.push(looked.consent);
    for (const remark of looked.remarks) say(remark, looked.consent.name);
  }
  return { consents, reasons };
}

function decideRead(asked: ReadLine, { consents, reasons }: Considered): FhirDecision {
  const end = (
    decision: FhirDecision['decision'],
    code: ReasonCode,
    basedOn: readonly string[] = [],
    obligations: Obligation[] = [],
  ): FhirDecision => ({
    decision,
    obligations,
    basedOn: [...new Set(basedOn)],
    reasons: [{ code, text: textOf(code) }, ...reasons],
  });
  if (asked.purposes.length === 0) return end('deny', 'NO_PURPOSE');

  const verdicts = (asked.parts ?? [null]).map((part) =>
    verdictOf(part, asked, consents, asked.parts === null),
  );
  const open = verdicts.filter(({ answer }) => answer === 'permit');
  const closed = verdicts.filter(({ answer }) => answer !== 'permit');
  if (closed.length === 0) return ending(open, end);
  if (open.length > 0) {
    // Some pieces of a Bundle are closed. Where their labels are why, they can be taken out; else all stays closed.
    const relaxed = (asked.parts ?? []).map((part) => verdictOf(part, asked, consents, true));
    if (relaxed.every(({ answer }) => answer === 'permit')) return ending(relaxed, end);
  }
  const denying = closed.filter(({ answer }) => answer === 'deny');
  if (denying.length > 0)
    return end(
      'deny',
      'DENIED_BY_RULE',
      denying.flatMap(({ by }) => by),
    );
  const concerned = consents.filter((consent) => concerns(consent, probesOf(null, asked)));
  if (concerned.length === 0) return end('no-consent', 'NO_CONSENT');
  const isPartly = closed.some(({ answer }) => answer === 'some') && asked.purposes.length > 1;
  return end(
    'deny',
    isPartly ? 'NOT_ALL_PURPOSES' : 'NOT_COVERED',
    concerned.map(({ name }) => name),
  );
}

interface Verdict {
  answer: Together['answer'];
  by: readonly string[];
  obligations: Obligation[];
}

type End = (
  decision: 'permit',
  code: ReasonCode,
  basedOn: readonly string[],
  obligations: Obligation[],
) => FhirDecision;

function ending(verdicts: readonly Verdict[], end: End): FhirDecision {
  const obligations = distinctBy(
    verdicts.flatMap((verdict) => verdict.obligations),
    (each) => JSON.stringify(each),
  );
  const code = obligations.length > 0 ? 'PERMITTED_WITH_REDACTION' : 'PERMITTED';
  return end(
    'permit',
    code,
    verdicts.flatMap(({ by }) => by),
    obligations,
  );
}

/** Across Consents a denial beats every permission, whatever their dates; one of them must permit all by itself. */
function verdictOf(
  part: Part | null,
  asked: ReadLine,
  consents: readonly ReadConsent[],
  byLabel: boolean,
): Verdict {
  const said = consents.map((consent) => ({
    name: consent.name,
    what: together(consent, probesOf(part, asked), byLabel),
  }));
  const denying = said.filter(({ what }) => what.answer === 'deny');
  if (denying.length > 0) return { answer: 'deny', by: denying.map(({ name }) => name), obligations: [] };
  const by = said.filter(({ what }) => what.answer === 'permit').map(({ name }) => name);
  if (by.length > 0) {
    return { answer: 'permit', by, obligations: obligationsOf(said.map(({ what }) => what)) };
  }
  const isPartly = said.some(({ what }) => what.answer === 'some');
  return { answer: isPartly ? 'some' : 'silent', by: [], obligations: [] };
}

function probesOf(part: Part | null, { at, actor, purposes, classes }: ReadLine): Probe[] {
  const each = classes && classes.length > 0 ? classes : [null];
  return purposes.flatMap((purpose) => each.map((one) => ({ at, actor, purpose, class: one, part })));
}
