import type { CaseList } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { type Language, LANGUAGES, type useWords } from '@accord/ui';
import type { Command } from '@accord/ui/palette';
import { type Place, placesOf } from '../../app/places.ts';
import type { AdvisorMe, StaffMe } from '../../app/session.ts';

type CasePart = 'permissions/new' | 'permissions/stop' | 'refer' | 'who-sees-what' | 'permissions';

/** What running a command does; the route brings it. */
export interface Acts {
  go: (to: Place['to']) => void;
  goToCase: (caseId: CaseId, part?: CasePart) => void;
  addNote: (caseId: CaseId) => void;
  lock: () => void;
  signOut: () => void;
  speak: (language: Language) => void;
}

type Words<Area extends Parameters<typeof useWords>[0]> = ReturnType<typeof useWords<Area>>;
interface Said {
  t: Words<'palette'>;
  frame: Words<'frame'>;
  cases: Words<'cases'>;
}

/** What can be done on the case whose page is open. */
export function hereCommands(
  caseId: CaseId,
  { t, cases, grid, stops }: Said & { grid: Words<'grid'>; stops: Words<'stops'> },
  { addNote, goToCase }: Acts,
): Command[] {
  const kind = t('here');
  return [
    { id: 'note', kind, label: t('note'), run: () => addNote(caseId) },
    { id: 'ask', kind, label: cases('page.askPermission'), run: () => goToCase(caseId, 'permissions/new') },
    { id: 'stop', kind, label: stops('link'), run: () => goToCase(caseId, 'permissions/stop') },
    { id: 'refer', kind, label: cases('page.refer'), run: () => goToCase(caseId, 'refer') },
    { id: 'sees', kind, label: grid('link'), run: () => goToCase(caseId, 'who-sees-what') },
    { id: 'permissions', kind, label: cases('page.permissions'), run: () => goToCase(caseId, 'permissions') },
  ];
}

export function pageCommands(me: StaffMe | AdvisorMe, { t, frame }: Said, { go }: Acts): Command[] {
  return placesOf(me).map(({ to, words }) => ({
    id: `page${to.replaceAll('/', '-')}`,
    kind: t('page'),
    label: frame(words),
    run: () => go(to),
  }));
}

/** Each case by its code name, and by the name where it is shared; a note, where one is on the case. */
export function caseCommands(cases: CaseList['cases'], { t }: Said, { goToCase, addNote }: Acts): Command[] {
  const opened = cases.map(({ caseId, codeName, name }) => ({
    id: `case-${caseId}`,
    kind: t('case'),
    label: name ? `${codeName} · ${name}` : codeName,
    run: () => goToCase(caseId),
  }));
  const notes = cases
    .filter(({ withMe }) => withMe)
    .map(({ caseId, codeName, name }) => ({
      id: `note-${caseId}`,
      kind: t('onCase'),
      label: t('noteTo', { code: codeName }),
      words: name ?? '',
      onlyTyped: true,
      run: () => addNote(caseId),
    }));
  return [...opened, ...notes];
}

export function accountCommands(
  { t, frame, session }: Said & { session: Words<'session'> },
  { lock, signOut, speak }: Acts,
): Command[] {
  const languages = Object.entries(LANGUAGES).map(([language, name]) => ({
    id: `language-${language}`,
    kind: t('language'),
    label: name,
    lang: language,
    onlyTyped: true,
    run: () => speak(language as Language),
  }));
  return [
    { id: 'lock', kind: t('account'), label: session('lock.button'), run: lock },
    { id: 'sign-out', kind: t('account'), label: frame('signOut'), run: signOut },
    ...languages,
  ];
}
