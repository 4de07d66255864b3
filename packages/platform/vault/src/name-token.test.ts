import { AgencyId, CaseId, newId } from '@accord/kernel';
import { describe, expect, test } from 'vitest';
import { nameDigest, nameToken, openProbe, sealProbe } from './name-token.ts';
import { memoryRing } from './ring.ts';
import { exportPublicKey } from './x25519.ts';

const BORN = '2010-03-14';
const digest = (name: string, bornOn = BORN) => {
  const made = nameDigest(name, bornOn);
  if (!made) throw new Error('no digest');
  return made;
};

describe('the digest of a name and a day', () => {
  test.each([
    ['Robin Álvarez Soto', 'soto, ROBIN Alvarez'],
    ['Zoë O’Neil-Groß', 'Zoe ONeil GROSS'],
    ['  Ana\u00a0 Petrova ', 'Petrova Ana'],
    ['Ｋｉｍ Lee', 'kim lee'],
  ])('is the same for %s and %s', (one, other) => {
    expect(digest(one).equals(digest(other))).toBe(true);
  });

  test.each([
    ['a twin’s', 'Robin Soto', 'Rowan Soto', BORN],
    ['a shorter name’s', 'Robin Alvarez Soto', 'Robin Soto', BORN],
    ['two words’ as one', 'Ana Lee', 'Analee', BORN],
    ['another day’s', 'Robin Soto', 'Robin Soto', '2010-03-15'],
  ])('is not %s', (_, one, other, day) => {
    expect(digest(one).equals(digest(other, day))).toBe(false);
  });

  test.each(['', ' - ', '🙂', '\u0301'])('is none for a name without a letter (case %#)', (name) => {
    expect(nameDigest(name, BORN)).toBeUndefined();
  });
});

describe('a token and a question', () => {
  const [here, there] = [newId(AgencyId), newId(AgencyId)];
  const asks = memoryRing([here]);
  const asked = memoryRing([there]);
  const place = {
    probeId: newId(CaseId),
    askId: newId(CaseId),
    caseId: newId(CaseId),
    asksAgency: here,
    agencyId: there,
  };
  const { epoch, x25519 } = asked.current(there);
  const publicKey = exportPublicKey(x25519.publicKey);

  test('a token is each agency’s own, the same in the next epoch, and does not hold the digest', () => {
    const before = nameToken(asked, there, digest('Robin Soto'));
    asked.startEpoch(there);
    expect(nameToken(asked, there, digest('Soto Robin'))).toEqual(before);
    expect(nameToken(asks, here, digest('Robin Soto'))).not.toEqual(before);
    expect(before.equals(digest('Robin Soto').reveal())).toBe(false);
    expect(before).toHaveLength(32);
  });

  test('what is closed for another ring comes out there as its own token, and nowhere else', () => {
    const sealed = sealProbe(asks, digest('Robin Soto'), { ...place, epoch, publicKey });
    if (!sealed) throw new Error('not closed');
    expect(sealed).toHaveLength(93);
    expect(openProbe(asked, { ...place, epoch, sealed })).toEqual(
      nameToken(asked, there, digest('Robin Soto')),
    );
    expect(openProbe(asks, { ...place, epoch, sealed })).toBeUndefined();
    for (const field of ['probeId', 'askId', 'caseId', 'asksAgency'] as const)
      expect(openProbe(asked, { ...place, [field]: newId(AgencyId), epoch, sealed }), field).toBeUndefined();
  });

  test('the public key in the database is not believed inside the ring, and one that is none closes nothing', () => {
    const both = memoryRing([here, there]);
    const own = both.current(there);
    const sealed = sealProbe(both, digest('Robin Soto'), { ...place, epoch: own.epoch, publicKey });
    expect(sealed && openProbe(both, { ...place, epoch: own.epoch, sealed })).toBeDefined();
    expect(sealed && openProbe(asked, { ...place, epoch, sealed })).toBeUndefined();
    expect(
      sealProbe(asks, digest('Robin Soto'), { ...place, epoch, publicKey: Buffer.alloc(32) }),
    ).toBeUndefined();
  });
});
