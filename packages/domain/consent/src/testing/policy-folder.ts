import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PolicyBody } from '../contract/index.ts';
import { makeKey, reviewFile, signFile } from '../server/policy/sign.ts';
import { readTrust } from '../server/policy/trust.ts';

export const RULES: PolicyBody = {
  state: 'ZZ',
  version: '1',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  verifiedOn: '2026-05-01',
  ageOfMajority: 18,
  minorConsent: [{ domain: 'substance-use', minAge: 12, conditions: [], cite: 'made up' }],
};
export const LAWYER = { name: 'Ada Lin', role: 'Counsel' };

/** A folder of rules with an issuer and a reviewer of its own, which a test may spoil. */
export class PolicyFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'accord-policies-'));

  constructor() {
    for (const folder of ['keys', 'reviewers', 'secret']) mkdirSync(join(this.path, folder));
    this.addKey('keys', 'desk', { name: 'The desk', role: 'issuer' });
    this.addKey('reviewers', 'lin', LAWYER);
  }

  addKey(folder: 'keys' | 'reviewers', id: string, who: { name: string; role: string }): void {
    writeFileSync(join(this.path, folder, `${id}.json`), makeKey(this.pem(id), who));
  }

  pem(id: string): string {
    return join(this.path, 'secret', `${id}.pem`);
  }

  at(file: string): string {
    return join(this.path, file);
  }

  /** Writes rules and has them signed by the desk. */
  issue(file: string, change: Partial<PolicyBody> = {}): void {
    writeFileSync(this.at(file), JSON.stringify({ policy: { ...RULES, ...change } }));
    this.sign(file);
  }

  sign(file: string): void {
    signFile(this.at(file), readFileSync(this.pem('desk'), 'utf8'), readTrust(this.path));
  }

  review(file: string, { name, role } = LAWYER, id = 'lin'): void {
    reviewFile(this.at(file), { name, role, pem: readFileSync(this.pem(id), 'utf8') }, readTrust(this.path));
  }

  /** Writes over a file without anybody's signature. */
  spoil(file: string, change: (text: string) => string): void {
    writeFileSync(this.at(file), change(readFileSync(this.at(file), 'utf8')));
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true });
  }
}
