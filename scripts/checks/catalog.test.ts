import { expect, test } from 'vitest';
import { manifests } from './workspace.ts';

test('every dependency takes its version from the catalog, so that no package is there twice', () => {
  const strays = manifests().flatMap(({ folder, ...manifest }) =>
    (['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const).flatMap(
      (kind) =>
        Object.entries(manifest[kind] ?? {})
          .filter(([, version]) => version !== 'catalog:' && version !== 'workspace:*')
          .map(([name, version]) => `${folder}/package.json ${kind}: ${name} ${version}`),
    ),
  );
  expect(strays).toEqual([]);
});

test('every package of ours says its licence', () => {
  const silent = manifests().filter(({ license }) => license !== 'Apache-2.0');
  expect(silent.map(({ folder }) => folder)).toEqual([]);
});
