/** One line per figure, in the form that every figure of this product has. */
export function figure(
  name: string,
  value: number,
  unit: string,
  operator: '<=' | '>=',
  goal: number,
): string {
  const goalShown = Number.isInteger(goal) ? goal.toFixed(1) : String(goal);
  return `figure ${name} ${value.toFixed(2)} ${unit} ${operator} ${goalShown}`;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = NaN, high = NaN] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  return (low + high) / 2;
}

/** A shuffle that two runs share when they are given the same seed. */
export function shuffled<T>(values: readonly T[], seed: number): T[] {
  const result = [...values];
  let state = seed;
  for (let i = result.length - 1; i > 0; i--) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const j = state % (i + 1);
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}
