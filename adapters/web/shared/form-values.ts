/** One row of a list that somebody filled in. */
export type FormRow = Readonly<Record<string, string | boolean>>;
/** What somebody put into a form: texts, switches, lists of what was chosen, lists of rows. */
export type FieldValue = string | number | boolean | readonly string[] | readonly FormRow[] | undefined;
export type FormValues = Readonly<Record<string, FieldValue>>;

/** A text without the blanks around it; empty where nothing was typed. */
export function textIn(values: FormValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** `{ name: text }`, or nothing where none was typed: what is left out stays as it is. */
export const textIfAny = <N extends string>(values: FormValues, name: N): { readonly [K in N]?: string } => {
  const text = textIn(values, name);
  return (text === '' ? {} : { [name]: text }) as { readonly [K in N]?: string };
};

export function listIn(values: FormValues, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? [...value as readonly string[]] : [];
}

/** What stands on the lines of a text, or between blanks and commas. */
export const linesIn = (values: FormValues, name: string): string[] => textIn(values, name).split(/[\s,，;；]+/).filter((one) => one !== '');

export const flagIn = (values: FormValues, name: string): boolean => values[name] === true;

/** Rows without the blanks around their texts; those in which nothing was typed are none. */
export function rowsIn(values: FormValues, name: string): FormRow[] {
  const value = values[name];
  const rows = Array.isArray(value) ? value as readonly FormRow[] : [];
  const trimmed = rows.map((row) => Object.fromEntries(Object.entries(row).map(([field, cell]) => [field, typeof cell === 'string' ? cell.trim() : cell])));
  return trimmed.filter((row) => Object.values(row).some((cell) => typeof cell === 'string' && cell !== ''));
}

/** Choices with some more put in or taken out, in the order in which they are offered; what is not offered is kept at the end. */
export function rechosen(chosen: readonly string[], offered: readonly string[], some: readonly string[], isIn: boolean): string[] {
  const after = new Set(isIn ? [...chosen, ...some] : chosen.filter((one) => !some.includes(one)));
  return [...offered.filter((one) => after.has(one)), ...[...after].filter((one) => !offered.includes(one))];
}

/** A number that was kept in a form as it came; 0 where there is none. */
export const numberIn = (values: FormValues, name: string): number => {
  const value = values[name];
  return typeof value === 'number' ? value : 0;
};
