import { NOTICE_CODES } from '@accord/consent';
import { ItemId } from '@accord/kernel';
import { z } from 'zod';
import { Speaks } from './room.ts';

/** What a team talks about, in this order. Notes, profiles and worries are on no agenda. */
export const AGENDA_KINDS = [
  'goal',
  'step',
  'need',
  'strength',
  'appointment',
  'referral',
  'decision',
] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

/** One line. It names nobody, and no agency: only what everybody in the room may hear. */
export const AgendaLine = z.strictObject({
  itemId: ItemId,
  kind: z.enum(AGENDA_KINDS),
  text: z.string(),
  startsAt: z.iso.datetime().nullable(),
  isDone: z.boolean(),
  /** Another line that it belongs to; null where it stands by itself. */
  under: ItemId.nullable(),
});
export type AgendaLine = z.infer<typeof AgendaLine>;

/** What everybody in the room would see by themselves, after what the young person wants said. It has no count. */
export const Agenda = z.strictObject({
  codeName: z.string(),
  say: z.string().nullable(),
  speaks: Speaks.nullable(),
  lines: z.array(AgendaLine),
  /** Notices that go with what another agency disclosed, word for word. */
  obligations: z.array(
    z.strictObject({ code: z.enum(NOTICE_CODES), version: z.string(), short: z.string(), text: z.string() }),
  ),
});
export type Agenda = z.infer<typeof Agenda>;

/**
 * Puts lines into their order: goals with their steps, then the rest by kind; dates by their day, all else as it came. A step whose
 * goal is not among them stands by itself, like one that never had any.
 */
export function inOrder(lines: readonly AgendaLine[]): AgendaLine[] {
  const goals = new Set(lines.filter(({ kind }) => kind === 'goal').map(({ itemId }) => itemId));
  const placed = lines.map((line) => ({
    ...line,
    under: line.kind === 'step' && line.under !== null && goals.has(line.under) ? line.under : null,
  }));
  const below = Map.groupBy(placed, ({ under }) => under);
  return AGENDA_KINDS.flatMap((kind) =>
    (below.get(null) ?? [])
      .filter((line) => line.kind === kind)
      .toSorted((a, b) => (a.startsAt ?? '').localeCompare(b.startsAt ?? ''))
      .flatMap((line) => [line, ...(below.get(line.itemId) ?? [])]),
  );
}
