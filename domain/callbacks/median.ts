/** The middle one; of an even number the lower of both. Undefined of none. */
export const medianOf = (values: readonly number[]): number | undefined => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
