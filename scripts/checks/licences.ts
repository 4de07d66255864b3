import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import type { Manifest } from './workspace.ts';

/** Licences that let an agency run, change and pass on the product without asking anybody. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

export interface Licensed {
  name: string;
  version: string;
  licence: string;
}

type Installed = Manifest & { version: string; licenses?: { type: string }[] };

/** Everything that these packages need to run, as it is installed here, and what those need in turn. */
export function productionLicences(from: Manifest[]): Licensed[] {
  const found = new Map<string, Licensed>();
  const seen = new Set<string>();
  const visit = (folder: string, manifest: Manifest): void => {
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) {
      const place = locate(folder, name);
      if (place === undefined || seen.has(place)) continue;
      seen.add(place);
      const installed = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as Installed;
      const licence = installed.license ?? installed.licenses?.map(({ type }) => type).join(' OR ') ?? 'none';
      if (!name.startsWith('@accord/')) found.set(place, { name, version: installed.version, licence });
      visit(place, installed);
    }
  };
  for (const manifest of from) visit(join(root, manifest.folder), manifest);
  return [...found.values()];
}

/** "A OR B" needs one that is allowed, "A AND B" both. An expression that we cannot read is not allowed. */
export function isAllowed(licence: string): boolean {
  const alternatives = licence.replaceAll(/[()]/g, '').split(/ OR /i);
  return alternatives.some((one) => one.split(/ AND /i).every((name) => ALLOWED.has(name.trim())));
}

/** The folder of a dependency: beside the package's own ones, or among its neighbours in pnpm's store. */
function locate(folder: string, name: string): string | undefined {
  for (let at = folder; at !== join(at, '..'); at = join(at, '..')) {
    const place = join(at, 'node_modules', name);
    if (existsSync(join(place, 'package.json'))) return realpathSync(place);
  }
  return undefined;
}
