import { AgencyId, newId } from '@accord/kernel';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UnsealError } from './aead.ts';
import { wrapping } from './contexts.testing.ts';
import { epochIsDue } from './epoch.ts';
import { newKey } from './keys.ts';
import type { HolderSecrets } from './holder-secrets.ts';
import { type KeyRing, loadRing, memoryRing } from './ring.ts';
import { RingError } from './ring-file.ts';
import { sealTo, unwrapAny, wrapFor } from './wrap.ts';

const POSIX = process.platform !== 'win32';
const agency = newId(AgencyId);
const other = newId(AgencyId);
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-ring-'));
  path = join(folder, 'ring.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Both secrets as they stand in the file. */
function written({ symmetric, x25519 }: HolderSecrets): string[] {
  const pkcs8 = x25519.privateKey.export({ format: 'der', type: 'pkcs8' });
  return [symmetric.reveal().toString('base64'), pkcs8.toString('base64')];
}

function opensWhatWasWrappedFor(secrets: HolderSecrets, wrappedBy: HolderSecrets): boolean {
  const key = newKey();
  const context = wrapping.one;
  return [wrapFor(wrappedBy.symmetric, key, context), sealTo(wrappedBy.x25519.publicKey, key, context)].every(
    (wrapped) => unwrapAny(secrets, wrapped, context).equals(key),
  );
}

describe.each<[string, () => KeyRing]>([
  ['in a file', () => loadRing(path)],
  ['in memory', () => memoryRing()],
])('a key ring %s', (_, make) => {
  test('holds the agencies that were added, and no other', () => {
    const ring = make();
    ring.addAgency(agency);
    expect(ring.agencies()).toEqual([agency]);
    expect(ring.holds(agency)).toBe(true);
    expect(ring.holds(other)).toBe(false);
    expect(() => ring.current(other)).toThrow(RingError);
    expect(() => ring.at(other, 1)).toThrow(RingError);
    expect(() => ring.startEpoch(other)).toThrow(RingError);
    expect(() => ring.destroyBefore(other, 1)).toThrow(RingError);
  });

  test('keeps an agency’s secrets when it is added again', () => {
    const ring = make();
    const first = ring.addAgency(agency);
    expect(opensWhatWasWrappedFor(ring.addAgency(agency), first)).toBe(true);
    expect(ring.current(agency).epoch).toBe(1);
  });

  test('gives every agency secrets of its own', () => {
    const ring = make();
    expect(() => opensWhatWasWrappedFor(ring.addAgency(agency), ring.addAgency(other))).toThrow(UnsealError);
  });

  test('opens older epochs until they are destroyed', () => {
    const ring = make();
    const first = ring.addAgency(agency);
    ring.addAgency(other);
    const second = ring.startEpoch(agency);
    expect([first.epoch, second.epoch, ring.current(agency).epoch]).toEqual([1, 2, 2]);
    expect(opensWhatWasWrappedFor(ring.at(agency, 1), first)).toBe(true);
    expect(() => opensWhatWasWrappedFor(second, first)).toThrow(UnsealError);
    ring.destroyBefore(agency, 2);
    expect(() => ring.at(agency, 1)).toThrow(RingError);
    expect(opensWhatWasWrappedFor(ring.at(agency, 2), second)).toBe(true);
    expect(ring.current(other).epoch).toBe(1);
  });

  test('counts on after older epochs were destroyed', () => {
    const ring = make();
    ring.addAgency(agency);
    ring.startEpoch(agency);
    ring.destroyBefore(agency, 2);
    expect(ring.startEpoch(agency).epoch).toBe(3);
  });

  test.each([2, Number.NaN])('does not destroy the current epoch (before %d)', (epoch) => {
    const ring = make();
    ring.addAgency(agency);
    expect(() => ring.destroyBefore(agency, epoch)).toThrow(RingError);
    expect(ring.current(agency).epoch).toBe(1);
  });
});

describe('the file of a key ring', () => {
  test('is made for its owner alone, with nothing beside it', () => {
    const ring = loadRing(join(folder, 'new', 'ring.json'));
    ring.addAgency(agency);
    expect(readdirSync(join(folder, 'new'))).toEqual(['ring.json']);
    const { mode } = statSync(join(folder, 'new', 'ring.json'));
    expect(mode & 0o777).toBe(POSIX ? 0o600 : 0o666);
  });

  test('opens after a restart what was wrapped before it', () => {
    const now = new Date('2030-01-01T00:00:00Z');
    const before = loadRing(path).addAgency(agency, now);
    const after = loadRing(path).current(agency);
    expect(opensWhatWasWrappedFor(after, before)).toBe(true);
    expect(after.createdAt).toEqual(now);
  });

  test('holds no byte of an epoch that was destroyed', () => {
    const ring = loadRing(path);
    const first = ring.addAgency(agency);
    const second = ring.startEpoch(agency);
    const third = ring.startEpoch(agency);
    const all = readFileSync(path, 'utf8');
    for (const secret of [first, second, third].flatMap(written)) expect(all).toContain(secret);
    ring.destroyBefore(agency, 3);
    const left = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    for (const secret of [first, second].flatMap(written)) expect(left.join()).not.toContain(secret);
    for (const secret of written(third)) expect(left.join()).toContain(secret);
  });

  test('is replaced whole: whoever has the old one open reads it to its end', () => {
    const ring = loadRing(path);
    ring.addAgency(agency);
    const { ino } = statSync(path, { bigint: true });
    ring.startEpoch(agency);
    expect(statSync(path, { bigint: true }).ino).not.toBe(ino);
  });

  test('stays as it was when a new one cannot be written', () => {
    const ring = loadRing(path);
    ring.addAgency(agency);
    const before = readFileSync(path);
    writeFileSync(`${path}.next`, 'another process is writing this');
    expect(() => ring.startEpoch(agency)).toThrow(/ring\.json is being written by another process/);
    expect(readFileSync(path)).toEqual(before);
    expect(ring.current(agency).epoch).toBe(1);
    expect(existsSync(`${path}.next`)).toBe(true);
  });

  test('is not held up by what a crash left beside it', () => {
    const ring = loadRing(path);
    writeFileSync(`${path}.next`, 'half a ri');
    utimesSync(`${path}.next`, new Date('2020-01-01'), new Date('2020-01-01'));
    ring.addAgency(agency);
    expect(readdirSync(folder)).toEqual(['ring.json']);
    expect(loadRing(path).holds(agency)).toBe(true);
  });

  test('joins two processes: neither loses nor misses what the other changed', () => {
    const [here, there] = [loadRing(path), loadRing(path)];
    here.addAgency(agency);
    there.addAgency(other);
    expect(here.agencies().toSorted()).toEqual([agency, other].toSorted());
    there.startEpoch(agency);
    expect(here.current(agency).epoch).toBe(2);
    there.destroyBefore(agency, 2);
    expect(() => here.at(agency, 1)).toThrow(RingError);
  });

  test('is not begun again empty when it goes missing under a running node', () => {
    const ring = loadRing(path);
    const first = ring.addAgency(agency);
    rmSync(path);
    expect(opensWhatWasWrappedFor(ring.current(agency), first)).toBe(true);
    expect(() => ring.startEpoch(agency)).toThrow(/gone missing/);
    expect(existsSync(path)).toBe(false);
  });

  test.each([0o640, 0o604, 0o620, 0o644])('is refused with mode %o', (mode) => {
    loadRing(path);
    chmodSync(path, mode);
    // Windows has no such modes: there the folder's own access list guards the file.
    if (POSIX) expect(() => loadRing(path)).toThrow(`key ring ${path} is open to its group or others`);
    else expect(loadRing(path).agencies()).toEqual([]);
  });

  test.each<[string, (whole: string) => string]>([
    ['cut in half', (whole) => whole.slice(0, whole.length / 2)],
    ['empty', () => ''],
    ['of another format', (whole) => whole.replace('"format": 1', '"format": 2')],
    ['with an id that is none', (whole) => whole.replace(agency, 'somebody')],
    ['with a secret cut short', (whole) => whole.replace(/("secret": ").{8}/, '$1')],
    ['with a private key cut short', (whole) => whole.replace(/("x25519": "MC4CAQA).{8}/, '$1')],
    ['with an epoch that is no number', (whole) => whole.replace('"epoch": 2', '"epoch": "2"')],
    ['with epochs out of order', (whole) => whole.replace('"epoch": 2', '"epoch": 1')],
    ['with a date that is none', (whole) => whole.replace(/("createdAt": ")[^"]*/, '$1soon')],
    ['without epochs', () => `{"format":1,"agencies":{"${agency}":{"epochs":[]}}}`],
    ['without agencies', () => '{"format":1}'],
    ['with a secret where JSON breaks', (whole) => whole.replaceAll('"secret": "', '"secret": ')],
  ])('is refused by its path alone when it is %s', (_, spoil) => {
    const ring = loadRing(path);
    ring.addAgency(agency);
    const epoch = ring.startEpoch(agency);
    const whole = readFileSync(path, 'utf8');
    expect(spoil(whole)).not.toBe(whole);
    writeFileSync(path, spoil(whole));
    const error = failure(() => loadRing(path));
    expect(error).toBeInstanceOf(RingError);
    const said = inspect(error, { showHidden: true, depth: null });
    expect(said).toContain(`key ring ${path} cannot be read`);
    for (const secret of written(epoch)) expect(said).not.toContain(secret.slice(-12));
    expect(said).not.toContain(agency);
    expect(readFileSync(path, 'utf8')).toBe(spoil(whole));
  });

  test('is an error when it is a folder', () => {
    mkdirSync(path, { mode: 0o700 });
    expect(() => loadRing(path)).toThrow();
  });
});

describe('the age of an epoch', () => {
  const createdAt = new Date('2030-01-01T00:00:00Z');

  test.each([
    ['2030-01-01T00:00:00Z', false],
    ['2030-01-14T23:59:59.999Z', false],
    ['2030-01-15T00:00:00Z', true],
    ['2031-01-01T00:00:00Z', true],
    ['no date', true],
  ])('at %s makes the next one due: %s', (now, due) => {
    expect(epochIsDue(createdAt, new Date(now))).toBe(due);
  });
});

function failure(attempt: () => unknown): unknown {
  try {
    attempt();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('the secret for names', () => {
  test('is in the file, stays through an epoch that is destroyed, and is each agency’s own', () => {
    const ring = loadRing(path);
    ring.addAgency(agency);
    ring.addAgency(other);
    const key = ring.nameKey(agency);
    ring.startEpoch(agency);
    ring.destroyBefore(agency, 2);
    expect(loadRing(path).nameKey(agency).equals(key)).toBe(true);
    expect(ring.nameKey(other).equals(key)).toBe(false);
    expect(() => ring.nameKey(newId(AgencyId))).toThrow(RingError);
  });

  test('is made once for a ring file from before there was one', () => {
    loadRing(path).addAgency(agency);
    const { agencies, ...rest } = JSON.parse(readFileSync(path, 'utf8'));
    delete agencies[agency].nameKey;
    writeFileSync(path, JSON.stringify({ ...rest, agencies }));
    const key = loadRing(path).nameKey(agency);
    expect(loadRing(path).nameKey(agency).equals(key)).toBe(true);
  });
});
