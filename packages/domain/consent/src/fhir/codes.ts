import { NotUnderstood } from './problem.ts';
import {
  ACT_CODE,
  ACT_REASON,
  type Code,
  CONFIDENTIALITY,
  isSame,
  KINDS,
  OBSERVATION_VALUE,
} from './systems.ts';
import {
  ALIKE,
  CONFIDENTIALITY_ORDER,
  OTHER_LABELS,
  PERMITS_ALSO,
  PURPOSES_OF_USE,
  SENSITIVITY,
} from './vocabulary.ts';

export type Effect = 'permit' | 'deny';
/** `unknown`: the request does not say. A permission needs a yes; a denial holds unless it is a no. */
export type Match = 'yes' | 'no' | 'unknown';

export const LABEL_SYSTEMS = [CONFIDENTIALITY, ACT_CODE, ACT_REASON, OBSERVATION_VALUE, KINDS];

/** @throws NotUnderstood where a label's system is known and its code is not. */
export function checkLabel({ system, code }: Code, element: string): void {
  const isKnown =
    system === CONFIDENTIALITY
      ? rankOf(code) >= 0
      : system === ACT_CODE
        ? Object.hasOwn(SENSITIVITY, code) || OTHER_LABELS.has(code)
        : system !== ACT_REASON || Object.hasOwn(PURPOSES_OF_USE, code);
  if (!isKnown) throw new NotUnderstood('UNKNOWN_CODE', `${element}.code`, 'This label is not known here.');
}

/** A label by its code alone, where the two systems that labels are of have no code in common. */
export function labelNamed(code: string, element: string): Code {
  const label = { system: rankOf(code) >= 0 ? CONFIDENTIALITY : ACT_CODE, code };
  checkLabel(label, element);
  return label;
}

/** @throws NotUnderstood for a purpose that HL7 does not list. */
export function checkPurpose(code: string, element: string): void {
  if (Object.hasOwn(PURPOSES_OF_USE, code)) return;
  throw new NotUnderstood('UNKNOWN_CODE', element, 'This purpose of use is not known here.');
}

const rankOf = (code: string) => (CONFIDENTIALITY_ORDER as readonly string[]).indexOf(code);
const isSensitivity = ({ system, code }: Code) => system === ACT_CODE && Object.hasOwn(SENSITIVITY, code);

/** Each code with all that stand under it, and with all that it stands under; itself among both. */
const ABOVE = closureOf((code) => SENSITIVITY[code] ?? []);
const BELOW = closureOf((code) =>
  Object.keys(SENSITIVITY).filter((each) => SENSITIVITY[each]?.includes(code)),
);

function closureOf(next: (code: string) => readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    Object.keys(SENSITIVITY).map((code) => {
      const found = new Set([code]);
      for (const each of found) for (const one of next(each)) found.add(one);
      return [code, found];
    }),
  );
}

const isBelow = (label: string, code: string) => BELOW.get(code)?.has(label) === true;
const isAbove = (label: string, code: string) => ABOVE.get(code)?.has(label) === true;

/** What a denial of this code denies: it and its like, all below, and what is so broad that it may hold it. */
function denies(code: string, label: string): boolean {
  const labels = likes(label);
  return likes(code).some((each) => labels.some((one) => isBelow(one, each) || isAbove(one, each)));
}

const likes = (code: string) => [code, ...ALIKE.filter((each) => each.includes(code)).flat()];

/**
 * Whether one label of a rule applies to content with these labels (null or none: the content is not labelled).
 *
 * Confidentiality is a mark on a scale: a permission for R opens R or lower, and a denial of R closes R or higher. The
 * R4 text ("R or lower") is written for permissions; read so for a denial it would close everything but the most
 * secret. IHE PCF's example "normal but not restricted" reads it as here.
 */
export function matchLabel(rule: Code, content: readonly Code[] | null, effect: Effect): Match {
  if (!content || content.length === 0) return 'unknown';
  if (rule.system === CONFIDENTIALITY) {
    const ranks = content.filter(({ system }) => system === CONFIDENTIALITY).map(({ code }) => rankOf(code));
    if (ranks.length === 0) return 'unknown';
    const highest = Math.max(...ranks);
    const applies = effect === 'permit' ? highest <= rankOf(rule.code) : highest >= rankOf(rule.code);
    return applies ? 'yes' : 'no';
  }
  if (!isSensitivity(rule)) return content.some((label) => isSame(label, rule)) ? 'yes' : 'no';
  const labels = content.filter(isSensitivity).map(({ code }) => code);
  const applies = labels.some((label) =>
    effect === 'permit' ? isBelow(label, rule.code) : denies(rule.code, label),
  );
  return applies ? 'yes' : 'no';
}

/** Whether a rule for this purpose applies to a request for that one. Denials pass down the whole hierarchy. */
export function matchPurpose(rule: string, asked: string, effect: Effect): Match {
  if (rule === asked) return 'yes';
  if (effect === 'permit') return PERMITS_ALSO[rule]?.includes(asked) ? 'yes' : 'no';
  for (let each: string | null | undefined = asked; each; each = PURPOSES_OF_USE[each]) {
    if (each === rule) return 'yes';
  }
  return 'no';
}
