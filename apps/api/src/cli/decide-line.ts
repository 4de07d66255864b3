export type Mode = 'fhir' | 'legal' | 'native';

/** What decides one line. Loaded when it is known which one is wanted: the first answer comes sooner. */
export async function modeOf(mode: Mode): Promise<(line: unknown) => object> {
  const { decideFhir, decideLegal, decideNative } = await import('@accord/consent/fhir');
  return { fhir: decideFhir, legal: decideLegal, native: decideNative }[mode];
}

export const isJson = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
