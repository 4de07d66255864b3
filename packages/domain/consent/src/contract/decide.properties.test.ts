import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORIES, codesOf, maskOf } from './categories.ts';
import { decide } from './decide.ts';
import { ask, factsOf, itemOf, POLICY, T } from './facts.testing.ts';
import type { Facts, Policy } from './facts.ts';
import { exampleState } from './law/states/examples.testing.ts';
import { STATE } from './law/world.testing.ts';
import { projectionOf } from './project.ts';
import type { Request } from './request.ts';
import { consent, denial, facts, instant, law, mask, request } from './worlds.testing.ts';

const permits = (each: Request, world: Facts, policy: Policy = POLICY) =>
  decide(each, world, policy).decision === 'permit';
const holds = <Values>(property: fc.IProperty<Values>) => fc.assert(property, { numRuns: 1_500 });
/** The smallest world in which a property does not hold; null where none was found. */
function exceptionTo<Values>(property: fc.IProperty<Values>): unknown {
  const { failed, counterexample, seed } = fc.check(property, { numRuns: 1_500 });
  return failed ? { counterexample, seed } : null;
}

/** A world in which one change opens something; null where none was found. */
const openedBy = <More>(more: fc.Arbitrary<More>, change: (world: Facts, one: More) => Facts) =>
  exceptionTo(
    fc.property(
      request,
      facts,
      more,
      (each, world, one) => permits(each, world) || !permits(each, change(world, one)),
    ),
  );
const index = fc.nat({ max: 10 });
const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at % list.length);

test('random worlds are worth asking: some open, some do not', () => {
  const seen = fc.sample(fc.tuple(request, facts), { numRuns: 3_000, seed: 4 });
  const open = seen.filter(([each, world]) => permits(each, world)).length;
  expect(open).toBeGreaterThan(60);
  expect(open).toBeLessThan(1_500);
});

describe('what never opens more', () => {
  test('one more restriction', () => {
    expect(openedBy(denial, (world, one) => ({ ...world, denials: [...world.denials, one] }))).toBeNull();
  });

  test('stopping one more kind', () => {
    expect(
      openedBy(mask, (world, kinds) => ({
        ...world,
        bases: world.bases.map((basis) =>
          basis.kind === 'consent' ? { ...basis, stopped: basis.stopped | kinds } : basis,
        ),
      })),
    ).toBeNull();
  });

  test('V-4, A16-7: a signature of an excluded person', () => {
    expect(
      openedBy(fc.constantFrom('young-person', 'guardian', 'legal-custodian'), (world, capacity) => ({
        ...world,
        bases: world.bases.map((basis) => {
          if (basis.kind !== 'consent') return basis;
          const { paper } = basis;
          const domains = ['education', 'general-health', 'victim-services', 'shelter', 'placement'] as const;
          const one = { capacity, domains, isExcluded: true, signedAt: T - 1 };
          return { ...basis, paper: { ...paper, signatures: [...paper.signatures, one] } };
        }),
      })),
    ).toBeNull();
  });

  test('A16-8: one more excluded person', () => {
    expect(
      openedBy(fc.constantFrom('staffId', 'agencyId'), (world, which) => ({
        ...world,
        excluded: world.employments.map((job) => ({ caseId: ask().caseId, target: job[which] })),
      })),
    ).toBeNull();
  });

  test('one fact less', () => {
    for (const key of [
      'employments',
      'assignments',
      'bases',
      'agencies',
      'agreements',
      'young',
      'relations',
    ] as const) {
      expect(
        openedBy(index, (world, at) => ({ ...world, [key]: without<unknown>(world[key], at) }) as Facts),
      ).toBeNull();
    }
  });

  test('a fact that comes twice', () => {
    for (const key of ['agencies', 'young', 'relations'] as const) {
      expect(
        openedBy(index, (world, at) => {
          const rows: readonly unknown[] = world[key];
          return { ...world, [key]: rows.length > 0 ? [...rows, rows[at % rows.length]] : rows } as Facts;
        }),
      ).toBeNull();
    }
  });

  test('one more kind on an item, or one more purpose', () => {
    expect(
      exceptionTo(
        fc.property(request, facts, mask, (each, world, kinds) => {
          const items = each.items.map((item) => ({ ...item, mask: item.mask | kinds }));
          const purposes = [...each.purposes, 'treatment' as const];
          return (
            permits(each, world) ||
            (!permits({ ...each, items }, world) && !permits({ ...each, purposes }, world))
          );
        }),
      ),
    ).toBeNull();
  });

  test('A15: no state at all, against any state', () => {
    expect(
      exceptionTo(
        fc.property(
          request,
          facts,
          fc.constantFrom(STATE, exampleState('ca'), exampleState('il')),
          (each, world, state) =>
            permits(each, world, { version: '1', state }) ||
            !permits(each, world, { version: '1', state: null }),
        ),
      ),
    ).toBeNull();
  });

  test('a later instant after an end', () => {
    expect(
      exceptionTo(
        fc.property(request, facts, fc.nat({ max: 10 ** 12 }), (each, world, later) => {
          const ends = decide(each, world, POLICY).obligations.flatMap((one) =>
            one.code === 'EXPIRES' ? [one.at] : [],
          );
          const { basis } = decide(each, world, POLICY).items[0] ?? {};
          if (!basis || ends.length === 0) return true;
          const alone = {
            ...world,
            bases: world.bases.filter((one) =>
              'id' in one ? one.id === basis.id : 'grantId' in one && one.grantId === basis.id,
            ),
          };
          return !permits({ ...each, at: Math.min(...ends) + later }, alone);
        }),
      ),
    ).toBeNull();
  });
});

describe('for any world', () => {
  test('one more basis closes nothing', () => {
    expect(
      exceptionTo(
        fc.property(request, facts, fc.oneof(consent, law), (each, world, more) => {
          return !permits(each, world) || permits(each, { ...world, bases: [more, ...world.bases] });
        }),
      ),
    ).toBeNull();
  });

  test('two halves never join: what opens, opens by one basis alone', () => {
    holds(
      fc.property(request, facts, (each, world) => {
        const one = world.bases.some((basis) => permits(each, { ...world, bases: [basis] }));
        expect(permits(each, world)).toBe(one);
      }),
    );
  });

  test('most protective wins: every kind of what opens would open by itself', () => {
    holds(
      fc.property(request, facts, (each, world) => {
        if (!permits(each, world)) return;
        for (const item of each.items) {
          for (const code of codesOf(item.mask)) {
            expect(permits({ ...each, items: [{ ...item, mask: maskOf([code]) }] }, world)).toBe(true);
          }
        }
      }),
    );
  });

  test('the order of facts does not matter', () => {
    holds(
      fc.property(request, facts, (each, world) => {
        const turned = { ...world, bases: world.bases.toReversed(), denials: world.denials.toReversed() };
        expect(permits(each, turned)).toBe(permits(each, world));
      }),
    );
  });

  test('who sees an item knows of it', () => {
    expect(
      exceptionTo(
        fc.property(request, facts, (each, world) => {
          return decide(each, world, POLICY).items.every(({ open, known }) => known || !open);
        }),
      ),
    ).toBeNull();
  });

  test('A16-13: each item is answered as if it were asked about alone', () => {
    holds(
      fc.property(request, request, facts, (one, other, world) => {
        const both = decide({ ...one, items: [...one.items, ...other.items] }, world, POLICY);
        expect(both.items[0]).toEqual(decide(one, world, POLICY).items[0]);
        expect(both.items[1]).toEqual(decide({ ...other, at: one.at }, world, POLICY).items[0]);
      }),
    );
  });
});

test('a basis projects exactly what the rule permits by it, kind by kind', () => {
  holds(
    fc.property(fc.oneof(consent, law), facts, instant, (basis, world, at) => {
      const alone = { ...world, bases: [basis], denials: [], excluded: [] };
      const owner = basis.kind === 'consent' ? basis.discloser : basis.owner;
      const rows = projectionOf(basis, alone, POLICY, at).filter(
        ({ valid, data }) => valid.from <= at && at < valid.to && data.from <= T && T < data.to,
      );
      const isReached =
        owner !== undefined && (basis.recipient.kind === 'staff' || world.assignments.length > 0);
      for (const { code, bit } of CATEGORIES) {
        const asked = ask({ item: itemOf([code], { owner, occurredAt: T }), at });
        const isIn = (row: bigint) => ((row >> BigInt(bit)) & 1n) === 1n;
        expect(permits(asked, alone)).toBe(isReached && rows.some(({ seeMask }) => isIn(seeMask)));
        expect(permits({ ...asked, action: 'exists' }, alone)).toBe(
          isReached && rows.some(({ knowMask }) => isIn(knowMask)),
        );
      }
    }),
  );
});

describe('garbage', () => {
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });

  test('denies as indeterminate, whatever it is, and never throws', () => {
    holds(
      fc.property(anything, anything, anything, (each, world, policy) => {
        const { decision, reason, obligations } = decide(each as Request, world as Facts, policy as Policy);
        expect([decision, reason, obligations]).toEqual(['deny', 'ENGINE_INDETERMINATE', []]);
      }),
    );
  });

  test('in one place of a good question opens nothing that was closed', () => {
    const asked = ask();
    const world = factsOf({ bases: [] });
    const parts = fc.constantFrom(...(Object.keys(world) as (keyof Facts)[]));
    expect(
      exceptionTo(
        fc.property(parts, anything, (part, junk) => {
          const isOpen = (value: unknown) => permits(asked, { ...world, [part]: value });
          return !isOpen(junk) && !isOpen([junk]);
        }),
      ),
    ).toBeNull();
  });

  test.each<[string, Partial<Record<keyof Request, unknown>>]>([
    ['a purpose that nobody knows', { purposes: ['care-plan-coordination', 'marketing'] }],
    ['an action that nobody knows', { action: 'sell' }],
    ['no instant', { at: Number.NaN }],
    ['the end of time', { at: Infinity }],
    ['a kind outside of the catalogue', { items: [itemOf([], { mask: 1n << 40n })] }],
    ['a negative mask', { items: [itemOf([], { mask: -1n })] }],
  ])('%s denies as indeterminate', (_, change) => {
    const { decision, reason, items } = decide({ ...ask(), ...change } as Request, factsOf(), POLICY);
    expect([decision, reason]).toEqual(['deny', 'ENGINE_INDETERMINATE']);
    expect(items).toEqual([expect.objectContaining({ open: false, known: false })]);
  });

  test('a policy without a version denies as indeterminate', () => {
    const policy = { state: STATE } as unknown as Policy;
    expect(decide(ask(), factsOf(), policy).reason).toBe('ENGINE_INDETERMINATE');
    expect(decide(ask(), factsOf(), { ...POLICY, version: '' }).reason).toBe('ENGINE_INDETERMINATE');
  });
});
