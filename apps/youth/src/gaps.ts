type Gap<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Gap<Rest>
  : never;

/** Puts values into the gaps of a message. A gap without a value does not compile. */
export function fill<Text extends string>(text: Text, values: Record<Gap<Text>, string | number>): string {
  const given: Record<string, string | number> = values;
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(given[name] ?? gap));
}
