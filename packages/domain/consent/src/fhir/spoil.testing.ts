type Json = Record<string, unknown>;
export type Path = (string | number)[];

/** Every place in a line: the keys that lead to it. */
export function* places(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    yield here;
    yield* places(inner, here);
  }
}

export function changed(
  value: unknown,
  [key, ...rest]: Path,
  change: (at: Json, key: string) => void,
): unknown {
  const copy = (Array.isArray(value) ? [...value] : { ...(value as Json) }) as Json;
  if (rest.length === 0) change(copy, String(key));
  else copy[String(key)] = changed(copy[String(key)], rest, change);
  return copy;
}
