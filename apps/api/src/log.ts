/** One JSON line per event: codes, ids of requests and times, never case data, names or addresses. */
export interface Log {
  (event: string, fields?: Record<string, string | number | boolean | null>): void;
}

export function lineLog(write: (line: string) => void, now: () => Date = () => new Date()): Log {
  return (event, fields = {}) => write(JSON.stringify({ at: now().toISOString(), event, ...fields }));
}
