import { type DatedRules, endOfRules } from '../../contract/index.ts';
import { canonicalJson } from './canonical-json.ts';
import { PolicyFault } from './fault.ts';
import { type Policies, refuseClash } from './read.ts';
import type { Bundle } from './bundle.ts';
import { isSignedBy, type Trust } from './trust.ts';

/** A row of policy_bundle. Its body was signed; what stands beside it must follow from what was. */
export interface Stored {
  state: string;
  version: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  body: DatedRules;
  issuedBy: string;
  signature: Buffer;
  reviewedBy: string | null;
}

export interface Plan {
  insert: readonly (Bundle & { endsOn: string | null })[];
  /** What follows from others and has changed: the end, when a later version replaces it, and the reviewer. */
  update: readonly Pick<Stored, 'state' | 'version' | 'effectiveTo' | 'reviewedBy'>[];
}

/**
 * What to write so that the database holds what the files say. A version is never edited in place; the review mark of
 * a stored one is only ever what a file proves.
 * @throws PolicyFault where a stored row is not what its issuer signed, a file says something else under the same
 * version, or two would be in force at once.
 */
export function planInstall(stored: readonly Stored[], { trust, bundles }: Policies): Plan {
  const files = new Map(bundles.map((bundle) => [nameOf(bundle.body), bundle]));
  for (const row of stored) {
    refuseForged(row, trust);
    const file = files.get(nameOf(row));
    if (!file || canonicalJson(file.body) === canonicalJson(row.body)) continue;
    throw new PolicyFault(
      `${file.file} says something else than the ${nameOf(row)} that this database holds. A version is never edited: give the new text a new version.`,
    );
  }
  const known = new Set(stored.map(nameOf));
  const insert = bundles.filter(({ body }) => !known.has(nameOf(body)));
  const all = [
    ...stored.map(({ body }) => ({ ...body, file: `the stored ${nameOf(body)}` })),
    ...insert.map(({ body, file }) => ({ ...body, file })),
  ];
  refuseClash(all);
  for (const row of stored) refuseMoved(row, all);
  return {
    insert: insert.map((bundle) => ({ ...bundle, endsOn: endOfRules(bundle.body, all) })),
    update: stored.flatMap((row) => {
      const effectiveTo = endOfRules(row.body, all);
      const reviewedBy = files.get(nameOf(row))?.reviewedBy ?? null;
      const isSame = effectiveTo === row.effectiveTo && reviewedBy === row.reviewedBy;
      return isSame ? [] : [{ state: row.state, version: row.version, effectiveTo, reviewedBy }];
    }),
  };
}

const nameOf = ({ state, version }: { state: string; version: string }) => `${state} ${version}`;

/**
 * For a node that does not prepare the database itself.
 * @throws PolicyFault where a row is not what its issuer signed: then the node must not start.
 */
export function verifyStored(stored: readonly Stored[], trust: Trust): void {
  const bodies = stored.map(({ body }) => body);
  for (const row of stored) {
    refuseForged(row, trust);
    refuseMoved(row, bodies);
  }
}

function refuseForged(row: Stored, trust: Trust): void {
  const issuer = trust.issuers.get(row.issuedBy);
  if (!issuer) {
    throw new PolicyFault(
      `The stored rules ${nameOf(row)} are signed by "${row.issuedBy}", whom nobody knows here. Put that public key back into keys/.`,
    );
  }
  const { body } = row;
  const isWhole =
    isSignedBy(issuer, body, row.signature) &&
    nameOf(body) === nameOf(row) &&
    body.effectiveFrom === row.effectiveFrom;
  if (!isWhole) throw changed(row);
}

/** An end is the row's own or the start of what replaces it, among what is stored or about to be. */
function refuseMoved(row: Stored, all: readonly DatedRules[]): void {
  const mayEnd = [
    row.body.effectiveTo,
    ...all
      .filter(({ state, replaces }) => state === row.state && replaces === row.version)
      .map(({ effectiveFrom }) => effectiveFrom),
  ];
  if (!mayEnd.includes(row.effectiveTo)) throw changed(row);
}

const changed = (row: Stored) =>
  new PolicyFault(
    `The stored rules ${nameOf(row)} are not what was signed: their row of policy_bundle was changed. ` +
      'Restore it from a backup, or delete the row and start again: its file brings it back.',
  );
