import type { StatePolicy } from '@accord/consent';
import { useWords } from '@accord/ui';
import { listed } from '../../../app/when.ts';

/** One rule in plain words, with its source. `data` is in the words of the rule itself. */
export interface RuleLine {
  label: string;
  says: readonly string[];
  data: readonly string[];
  cite: string | undefined;
}

/** A rule that is not written down, and what holds in its place. */
export interface MissingLine {
  label: string;
  means: string;
}

/** Every row that may be missing, in the order in which it is read. Who decides alone stands by itself. */
const ORDER = [
  'victimServicesAlone',
  'cpsRelease',
  'justiceRelease',
  'sealing',
  'teamRule',
  'parentAccess',
  'hivRelease',
  'mentalHealthRelease',
  'reproductiveShield',
  'electronicSignature',
  'emancipation',
  'mandatedReporters',
  'missingFromCare',
  'screeningUseImmunity',
  'safeHarbor',
  'shelterLocationCriminal',
  'addressProgram',
  'extendedCare',
  'chafee',
] as const satisfies readonly (keyof StatePolicy)[];
type RowName = (typeof ORDER)[number];
type RowOf<Name extends RowName> = NonNullable<StatePolicy[Name]>;
type Said = readonly (string | false | undefined)[];

/** A policy's rules as lines to read, and those that it does not hold. */
export function useRules(policy: StatePolicy): { present: RuleLine[]; missing: MissingLine[] } {
  const t = useWords('stateLaw');
  const sayings = useSayings();
  const present: RuleLine[] = [
    {
      label: t('rows.ageOfMajority.label'),
      says: [t('rows.ageOfMajority.at', { age: policy.ageOfMajority })],
      data: [],
      cite: policy.ageOfMajorityCite,
    },
  ];
  const missing: MissingLine[] = [];
  const saidOf = <Name extends RowName>(name: Name) => {
    const row = policy[name];
    return row === undefined
      ? []
      : sayings[name](row as RowOf<Name>).filter((line) => typeof line === 'string');
  };
  for (const name of ORDER) {
    const row = policy[name];
    const label = t(`rows.${name}.label`);
    if (row === undefined) missing.push({ label, means: t(`rows.${name}.missing`) });
    else {
      const data = 'conditions' in row ? row.conditions : [];
      const cite = 'cite' in row ? row.cite : citesOf(row);
      present.push({ label, says: saidOf(name), data, cite });
    }
  }
  return { present, missing };
}

const citesOf = (rows: RowOf<'parentAccess'>) => [...new Set(rows.map(({ cite }) => cite))].join('; ');

function useSayings(): { [Name in RowName]: (row: RowOf<Name>) => Said } {
  const t = useWords('stateLaw');
  const named = (list: readonly string[] | undefined) =>
    list !== undefined && list.length > 0 && listed(list);
  return {
    victimServicesAlone: ({ allowed }) => [t(`rows.victimServicesAlone.${allowed ? 'yes' : 'no'}`)],
    cpsRelease: ({ byConsent, youngPersonAlone = false, statutoryRecipients }) => {
      const list = named(statutoryRecipients);
      const how = byConsent ? (youngPersonAlone ? 'alone' : 'yes') : 'no';
      return [t(`rows.cpsRelease.${how}`), list && t('rows.cpsRelease.named', { list })];
    },
    justiceRelease: ({ consentSuffices, youngPersonAlone = false, recipients }) => {
      const list = named(recipients);
      const how = consentSuffices ? (youngPersonAlone ? 'alone' : 'yes') : 'no';
      return [t(`rows.justiceRelease.${how}`), list && t('rows.justiceRelease.named', { list })];
    },
    sealing: ({ mustDenyExistence, automatic, days }) => [
      t(`rows.sealing.${mustDenyExistence ? 'yes' : 'no'}`),
      automatic === true && t('rows.sealing.automatic'),
      days !== undefined && t('rows.sealing.within', { days }),
    ],
    teamRule: ({ allowed, members, writtenRecord }) => [
      !allowed && t('rows.teamRule.no'),
      allowed && members.length === 0 && t('rows.teamRule.nobody'),
      allowed &&
        members.length > 0 &&
        t('rows.teamRule.yes', { list: listed(members.map((member) => t(`team.${member}`))) }),
      writtenRecord === true && t('rows.teamRule.written'),
    ],
    parentAccess: (rows) =>
      rows.map(({ domain, answer }) => t(`rows.parentAccess.${answer}`, { area: t(`domains.${domain}`) })),
    hivRelease: ({ specificForm }) => [t(`rows.hivRelease.${specificForm ? 'yes' : 'no'}`)],
    mentalHealthRelease: ({ specificForm, maxDays }) => [
      t(`rows.mentalHealthRelease.${specificForm ? 'yes' : 'no'}`),
      maxDays !== null && t('rows.mentalHealthRelease.most', { days: maxDays }),
    ],
    reproductiveShield: ({ applies }) => [t(`rows.reproductiveShield.${applies ? 'yes' : 'no'}`)],
    electronicSignature: ({ minors, witness }) => [
      t(`rows.electronicSignature.${minors ? 'yes' : 'no'}`),
      witness && t('rows.electronicSignature.witness'),
    ],
    emancipation: ({ evidence }) => [
      t('rows.emancipation.by', { list: listed(evidence.map((paper) => t(`papers.${paper}`))) }),
    ],
    mandatedReporters: ({
      universal,
      professions = [],
      victimServices,
      oralHours,
      writtenHours,
      hotline,
    }) => {
      const must = named(professions.filter(({ mandated }) => mandated).map(({ code }) => code));
      return [
        universal === true && t('rows.mandatedReporters.universal'),
        must && t('rows.mandatedReporters.must', { list: must }),
        t(`rows.mandatedReporters.${victimServices ? 'advocateMust' : 'advocateNeedNot'}`),
        oralHours !== undefined && t('rows.mandatedReporters.oral', { hours: oralHours }),
        writtenHours !== undefined && t('rows.mandatedReporters.written', { hours: writtenHours }),
        hotline !== undefined && t('rows.mandatedReporters.hotline', { number: hotline }),
      ];
    },
    missingFromCare: ({ policeHours, ncmecHours, screenOnReturnHours }) => [
      policeHours !== undefined && t('rows.missingFromCare.police', { hours: policeHours }),
      ncmecHours !== undefined && t('rows.missingFromCare.ncmec', { hours: ncmecHours }),
      screenOnReturnHours !== undefined && t('rows.missingFromCare.screen', { hours: screenOnReturnHours }),
    ],
    screeningUseImmunity: ({ applies }) => [t(`rows.screeningUseImmunity.${applies ? 'yes' : 'no'}`)],
    safeHarbor: ({ immunityUnder, dependencyReferral, vacatur }) => [
      t('rows.safeHarbor.under', { age: immunityUnder }),
      dependencyReferral && t('rows.safeHarbor.referral'),
      vacatur !== undefined && t('rows.safeHarbor.undo', { words: vacatur }),
    ],
    shelterLocationCriminal: ({ applies }) => [t(`rows.shelterLocationCriminal.${applies ? 'yes' : 'no'}`)],
    addressProgram: ({ name }) => [t('rows.addressProgram.name', { name })],
    extendedCare: ({ toAge }) => [t('rows.extendedCare.until', { age: toAge })],
    chafee: ({ toAge }) => [t('rows.chafee.until', { age: toAge })],
  };
}
