const DAY = 86_400_000;
/** So many days before, they can sign for the time after; the server holds to the same (REPAPER_DAYS). */
const BEFORE = 90;

/** Where somebody stands to the day on which they come of age: past it, near it, or from which day they are near. */
export function standing(on: string, now = new Date()): 'over' | 'near' | { near: string } {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const left = (Date.parse(on) - today) / DAY;
  if (left <= 0) return 'over';
  return left <= BEFORE
    ? 'near'
    : { near: new Date(Date.parse(on) - BEFORE * DAY).toISOString().slice(0, 10) };
}
