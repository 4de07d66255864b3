/** What Postgres and the system say when a start fails, as something that the operator can act on. */
const WAYS_OUT: Record<string, string> = {
  ECONNREFUSED: 'No Postgres answers at the address in DATABASE_URL. Start it, or correct the address.',
  ENOTFOUND: 'The host name in DATABASE_URL is not known. Correct it.',
  CONNECT_TIMEOUT: 'No Postgres answers at the address in DATABASE_URL. Start it, or correct the address.',
  '28P01': 'Postgres does not take the password in DATABASE_URL or DATABASE_OWNER_URL. Correct it.',
  '28000': 'Postgres does not let the login of DATABASE_URL or DATABASE_OWNER_URL in. Check pg_hba.conf.',
  '3D000': 'The database named in DATABASE_URL is not there. Create it, or correct the name.',
  '42501':
    'The login of DATABASE_OWNER_URL may not create what Accord needs. Name one that may create roles.',
  EACCES: 'The data folder cannot be written. Choose another one with ACCORD_DATA.',
  EADDRNOTAVAIL: 'This machine does not have the address in ACCORD_ADDRESS. Correct it.',
};

/** One sentence and the way out. */
export function sentenceOf(error: unknown): string {
  const { code, message, cause } = error as { code?: unknown; message?: unknown; cause?: unknown };
  const known = typeof code === 'string' ? WAYS_OUT[code] : undefined;
  if (known) return known;
  const deeper = (cause as { code?: unknown } | undefined)?.code;
  return (typeof deeper === 'string' ? WAYS_OUT[deeper] : undefined) ?? String(message ?? error);
}
