/** The time zone in which a network counts its days. A deployment sets it once. */
export function networkZone(): string {
  return process.env['ACCORD_TIME_ZONE'] ?? 'America/Chicago';
}
