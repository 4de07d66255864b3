import type { CaseItem, CasePage } from '@accord/cases';
import type { StaffRouter, YouthRouter } from '@accord/contract';
import type { Signers } from '@accord/consent';
import type { Me } from '@accord/identity';
import type { ErrorCode } from '@accord/kernel';
import type { inferRouterOutputs } from '@trpc/server';
import type { Answer } from './wire.ts';

type Staff = inferRouterOutputs<StaffRouter>;
type Youth = inferRouterOutputs<YouthRouter>;

/** Refusals, in the words of the matrix. What is not here (a fault of ours) stands out by its code. */
const REFUSALS: Partial<Record<ErrorCode, string>> = {
  SIGN_IN_FIRST: 'sign in first',
  LOCKED: 'locked',
  UNLOCK_FAILED: 'not the right password',
  SIGN_IN_FAILED: 'no such account here',
  NOT_FOUND: 'nothing here',
  CONFLICT: 'refused: it has changed',
};

/** The outcome of a call in words that do not change from run to run. */
export function outcomeOf({ data, error }: Answer, says: (output: never) => string): string {
  if (!error) return says(data as never);
  const [field] = error.fields;
  if (field)
    return `refused: ${field.message.charAt(0).toLowerCase()}${field.message.slice(1).replace(/\.$/, '')}`;
  return REFUSALS[error.code] ?? `FAULT: ${error.code}`;
}

const PLURALS = {
  profile: 'name',
  goal: 'goals',
  step: 'steps',
  note: 'notes',
  referral: 'referrals',
  appointment: 'appointments',
  strength: 'strengths',
  need: 'needs',
  fear: 'worries',
  obligation: 'obligations',
  card: 'what helps',
  'told-once': 'what was told once',
};

/** `opens: name (id-core), goals (case-plan); may write: appointments; sees who else reads` */
export function page({ items, writes, team, accessEndsAt, sharedBy }: CasePage): string {
  const open = items.filter(({ content }) => content.is === 'open');
  const parts = [
    open.length > 0 ? `opens: ${kindsOf(open)}` : 'opens an empty page',
    ...ifAny('knows of, closed: ', kindsOf(items.filter(({ content }) => content.is === 'closed'))),
    ...ifAny('being prepared: ', kindsOf(items.filter(({ content }) => content.is === 'preparing'))),
    ...ifAny('may write: ', writes.join(', ')),
    ...ifAny('may tick: ', items.some((item) => item.kind === 'step' && item.mayTick) ? 'a step' : ''),
    ...ifAny('knows who does a step: ', doersOf(items).join(', ')),
    ...ifAny('sees the team: ', team.map(({ name }) => name).join(', ')),
    ...ifAny(
      'sees who else reads: ',
      [...new Set(items.flatMap(({ audience }) => audience ?? []))].toSorted().join(', '),
    ),
    ...(accessEndsAt === null ? [] : ['ends by its date']),
    ...ifAny('shared by: ', sharedBy.map(({ owner }) => owner).join(', ')),
  ];
  return parts.join('; ');
}

function doersOf(items: readonly CaseItem[]): string[] {
  const doers = items.flatMap((item) => (item.kind === 'step' && item.doer ? [item.doer] : []));
  return doers.map((doer) => ('name' in doer ? doer.name : 'the young person'));
}

/** Kinds of items with their kinds of data, in a fixed order; whose they are, once there are several owners. */
function kindsOf(items: readonly CaseItem[]): string {
  const owners = [...new Set(items.map(({ owner }) => owner))].toSorted();
  const of = (owner: string) =>
    Object.entries(PLURALS).flatMap(([kind, plural]) => {
      const theirs = items.filter((item) => item.kind === kind && item.owner === owner);
      const categories = [...new Set(theirs.flatMap((item) => item.categories))].toSorted();
      return theirs.length > 0 ? [`${plural} (${categories.join(', ')})`] : [];
    });
  return owners.map((owner) => `${of(owner).join(', ')} of ${owner}`).join(' and ');
}

const ifAny = (label: string, text: string) => (text === '' ? [] : [label + text]);

export function caseList({ cases }: Staff['cases']['list']): string {
  if (cases.length === 0) return 'lists nothing';
  const named = cases.filter(({ name }) => name !== null).length;
  return `lists ${count(cases.length, 'case')}, ${named > 0 ? 'with the name' : 'by a code name'}`;
}

export function today({ due, coming, waiting, changed }: Staff['cases']['today']): string {
  return `shows ${count(due.length + waiting.length, 'step')}, ${count(coming.length, 'appointment')}, ${count(changed.length, 'changed case')}`;
}

export function permissions({ permissions: all }: Pick<Staff['consent']['list'], 'permissions'>): string {
  if (all.length === 0) return 'lists nothing';
  const states = ['draft', 'active', 'announced', 'vacant', 'paused', 'stopped', 'ended'] as const;
  const counts = states.map((state) => [state, all.filter((each) => each.state === state).length] as const);
  const words = counts.filter(([, n]) => n > 0).map(([state, n]) => `${n} ${state}`);
  const reasons = all.some(({ need }) => need !== null) ? 'with the reasons' : 'without the reasons';
  return `lists ${count(all.length, 'permission')} (${words.join(', ')}), ${reasons}`;
}

export function bases({ bases: all }: Pick<Youth['mine']['bases'], 'bases'>): string {
  if (all.length === 0) return 'lists nothing';
  const each = all.map(({ kind, recipient, owner }) => `${kind} to ${recipient.name}, of ${owner}`);
  return `lists ${each.toSorted().join('; ')}`;
}

/** Who is on call reads the names, and no code name. */
export function emergencies({ emergencies: all }: Staff['emergencies']['list']): string {
  if (all.length === 0) return 'lists nothing';
  const each = all.map(({ is, by, caseId, mayDecide }) =>
    [is, 'of', by, caseId === null ? '(no case named)' : '', mayDecide ? 'to decide' : '']
      .filter(Boolean)
      .join(' '),
  );
  return `lists ${each.toSorted().join('; ')}`;
}

export function stateLaws({ laws }: Staff['consent']['policies']): string {
  if (laws.length === 0) return 'lists nothing';
  return `lists ${laws.map(({ state, version, standing }) => `${state} ${version} (${standing})`).join(', ')}`;
}

export function person(me: Me): string {
  if (me === null) return 'nobody is signed in';
  if (me.kind === 'advisor') return `is the survivor advisor ${me.name}`;
  if (me.kind === 'locked') return `is ${me.name}, and has locked the page`;
  return me.kind === 'staff'
    ? `is ${me.name} of ${me.agency.name}, for ${me.purpose}`
    : 'is a young person, by a code name';
}

export function colleagues({ agencies }: Staff['identity']['colleagues']): string {
  if (agencies.length === 0) return 'lists nothing';
  return `lists ${agencies.length} agencies, ${agencies.flatMap(({ staff }) => staff).length} people`;
}

export function referrals({ referrals: all }: Staff['referrals']['list']): string {
  if (all.length === 0) return 'lists nothing';
  const parts = [...new Set(all.map(({ standing }) => standing.part ?? 'reader'))].join(', ');
  const named = all.some(({ name }) => name !== null) ? 'with the name' : 'by a code name';
  return `lists ${count(all.length, 'referral')} as ${parts}, ${named}`;
}

export function looks({ looks: all }: Youth['mine']['looks']): string {
  const who = [...new Set(all.map((look) => `${look.who} of ${look.agency ?? 'nowhere'}`))].toSorted();
  return `lists who looked: ${who.join(', ')}`;
}

export function protocols({ protocols: all }: Staff['protocols']['list']): string {
  if (all.length === 0) return 'lists nothing';
  const drafts = all.filter(({ status }) => status === 'draft').length;
  return `lists ${count(all.length, 'protocol')}${drafts > 0 ? `, ${drafts} of them a draft` : ''}`;
}

export function protocol({ status, blocks, comments, may }: Staff['protocols']['open']): string {
  const parts = [`${count(blocks.length, 'paragraph')}, ${count(comments.length, 'comment')}`, status];
  return `reads ${[...parts, ...ifAny('may ', may.join(', '))].join('; ')}`;
}

/** `for each: Ortiz case-plan, appointments` and those who see nothing, by the reason of the first kind. */
export function grid({ columns, rows, owner }: Staff['consent']['whoSeesWhat']): string {
  const said = columns.map(({ name, isOwn }, at) => {
    const open = rows.flatMap(({ kind, cells }) => {
      const cell = cells[at];
      if (!cell || cell.state === 'none' || cell.state === 'never') return [];
      return [`${kind}${cell.state === 'some' ? ' in part' : ''}${cell.byLaw ? ' by law' : ''}`];
    });
    return `${name} (${isOwn ? 'own colleague' : 'shared with'}) sees ${open.join(', ') || 'nothing'}`;
  });
  return `of ${owner}: ${said.join('; ')}`;
}

export function inbox({ waiting, cases }: Staff['consent']['inbox']): string {
  if (cases.length === 0) return 'lists nothing';
  const sorts = [...Map.groupBy(waiting, ({ is }) => is)].map(([is, those]) => `${those.length} ${is}`);
  const mayPrepare = waiting.some((each) => each.mayPrepare) ? 'may prepare' : 'may not prepare';
  return `of ${count(cases.length, 'case')}: ${sorts.toSorted().join(', ') || 'nothing waits'}; ${mayPrepare}`;
}

export function why(answer: Staff['consent']['why']): string {
  if (answer.is === 'open') {
    return `names who reads it: ${answer.readers.map(({ name, reason }) => `${name} (${reason})`).join(', ')}`;
  }
  return `it is closed: ${answer.reason}; may ask for ${answer.ask ?? 'nothing'}`;
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

export function signers({ authorities, years, maySign }: Signers): string {
  const list = authorities.map(({ relation, excluded }) => `${relation}${excluded ? ' (not to sign)' : ''}`);
  return `${years ?? 'not known how many'} years old; may sign for them: ${list.join(', ')}${maySign ? '; may record more' : ''}`;
}
