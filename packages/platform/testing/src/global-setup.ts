import type { TestProject } from 'vitest/node';
import type { RunningTestCluster } from './cluster.ts';

let running: RunningTestCluster | undefined;

/**
 * Vitest calls this once for each project, before the first test. A migration that fails is told to the tests that need a database, so
 * that all others still say whether they pass.
 */
export async function setup(project: TestProject): Promise<void> {
  try {
    const { startTestCluster } = await import('./cluster.ts');
    running = await startTestCluster(project.getProvidedContext().postgresRelease);
    project.provide('accordCluster', running.cluster);
  } catch (error) {
    project.provide('accordCluster', {
      failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}

export async function teardown(): Promise<void> {
  await running?.stop();
}
