/** Noon of 2026-05-08 in China: the moment most stories begin. */
export const noon = Date.UTC(2026, 4, 8, 4);

/** A platform number that sorts by `suffix`; its check digit is not a real one. */
export const no = (suffix: number): string => `2026050812${String(suffix).padStart(16, '0')}`;
