import type { Purpose } from '@accord/kernel';
import { type CategoryCode, type Evidence, purposeNamed, SHAREABLE } from '../../contract/index.ts';
import { readConsent } from '../consent.ts';
import type { ReadConsent } from '../evaluate.ts';
import { kindsOfLabels } from '../legal/kinds.ts';
import { partyOf } from '../party.ts';
import { NotUnderstood, type ReasonCode } from '../problem.ts';
import { isJson } from '../read.ts';
import type { Conditions, Rule } from '../rules.ts';

/** What a permission can say of a rule. Whatever else narrows one is `beyond`: a worker has to read it. */
const SAYABLE: ReadonlySet<string> = new Set<keyof Conditions>(['period', 'labels', 'purposes', 'actions']);

const DAY = 86_400_000;

/** Why one that is understood is no evidence, to whoever brings it in. */
const ASIDE: Partial<Record<ReasonCode, string>> = {
  NOT_ACTIVE: 'It is not active.',
  OUTSIDE_PERIOD: 'Its time has not begun, or is over.',
  OTHER_SCOPE: 'It is not about privacy.',
};
const OTHER = 'It does not count here.';

/**
 * Reads a FHIR R4 Consent as evidence: it decides nothing and opens nothing. Its days are those of UTC.
 *
 * @param file the resource as JSON.
 * @param at now, in ms since 1970: one that does not count now is no evidence of what is wanted now.
 * @throws NotUnderstood that names the element, or says why it does not count.
 */
export function readEvidence(file: string, at: number): Evidence {
  try {
    return evidenceIn(consentIn(file, at));
  } catch (error) {
    // A file can be written so that reading it fails, by its depth alone: it is not understood either.
    throw error instanceof NotUnderstood
      ? error
      : new NotUnderstood('FAILURE', 'Consent', 'This file could not be read.');
  }
}

function evidenceIn({ rules, form }: ReadConsent): Evidence {
  const permits = rules.filter(({ effect }) => effect === 'permit');
  const denied = rules.filter(({ effect }) => effect === 'deny').flatMap(kindsOwn);
  const named = new Set(permits.flatMap(kindsNamed));
  const spans = [form.period, ...permits.flatMap(({ conditions }) => conditions.map(({ period }) => period))];
  const endsAt = Math.min(...spans.map((span) => span?.to ?? Infinity));
  return {
    signedOn: form.signed && dayOf(form.signed.from),
    kinds: SHAREABLE.filter((kind) => named.has(kind) && !denied.includes(kind)),
    purpose: onePurpose(permits),
    // the last day that is whole
    endsOn: endsAt === Infinity ? null : dayOf(endsAt - DAY),
    beyond: [...new Set(rules.flatMap(beyondOf))],
  };
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

function consentIn(file: string, at: number): ReadConsent {
  const written = parsed(file);
  if (isJson(written) && 'subject' in written)
    throw new NotUnderstood('MIXED_VERSIONS', 'Consent.subject', 'A FHIR R4 Consent is needed.');
  const directory = { resources: [], isEmpty: true, at, steps: 0 };
  // Whose it is nobody here can tell by a number of another system: whoever brings it in says so.
  const patient = partyOf(isJson(written) ? written['patient'] : null, directory);
  if (!patient) throw new NotUnderstood('MISSING', 'Consent.patient', 'This element is needed.');
  const looked = readConsent(written, 0, { at, zone: 0, patient, categories: null, directory });
  if ('aside' in looked) throw new NotUnderstood(looked.aside, 'Consent', ASIDE[looked.aside] ?? OTHER);
  return looked.consent;
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(file);
  } catch {
    throw new NotUnderstood('BAD_JSON', 'Consent', 'This is no JSON.');
  }
}

/** The kinds of a rule's own labels. A label that we do not know names none: the worker reads of it in `beyond`. */
const kindsOwn = ({ conditions }: Rule): CategoryCode[] => kindsIn(conditions.at(-1));
/** Or, where it has none, of the nearest rule that it is an exception to. */
const kindsNamed = ({ conditions }: Rule) => kindsIn(conditions.findLast(({ labels }) => labels));
const kindsIn = (where: Conditions | undefined) =>
  (where?.labels ?? []).flatMap((label) => kindsOfLabels([label]) ?? []);

/** The one purpose that all of its permissions are for; null where there are several, none, or one that is none of ours. */
function onePurpose(permits: readonly Rule[]): Purpose | null {
  const codes = permits.flatMap(({ conditions }) => conditions.flatMap(({ purposes }) => purposes ?? []));
  const ours = new Set(codes.map(purposeNamed));
  const [one] = ours;
  return ours.size === 1 && one !== undefined ? one : null;
}

function beyondOf({ conditions, element }: Rule): string[] {
  const isSayable = conditions.every(
    (each) =>
      Object.keys(each).every((key) => SAYABLE.has(key)) &&
      (each.labels ?? []).every((label) => (kindsOfLabels([label])?.length ?? 0) > 0) &&
      // A permission lets somebody read, and nothing else.
      (each.actions?.some((action) => action === 'access' || action === 'disclose') ?? true),
  );
  return isSayable ? [] : [element];
}
