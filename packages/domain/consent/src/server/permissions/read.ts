import type { Tx } from '@accord/rpc';
import { type CaseId, type GrantId, notFound, Purpose } from '@accord/kernel';
import { type Exposure, record, type Speaker } from '@accord/ledger/server';
import type { Vault } from '@accord/vault';
import {
  type AdultSignature,
  type CategoryCode,
  codesOf,
  maskOf,
  type Permission,
} from '../../contract/index.ts';
import * as q from '../consent.queries.ts';
import { System } from '@accord/identity';
import { type Law, readLaw, seenBy } from '../law/read.ts';
import type { SignatureRow } from '../law/law.queries.ts';
import { readPapers } from '../papers/paper.ts';
import { DOCUMENT_MASK, documentPlace, type PreparedWords, type SignedWords } from './document.ts';

/**
 * The permissions of a case as this reader may know them, newest first. Their words are text of the case: reading
 * them leaves its line in the ledger, or does not happen.
 */
export async function listPermissions(
  tx: Tx,
  vault: Vault,
  speaker: Speaker,
  caseId: CaseId,
  keptOut: ReadonlySet<string> = new Set(),
): Promise<Permission[]> {
  const unseal = await vault.unsealer(tx, speaker.actor);
  const grants = await q.listGrants(tx, caseId);
  const documents = await q.listDocuments(tx, caseId);
  const prepared = new Map<GrantId, PreparedWords>();
  const witnesses = new Map<GrantId, string>();
  for (const row of documents) {
    const text = unseal(documentPlace(row.grantId, row.version), row);
    if (text === undefined) continue;
    if (row.version === 1) prepared.set(row.grantId, JSON.parse(text) as PreparedWords);
    else if (row.version === 2) witnesses.set(row.grantId, (JSON.parse(text) as SignedWords).witnessName);
  }
  await record(tx, speaker, 'opened', caseId, exposuresOf(documents));
  const law = await readLaw(tx, caseId, grants);
  const papers = await readPapers(tx, caseId);
  return grants.map((grant) => ({
    grantId: grant.grantId,
    state: stateOf(grant),
    discloser: grant.discloserName,
    recipient: {
      name: grant.recipientName,
      title: grant.recipientTitle,
      agency: grant.recipientAgency,
      system: System.parse(grant.recipientSystem),
      post: grant.post,
    },
    categories: codesOf(sharedBy(grant, law)),
    law: OPEN_STATES.has(stateOf(grant)) ? law.missing(grant).filter(({ kind }) => isLeft(grant, kind)) : [],
    stopped: codesOf(grant.stopped),
    purpose: Purpose.parse(grant.purpose),
    paper: paperLineOf(papers.get(grant.grantId)),
    text: textOf(papers.get(grant.grantId)),
    need: prepared.get(paperOf(grant))?.need ?? null,
    withoutSharing: prepared.get(paperOf(grant))?.withoutSharing ?? null,
    startsAt: grant.startsAt ?? laterThan(law.birth.readAt, grant.validFrom),
    signed: signatureOf(grant, witnesses.get(paperOf(grant)) ?? null),
    adults: law.signaturesOf(grant.grantId).flatMap(adultOf),
    ...pauseOf(grant),
    stoppedByName: grant.status === 'stopped' ? grant.stoppedByName : null,
    stoppedAt: grant.status === 'stopped' ? grant.stoppedAt : null,
    stoppedHow: grant.status === 'stopped' ? grant.stoppedHow : null,
    mayWrite: grant.mayWrite,
    hasEvidence: prepared.get(paperOf(grant))?.evidence !== undefined,
    isRenewed: grant.replacedBy !== null,
    keptOut: keptOut.has(grant.recipientId),
    endsOn: grant.endsOn,
  }));
}

export async function getPermission(
  tx: Tx,
  vault: Vault,
  speaker: Speaker,
  caseId: CaseId,
  grantId: GrantId,
) {
  const found = (await listPermissions(tx, vault, speaker, caseId)).find((each) => each.grantId === grantId);
  if (!found) throw notFound('no such permission for this reader');
  return found;
}

/** Whose words and witness these are: one that was carried on has those of the one that was signed. */
export const paperOf = ({ signedAs, grantId }: q.GrantRow): GrantId => signedAs ?? grantId;

/** A paper that is not there takes no signature. */
function paperLineOf(paper: Permission['paper'] | undefined): Permission['paper'] {
  return paper ? { language: paper.language, holds: paper.holds } : { language: 'en', holds: ['no-text'] };
}

type PaperOf = Awaited<ReturnType<typeof readPapers>> extends Map<GrantId, infer Paper> ? Paper : never;

function textOf(paper: PaperOf | undefined): Permission['text'] {
  if (!paper || paper.title === null || paper.version === null || paper.digest === null) return null;
  return { title: paper.title, version: paper.version, digest: paper.digest };
}

function exposuresOf(documents: readonly q.DocumentRow[]): Exposure[] {
  return [...Map.groupBy(documents, (row) => row.ownerAgency)].map(([ownerAgency, rows]) => ({
    ownerAgency,
    categoryMask: DOCUMENT_MASK,
    items: rows.map((row) => ({ itemId: row.grantId, version: row.version })),
  }));
}

/** A draft for a time that is still to come says from when it would hold; any other holds from its signature. */
const laterThan = (now: string, from: string) => (Date.parse(from) > Date.parse(now) ? from : null);

const OPEN_STATES = new Set<Permission['state']>(['draft', 'active', 'announced', 'vacant', 'paused']);

/** What is shared by it now, or would be: signed, not stopped, and open by the law. Of a draft, what it asks for. */
function sharedBy(grant: q.GrantRow, law: Law): bigint {
  const left = grant.categories & ~grant.stopped;
  if (grant.status === 'draft' || grant.over) return left;
  // What an agreement closed stays closed when a wider one comes: the rule alone would say that it is open.
  const kept = grant.status === 'active' ? grant.opens : left;
  return left & kept & seenBy(law.rows(grant));
}

const isLeft = ({ categories, stopped }: q.GrantRow, kind: CategoryCode) =>
  (categories & ~stopped & maskOf([kind])) !== 0n;

function adultOf({ capacity, relation, method, recordedBy, signedAt }: SignatureRow): AdultSignature[] {
  if (capacity === 'young_person' || relation === null) return [];
  const as = capacity === 'guardian' ? 'guardian' : 'legal-custodian';
  return [{ capacity: as, relation, method, recordedBy, at: signedAt }];
}

function signatureOf({ signedAt, method, recordedBy }: q.GrantRow, witness: string | null) {
  return signedAt && method ? { at: signedAt, method, recordedBy: recordedBy ?? '', witness } : null;
}

function pauseOf(grant: q.GrantRow): Pick<Permission, 'pausedBy' | 'pausedByName' | 'pausedAt'> {
  if (stateOf(grant) !== 'paused') return { pausedBy: null, pausedByName: null, pausedAt: null };
  return { pausedBy: grant.pausedBy, pausedByName: grant.pausedByName, pausedAt: grant.pausedAt };
}

export function stateOf(grant: q.GrantRow): Permission['state'] {
  if ((grant.status === 'active' || grant.status === 'paused') && grant.over) return 'ended';
  if (grant.status === 'paused' && grant.waitsFor)
    return grant.waitsFor === 'answer' ? 'announced' : 'vacant';
  return grant.status;
}
