import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Home } from './home.ts';

/**
 * The superuser's password: made once, kept beside the data folder in a file that only the starting user reads.
 * Throws when there is data but no password for it, since a new password would open nothing.
 */
export function getPassword(home: Home): string {
  if (!existsSync(home.passwordFile)) {
    if (existsSync(home.cluster)) {
      throw new Error(
        `${home.passwordFile} is missing. Put it back, or move ${home.path} away to start anew.`,
      );
    }
    // Exclusive: of two processes that start at once, the slower one takes the password of the faster.
    writeNew(home.passwordFile, randomBytes(24).toString('base64url'));
  }
  try {
    return readFileSync(home.passwordFile, 'utf8');
  } catch (cause) {
    throw new Error(
      `${home.path} belongs to another user. Run as that user, or choose another data folder.`,
      {
        cause,
      },
    );
  }
}

function writeNew(path: string, content: string): void {
  try {
    writeFileSync(path, content, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
