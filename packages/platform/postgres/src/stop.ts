import { getBinaries } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import { findHomes } from './home.ts';
import type { Home } from './home.ts';
import { runProgram } from './run.ts';
import { findServer } from './running.ts';
import { forgetUsers } from './users.ts';

/** Stops whatever server runs on this data folder, for example one whose starter was killed. Fine when none does. */
export async function stopPostgres(dataDir: string): Promise<void> {
  for (const home of findHomes(dataDir)) {
    if (findServer(home) !== undefined)
      await stopServer(
        getBinaries(home.user, () => {}),
        home,
      );
  }
}

/** Ends open transactions, writes everything down and waits until it is done. */
export async function stopServer(binaries: Binaries, home: Home): Promise<void> {
  if (findServer(home) !== undefined) {
    await runProgram(
      binaries,
      'pg_ctl',
      ['stop', `--pgdata=${home.cluster}`, '--mode=fast', '--wait', '--timeout=60', '--silent'],
      home.user,
    );
  }
  forgetUsers(home);
}
