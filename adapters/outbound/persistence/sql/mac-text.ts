export type Part = string | number | boolean | undefined;

/** Every part with its length, so that no content can move between fields; nothing is another text than an empty one (INT-01). */
export const prefixed = (parts: readonly Part[]): string => parts.map((part) => (part === undefined ? '-' : `${String(part).length}:${String(part)}`)).join('');
export const listed = (parts: readonly string[]): string => prefixed([parts.length, ...parts]);
