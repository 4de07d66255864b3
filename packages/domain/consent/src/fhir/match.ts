import { type Effect, type Match, matchLabel, matchPurpose } from './codes.ts';
import type { Part } from './content.ts';
import type { Span } from './dates.ts';
import { isParty } from './is-party.ts';
import { type Directory, type Party, partyOf } from './party.ts';
import { listOf, referencesIn, type Resource, unversioned } from './resources.ts';
import type { Conditions, RuleActor } from './rules.ts';
import { type Code, isSame } from './systems.ts';
import type { Convention } from './version.ts';

/** One question that has one answer: one purpose, one class, one piece of content. */
export interface Probe {
  at: number;
  actor: Party | null;
  purpose: string;
  class: Code | null;
  part: Part | null;
}

/** In what a Consent's own words are understood. */
export interface Reading {
  convention: Convention;
  directory: Directory;
  contained: readonly Resource[];
}

/** What somebody who asks for data wants to do with it, in the words of `consentaction`. */
const ASKED = ['access', 'disclose'];
/** Whoever may not use or collect it has nothing from reading it. */
const BARRED_BY = [...ASKED, 'use', 'collect'];

/** Whether all conditions hold for this question, but for the labels. */
export function matchButLabels(
  conditions: readonly Conditions[],
  probe: Probe,
  effect: Effect,
  reading: Reading,
): Match {
  return all(
    conditions.flatMap((each) => {
      const { period, actors, actions, purposes, classes, codes, dataPeriod, data } = each;
      return [
        period ? (period.from <= probe.at && probe.at < period.to ? 'yes' : 'no') : 'yes',
        actors ? any(actors.map((actor) => matchActor(actor, probe, reading))) : 'yes',
        actions ? any(actions.map((action) => matchAction(action, effect))) : 'yes',
        purposes ? any(purposes.map((purpose) => matchPurpose(purpose, probe.purpose, effect))) : 'yes',
        ...(classes ?? []).map((list) => any(list.map((one) => matchClass(one, probe)))),
        codes ? matchCodes(codes, probe.part) : 'yes',
        dataPeriod ? matchDates(dataPeriod, probe.part) : 'yes',
        data ? any(data.map((one) => matchData(one, probe, reading))) : 'yes',
      ] satisfies Match[];
    }),
  );
}

/** Whether the labels of the content are those that the conditions ask for. */
export function matchLabels(conditions: readonly Conditions[], part: Part | null, effect: Effect): Match {
  return all(
    conditions.map(({ labels }) =>
      labels ? any(labels.map((label) => matchLabel(label, part?.labels ?? null, effect))) : 'yes',
    ),
  );
}

function all(matches: readonly Match[]): Match {
  if (matches.includes('no')) return 'no';
  return matches.includes('unknown') ? 'unknown' : 'yes';
}

export function any(matches: readonly Match[]): Match {
  if (matches.includes('yes')) return 'yes';
  return matches.includes('unknown') ? 'unknown' : 'no';
}

export function matchActor({ part, reference }: RuleActor, { actor }: Probe, reading: Reading): Match {
  if (part === 'other') return 'unknown';
  return isParty(actor, partyOf(reference, reading.directory, reading.contained), reading.directory);
}

const matchAction = (action: string, effect: Effect): Match =>
  (effect === 'permit' ? ASKED : BARRED_BY).includes(action) ? 'yes' : 'no';

function matchClass(asked: Code, probe: Probe): Match {
  const known = probe.class ?? probe.part?.type ?? null;
  // What a resource type says nothing about, such as a kind of document, is not known from the resource alone.
  if (!known || known.system !== asked.system) return 'unknown';
  return isSame(known, asked) ? 'yes' : 'no';
}

function matchCodes(codes: readonly Code[], part: Part | null): Match {
  if (!part || part.codes.length === 0) return 'unknown';
  if (codes.some((code) => part.codes.some((own) => isSame(own, code)))) return 'yes';
  // Another code of the same system is another thing; a code of another system could mean the same.
  return codes.every((code) => part.codes.some((own) => own.system === code.system)) ? 'no' : 'unknown';
}

/** Surely inside, surely outside, or over the edge. */
function matchDates(span: Span, part: Part | null): Match {
  if (!part?.made) return 'unknown';
  const { from, to } = part.made;
  if (span.from <= from && to <= span.to) return 'yes';
  return to <= span.from || span.to <= from ? 'no' : 'unknown';
}

type DataRule = NonNullable<Conditions['data']>[number];

/** https://hl7.org/fhir/R4/codesystem-consent-data-meaning.html; in PCF `related` also holds for what refers to it. */
function matchData({ meaning, reference }: DataRule, { part }: Probe, reading: Reading): Match {
  if (!part) return 'unknown';
  if (meaning === 'authoredby') {
    if (!part.authors) return 'unknown';
    const named = partyOf(reference, reading.directory, reading.contained);
    return any(
      part.authors.map((author) => isParty(partyOf(author, reading.directory), named, reading.directory)),
    );
  }
  const target = partyOf(reference, reading.directory, reading.contained);
  if (!target || part.ref === null) return 'unknown';
  if (target.refs.has(part.ref)) return 'yes';
  const written = reference.reference === undefined ? [] : [unversioned(reference.reference)];
  const refersToIt = [...target.refs, ...written].some((ref) => part.refersTo.has(ref));
  switch (meaning) {
    case 'instance':
      return target.refs.size > 0 ? 'no' : 'unknown';
    case 'dependents':
      return refersToIt ? 'yes' : target.refs.size > 0 ? 'no' : 'unknown';
    case 'related': {
      if (refersToIt && reading.convention === 'PCF') return 'yes';
      if (target.resources.length === 0) return 'unknown';
      return [...referencesIn(listOf(target.resources))].includes(part.ref) ? 'yes' : 'no';
    }
  }
}
