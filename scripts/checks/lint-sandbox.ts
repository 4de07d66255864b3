import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../root.ts';

interface Finding {
  file: string;
  rule: string;
}

export interface LintResult {
  files: number;
  findings: Finding[];
}

interface Report {
  number_of_files: number;
  diagnostics: { code?: string; filename: string }[];
}

/** Runs the repository's own lint rules over files that are written for the occasion, in a folder of their own. */
export function lintSandbox(files: Record<string, string>): LintResult {
  const folder = mkdtempSync(join(tmpdir(), 'accord-lint-'));
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    copyFileSync(join(root, 'oxlint.config.ts'), join(folder, 'oxlint.config.ts'));
    cpSync(join(root, 'scripts', 'lint'), join(folder, 'scripts', 'lint'), { recursive: true });
    copyFileSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.json'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return lint(folder, Object.keys(files));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lints the named paths of a folder; throws when the tool itself does not run. */
export function lint(folder: string, paths: string[] = []): LintResult {
  const tool = join(root, 'node_modules', '.bin', 'oxlint');
  const { stdout, stderr } = spawnSync(tool, ['--format=json', ...paths], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  if (!stdout.startsWith('{')) throw new Error(`The lint tool did not run: ${stdout}${stderr}`);
  const report = JSON.parse(stdout) as Report;
  const findings = report.diagnostics.map(({ code = '', filename }) => ({ file: filename, rule: code }));
  return { files: report.number_of_files, findings };
}
