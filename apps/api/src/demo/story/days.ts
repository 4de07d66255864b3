const DAY_MS = 86_400_000;

/** The day so many days from now, as a form would give it. */
export function dayFrom(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

/** The birthday of someone of this age whose next one is so many days away. */
export function bornOn(now: Date, age: number, birthdayIn: number): string {
  const next = new Date(now.getTime() + birthdayIn * DAY_MS);
  const born = new Date(Date.UTC(next.getUTCFullYear() - age - 1, next.getUTCMonth(), next.getUTCDate()));
  return born.toISOString().slice(0, 10);
}
