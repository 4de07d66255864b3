import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readNodeFile } from './node-file.ts';

test.runIf(process.platform !== 'win32')(
  'a node file that others can read is refused, by name and mode',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'accord-node-'));
    try {
      const { nodeId } = readNodeFile(folder);
      expect(readNodeFile(folder).nodeId).toBe(nodeId);
      chmodSync(join(folder, 'node.json'), 0o644);
      expect(() => readNodeFile(folder)).toThrow(
        /node\.json is open to its group or others; it needs mode 0600$/,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
