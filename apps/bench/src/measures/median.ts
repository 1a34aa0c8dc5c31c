export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));

/** The same in another order each round, so that none always comes first. */
export const rotated = <T>(values: readonly T[], by: number): T[] =>
  values.map((_, index) => values[(index + by) % values.length] as T);
