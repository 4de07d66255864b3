import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { clashAmong } from '../../contract/index.ts';
import { type Bundle, BundleFile, verifyBundle } from './bundle.ts';
import { PolicyFault } from './fault.ts';
import { readTrust, type Trust } from './trust.ts';

/** Where the rules of the states lie that come with Accord. */
export const POLICIES = fileURLToPath(new URL('../../../policies', import.meta.url));

export interface Policies {
  trust: Trust;
  bundles: readonly Bundle[];
}

/**
 * Reads a folder of signed rules with the keys that it trusts.
 * @throws PolicyFault with one sentence that names the file and the way out, for the first thing that is wrong.
 */
export function readPolicies(folder: string = POLICIES): Policies {
  const trust = readTrust(folder);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const bundles = files.toSorted().map((name) => {
    const file = join(folder, name);
    return verifyBundle(file, readBundle(file), trust);
  });
  const seen = new Map<string, Bundle>();
  for (const bundle of bundles) {
    const id = `${bundle.body.state} ${bundle.body.version}`;
    const other = seen.get(id);
    if (other)
      throw new PolicyFault(`${other.file} and ${bundle.file} are both ${id}. Take one of them out.`);
    seen.set(id, bundle);
  }
  refuseClash(bundles.map(({ file, body }) => ({ ...body, file })));
  return { trust, bundles };
}

/** @throws PolicyFault where it is no JSON, or does not fit the schema. */
export function readBundle(file: string): BundleFile {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new PolicyFault(`${file} cannot be read as JSON. Restore it, or take it out.`);
  }
  const read = BundleFile.safeParse(json);
  if (read.success) return read.data;
  throw new PolicyFault(
    `${file} does not fit the schema of state law (${firstOf(read.error)}). Mend that, sign it, and start again.`,
  );
}

export function firstOf({ issues: [first] }: z.ZodError): string {
  const place = first?.path.join('.') || 'the whole';
  return `${place}: ${first?.message ?? 'unknown'}`;
}

type Placed = Pick<Bundle['body'], 'state' | 'version' | 'replaces' | 'effectiveFrom' | 'effectiveTo'> & {
  file: string;
};

/** @throws PolicyFault where two bundles of one state would hold on the same day. */
export function refuseClash(placed: readonly Placed[]): void {
  const clash = clashAmong(placed);
  if (!clash) return;
  const { is, older, newer } = clash;
  throw new PolicyFault(
    is === 'too-early'
      ? `${newer.file} does not begin after ${older.state} ${older.version}, which it replaces. Let it begin a day later.`
      : `${older.file} (${older.version}) and ${newer.file} (${newer.version}) would both be in force for ${newer.state} from ${newer.effectiveFrom} on. ` +
          `Let the newer one say "replaces": "${older.version}", or give the older one an end.`,
  );
}
