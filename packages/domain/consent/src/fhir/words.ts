/** A long list of codes, written as lines of words. */
export const words = (...lines: string[]): string[] => lines.flatMap((line) => line.split(' '));
