import {
  makeKey,
  POLICIES,
  PolicyFault,
  readPolicies,
  readTrust,
  reviewFile,
  signFile,
} from '@accord/consent/server';
import { cautionsOf } from '@accord/consent';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { POLICY_USAGE } from './policy-usage.ts';

const OPTIONS = { key: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' } } as const;

/**
 * `npm run accord -- policy <verb>`. It needs no database.
 * @param folder holds the bundles, `keys/` and `reviewers/`.
 * @returns the exit code: 0 done, 1 nothing done (one line says why), 2 not understood.
 */
export function policy(args: readonly string[], print: (line: string) => void, folder = POLICIES): number {
  try {
    return run(args, print, folder);
  } catch (error) {
    if (!(error instanceof PolicyFault)) throw error;
    print(error.message);
    return 1;
  }
}

function run(args: readonly string[], print: (line: string) => void, folder: string): number {
  const asked = understand(args);
  switch (asked?.verb) {
    case 'check':
      return check(print, folder);
    case 'sign': {
      const { policy: body, issuedBy, reviews } = signFile(asked.file, pemOf(asked.key), readTrust(folder));
      print(
        `${body.state} ${body.version} is signed by ${issuedBy}. Reviews that still hold: ${reviews.length}.`,
      );
      return 0;
    }
    case 'review': {
      const { file, name, role, key } = asked;
      const { policy: body } = reviewFile(file, { name, role, pem: pemOf(key) }, readTrust(folder));
      print(`${body.state} ${body.version} is reviewed by ${name}, ${role}.`);
      return 0;
    }
    case 'keygen':
      print(makeKey(asked.file, asked).trimEnd());
      return 0;
    case undefined:
      print(`npm run accord -- <command>\n\n${POLICY_USAGE}`);
      return 2;
  }
}

function check(print: (line: string) => void, folder: string): number {
  const { bundles } = readPolicies(folder);
  const today = new Date().toISOString().slice(0, 10);
  for (const { body, issuedBy, reviewedBy, leftOut } of bundles) {
    const dates = `from ${body.effectiveFrom}${body.effectiveTo ? ` until ${body.effectiveTo}` : ''}`;
    print(`${body.state} ${body.version}  ${dates}, verified on ${body.verifiedOn}, issued by ${issuedBy}`);
    print(`  ${reviewedBy ? `reviewed by ${reviewedBy}` : 'unreviewed by counsel'}`);
    if (cautionsOf({ ...body, reviewedBy }, today).includes('old')) {
      print('  compared with its sources more than a year ago');
    }
    for (const wrong of leftOut) print(`  a review counts for nothing: ${wrong}`);
  }
  return 0;
}

type Asked =
  | { verb: 'check' }
  | { verb: 'sign'; file: string; key: string }
  | { verb: 'keygen'; file: string; name: string; role: string }
  | { verb: 'review'; file: string; name: string; role: string; key: string };

/** Undefined where something is missing, or there is more than was asked for. */
function understand(args: readonly string[]): Asked | undefined {
  const given = parse(args);
  if (!given || given.positionals.length > 2) return undefined;
  const [verb, file] = given.positionals;
  const { key, name, role } = given.values;
  if (verb === 'check' && file === undefined) return { verb };
  if (!file) return undefined;
  if (verb === 'sign' && key) return { verb, file, key };
  if (verb === 'keygen' && name && role) return { verb, file, name, role };
  if (verb === 'review' && name && role && key) return { verb, file, name, role, key };
  return undefined;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch {
    return undefined;
  }
}

function pemOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new PolicyFault(`${file} cannot be read. Name the file with the private key.`);
  }
}
