import type { Tx } from '@accord/db';
import { type AgencyId, notFound, PURPOSES, type Purpose } from '@accord/kernel';
import {
  AGREEMENT_ENDS_SOON_DAYS,
  type AgreementId,
  type AgreementSort,
  maskOf,
  type RecordAgreementInput,
} from '../../contract/index.ts';
import { networkZone } from '../zone.ts';

export interface TermsRow {
  agencyId: AgencyId;
  purposes: Purpose[];
  gives: bigint;
  receives: bigint;
  from: string;
  /** Null: no end is named. */
  to: string | null;
}

/** What these agencies have signed for, now and later: masks and dates alone. */
export async function listTerms(tx: Tx, agencies: readonly AgencyId[]): Promise<TermsRow[]> {
  return tx<TermsRow[]>`
    select agency_id as "agencyId", array(select p.code from purpose p where p.id = any (purposes)) as purposes, gives,
      receives, valid_from as "from", nullif(over_at, 'infinity') as "to"
    from agreed_terms(${[...agencies]}::uuid[])`;
}

export interface AgreementRow {
  agreementId: AgreementId;
  sort: AgreementSort;
  parties: string;
  number: string;
  digest: string | null;
  signedBy: string;
  signedOn: string;
  startsOn: string;
  endsOn: string | null;
  gives: bigint;
  receives: bigint;
  purposes: Purpose[];
  standing: 'to-come' | 'in-force' | 'over';
  endsSoon: boolean;
  lastOn: string | null;
  endedBy: string | null;
  replacesNumber: string | null;
  recordedBy: string;
  recordedAt: string;
}

/** What the reader's own agency signed; the row policy gives no other's. */
export async function listAgreements(tx: Tx): Promise<AgreementRow[]> {
  const zone = networkZone();
  return tx<AgreementRow[]>`
    select a.id as "agreementId", a.sort, a.parties, a.number, encode(a.digest, 'hex') as digest,
      a.signed_by as "signedBy", to_char(a.signed_on, 'YYYY-MM-DD') as "signedOn",
      to_char(a.valid_from at time zone ${zone}, 'YYYY-MM-DD') as "startsOn",
      to_char((nullif(a.valid_to, 'infinity') at time zone ${zone}) - interval '1 second', 'YYYY-MM-DD') as "endsOn",
      a.gives, a.receives, array(select p.code from purpose p where p.id = any (a.purposes) order by p.id) as purposes,
      case
        when a.over_at <= statement_timestamp() then 'over'
        when a.valid_from > statement_timestamp() then 'to-come'
        else 'in-force'
      end as standing,
      a.over_at > statement_timestamp() and a.valid_from <= statement_timestamp()
        and a.over_at <= statement_timestamp() + make_interval(days => ${AGREEMENT_ENDS_SOON_DAYS}) as "endsSoon",
      to_char((nullif(a.over_at, 'infinity') at time zone ${zone}) - interval '1 second', 'YYYY-MM-DD') as "lastOn",
      e.name as "endedBy", before.number as "replacesNumber", s.name as "recordedBy", a.recorded_at as "recordedAt"
    from agreement a
    join staff s on s.id = a.recorded_by
    left join staff e on e.id = a.ended_by
    left join agreement before on before.id = a.replaces
    order by a.over_at <= statement_timestamp(), a.valid_from desc, a.recorded_at desc, a.id`;
}

/** The reader's agency, and whether they supervise anything there. */
export async function getHouse(tx: Tx, agencyId: AgencyId): Promise<{ agency: string; mayRecord: boolean }> {
  const [row] = await tx<{ agency: string; mayRecord: boolean }[]>`
    select name as agency, supervises() as "mayRecord" from agency where id = ${agencyId}`;
  if (!row) throw notFound('no agency for this speaker');
  return row;
}

export async function recordAgreement(
  tx: Tx,
  agreementId: AgreementId,
  paper: RecordAgreementInput,
): Promise<void> {
  const { sort, parties, number, digest, signedBy, signedOn, startsOn, endsOn, replaces } = paper;
  const purposes = tx.array(
    paper.purposes.map((purpose) => PURPOSES[purpose]),
    21,
  );
  await tx`select record_agreement(${agreementId}, ${sort}, ${parties}, ${number},
    ${digest === null ? null : Buffer.from(digest, 'hex')}, ${signedBy}, ${signedOn}::date, ${startsOn}::date,
    ${endsOn}::date, ${networkZone()}, ${maskOf(paper.gives)}, ${maskOf(paper.receives)}, ${purposes}::smallint[],
    ${replaces}::uuid)`;
}

export async function endAgreement(tx: Tx, agreementId: AgreementId): Promise<void> {
  await tx`select end_agreement(${agreementId})`;
}

/** Until when the law lets a permission open anything, beside what its agencies agreed. */
export async function keepLawfulEnd(tx: Tx, grantId: string, ends: string): Promise<void> {
  await tx`select keep_lawful_end(${grantId}, ${ends})`;
}
