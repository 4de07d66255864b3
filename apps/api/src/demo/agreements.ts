import {
  AGREED_PURPOSES,
  AgreementId,
  type AgreementSort,
  type CategoryCode,
  maskOf,
  SHAREABLE,
} from '@accord/consent';
import { asOwner } from '@accord/db';
import { type AgencyId, newId, type Purpose } from '@accord/kernel';
import type { People } from './network.ts';
import { AGENCIES, type AgencyKey, PEOPLE } from './world/index.ts';

interface Signed {
  sort: AgreementSort;
  parties: string;
  number: string;
  signedBy: string;
  /** Days from today: when it was signed and began, and when it ends; null: never. */
  from: number;
  to: number | null;
  gives: readonly CategoryCode[];
  receives: readonly CategoryCode[];
  purposes: readonly Purpose[];
}

/** What all agencies of the made-up county signed: it covers what their permissions share. */
const COUNTY: Signed = {
  sort: 'mou',
  parties: 'All agencies of the Alder County youth network',
  number: 'MOU 2024-03',
  signedBy: 'The director',
  from: -900,
  to: 560,
  gives: SHAREABLE,
  receives: SHAREABLE,
  purposes: AGREED_PURPOSES,
};

/** And between two: what an agency's page has more than one line by. */
const BESIDE: Partial<Record<AgencyKey, readonly Signed[]>> = {
  childwelfare: [
    {
      ...COUNTY,
      sort: 'data-sharing',
      parties: 'Alder Unified Schools',
      number: 'DSA 2025-11',
      from: -320,
      to: 45,
      gives: ['case-plan', 'appointments'],
      receives: ['edu-record'],
      purposes: ['education-support', 'care-plan-coordination'],
    },
    {
      ...COUNTY,
      number: 'MOU 2021-01',
      from: -1900,
      to: -901,
      gives: ['id-core', 'case-plan'],
      receives: ['id-core', 'case-plan'],
    },
  ],
  riverbend: [
    {
      ...COUNTY,
      sort: 'baa',
      parties: 'Alder Community Health',
      number: 'BAA 77',
      from: -400,
      to: 330,
      gives: ['mh-record', 'appointments'],
      receives: ['health-general'],
      purposes: ['treatment', 'care-plan-coordination'],
    },
  ],
};

/** What each agency signed, put there as the owner of a network would have found it. */
export async function makeAgreements(
  ownerUrl: string,
  agencies: Record<AgencyKey, AgencyId>,
  people: People,
): Promise<void> {
  await asOwner(ownerUrl, async (sql) => {
    for (const { key } of AGENCIES) {
      const recorder = PEOPLE.find(({ agency }) => agency === key);
      if (!recorder) throw new Error(`nobody works at ${key}`);
      for (const each of [COUNTY, ...(BESIDE[key] ?? [])]) {
        await sql`
          insert into agreement (id, agency_id, sort, parties, number, signed_by, signed_on, gives, receives, purposes,
            valid_from, valid_to, over_at, recorded_by, recorded_at)
          select ${newId(AgreementId)}, ${agencies[key]}, ${each.sort}, ${each.parties}, ${each.number}, ${each.signedBy},
            d.begins::date - 9, ${maskOf(each.gives).toString()}, ${maskOf(each.receives).toString()},
            array(select id from purpose where code = any (${[...each.purposes]})), d.begins, d.ends, d.ends, ${people[recorder.key].staffId}, d.begins
          from (select
            date_trunc('day', now()) + ${each.from} * interval '1 day' as begins,
            coalesce(date_trunc('day', now()) + ${each.to}::integer * interval '1 day', 'infinity') as ends) d`;
      }
    }
  });
}
